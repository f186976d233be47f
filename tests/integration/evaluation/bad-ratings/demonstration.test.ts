import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { freshDatabase } from "../../database";

await freshDatabase();
const { db } = await import("@/lib/data/client");
const { encryptPhone, hashPhone } = await import("@/lib/integrations/vault/phone-vault");
const { today } = await import("@/lib/services/platform/clock");
const { insertBadRatings } = await import("@/prisma/seed/bad-ratings");
const { enterprise, office } = await import("../../applications/fixtures");

/** 演示里出场的几位内网人员。 */
async function people() {
  await office();
  return Promise.all(
    ["pingjia", "shouli", "shencha", "fushen"].map(async (login) => {
      const { id } = await db().account.create({ data: { login, audience: "staff", displayName: login, passwordHash: "-", roles: ["intake"], officeCode: "NEEB" } });
      return { id, login, name: login };
    }),
  );
}

describe("演示的差评", () => {
  it("L-6-10 各个环节都有一件，有逾期的也有办结的；经过与状态合得上，号码都加密", async () => {
    const applicant = await enterprise();
    await db().account.update({ where: { id: applicant.accountId }, data: { login: "bing_power" } });
    const caseId = randomUUID();
    const finishedAt = new Date(Date.now() - 100 * 86_400_000);
    await db().case.create({
      data: {
        id: caseId, number: "DE-2026-000001", kind: "licensing", officeCode: "NEEB", enterpriseId: applicant.enterpriseId, state: "refused", createdById: applicant.accountId, finishedAt,
        application: { create: { business: "new-licence", definitionVersion: 1, procedure: "standard" } },
        todos: { create: { enterpriseId: applicant.enterpriseId, kind: "evaluation", title: "请评价", href: "/" } },
      },
    });
    const on = await today();
    const staff = await people();
    await db().$transaction((tx) => insertBadRatings(tx, on, { staff, sealPhone: (phone) => ({ phoneHash: hashPhone(phone), phoneEncrypted: encryptPhone(phone) }) }), { timeout: 20_000 });

    const rows = await db().badRating.findMany({ include: { evaluation: true, events: { orderBy: { at: "asc" } } } });
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(["new", "assigned", "rectifying", "appealed", "closed"]));
    for (const { state, events, revision, createdAt } of rows) {
      expect(events.at(-1)?.toState ?? "new").toBe(state);
      expect(revision).toBe(events.length + 1);
      expect(events.every(({ at }) => at > createdAt && at < new Date())).toBe(true);
    }
    expect(rows.some(({ state, stageDueOn }) => state !== "closed" && (stageDueOn ?? on) < on)).toBe(true);
    expect(rows.every(({ evaluation }) => !/136\d{8}/.test(Object.values(evaluation).join(" ")))).toBe(true);
    expect(await db().message.count({ where: { caseId, title: "您的评价已答复" } })).toBe(1);
    expect(await db().todoItem.count({ where: { caseId, doneAt: null } })).toBe(0);
  });
});
