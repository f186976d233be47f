import { randomBytes, randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { EnterpriseActor } from "@/lib/access/actor";
import { freshDatabase } from "../database";

process.env.DATA_KEY ??= randomBytes(32).toString("base64");
await freshDatabase();
const { db } = await import("@/lib/data/client");
const { rate } = await import("@/lib/services/evaluation/rate");
const { openRating } = await import("@/lib/services/evaluation/open-rating");
const { listEvaluations } = await import("@/lib/services/evaluation/list-evaluations");

const [own, foreign] = [randomUUID(), randomUUID()];
const owner = (enterpriseId: string): EnterpriseActor => ({
  kind: "enterprise", accountId: randomUUID(), sessionId: randomUUID(), name: "王丽", enterpriseId, roles: ["owner"],
});
const me = owner(own);
const good = (phone: string) => ({ level: 5, options: ["510"], text: "", phone, name: "王丽" });
const phoneOf = (n: number): string => `139${String(n).padStart(8, "0")}`;

let serial = 0;
async function finishedCase(finishedAt: Date | null = new Date()): Promise<string> {
  const caseId = randomUUID();
  serial += 1;
  await db().case.create({
    data: {
      id: caseId, number: `DB-2026-${String(serial).padStart(6, "0")}`, kind: "licensing", officeCode: "NEEB", enterpriseId: own, state: "granted", createdById: me.accountId, finishedAt,
      application: { create: { business: "new-licence", definitionVersion: 1, procedure: "standard" } },
      todos: { create: { enterpriseId: own, kind: "evaluation", title: "请评价这次服务", href: `/evaluations/${caseId}` } },
    },
  });
  return caseId;
}

const command = (caseId: string, rating: unknown, idempotencyKey = randomUUID()) => ({ caseId, idempotencyKey, rating });

beforeAll(async () => {
  await db().office.create({ data: { code: "NEEB", name: "国家能源局东北监管局", regionDigit: 2, officeDigit: 1 } });
  await db().enterprise.createMany({
    data: [own, foreign].map((id, i) => ({ id, name: `沈阳${i}电力工程有限公司`, uscc: `91210102XFAKE50${i}XR`, officeCode: "NEEB", particulars: {} })),
  });
});

describe("一事一评", () => {
  it("L-5.1.1-01 L-5.1.2-04 评价后待办关闭，手机号只存散列与密文", async () => {
    const caseId = await finishedCase();
    await rate(me, command(caseId, good(phoneOf(1))));
    const stored = await db().evaluation.findFirstOrThrow({ where: { caseId } });
    expect(Object.values(stored).join(" ")).not.toContain(phoneOf(1));
    expect(await db().todoItem.count({ where: { caseId, doneAt: null } })).toBe(0);
    expect((await openRating(me, caseId)).closedBecause).toContain("已经评价过");
  });

  it("L-5.1.2-03 同一手机号五天内只有一次，五十个并发也只成一次", async () => {
    const cases = await Promise.all(Array.from({ length: 50 }, () => finishedCase()));
    const results = await Promise.allSettled(cases.map((caseId) => rate(me, command(caseId, good(phoneOf(2))))));
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    const refused = results.find((result) => result.status === "rejected");
    expect(String(refused?.reason)).toMatch(/五天内已评价过，\d{4}年.*之后可以再评/);
  });

  it("L-5.1.2-03 431999 秒时拒绝，432000 秒时可以再评（数据库时间）", async () => {
    const phone = phoneOf(3);
    await rate(me, command(await finishedCase(), good(phone)));
    const shift = (seconds: number) => db().$executeRaw`UPDATE "EvaluationSlot" SET "until" = clock_timestamp() + make_interval(secs => ${432_000 - seconds}) WHERE "until" > clock_timestamp() + interval '4 days'`;
    await shift(431_999);
    await expect(rate(me, command(await finishedCase(), good(phone)))).rejects.toMatchObject({ code: "tooMany" });
    await db().$executeRaw`UPDATE "EvaluationSlot" SET "until" = clock_timestamp()`;
    await expect(rate(me, command(await finishedCase(), good(phone)))).resolves.toBeTruthy();
  });

  it("失败的尝试不占名额；同一幂等键得到同一评价", async () => {
    const caseId = await finishedCase();
    await expect(rate(me, command(caseId, { ...good(phoneOf(4)), level: 1, options: [] }))).rejects.toMatchObject({ code: "invalid" });
    const key = randomUUID();
    const [first, second] = [await rate(me, command(caseId, good(phoneOf(4)), key)), await rate(me, command(caseId, good(phoneOf(4)), key))];
    expect(second).toEqual(first);
  });

  it("别家的、没办结的都不能评；岗位不符的看不到评价", async () => {
    await expect(openRating(owner(foreign), await finishedCase())).rejects.toMatchObject({ code: "notFound" });
    await expect(openRating(me, await finishedCase(null))).rejects.toMatchObject({ code: "conflict" });
    const staff = { kind: "staff" as const, accountId: randomUUID(), sessionId: randomUUID(), name: "张敏", officeCode: "NEEB" };
    await expect(listEvaluations({ ...staff, roles: ["intake"] })).rejects.toMatchObject({ code: "forbidden" });
    const { rows } = await listEvaluations({ ...staff, roles: ["evaluationOfficer"] });
    expect(rows[0]).toMatchObject({ rater: "王*", word: "非常满意" });
    expect(await listEvaluations({ ...staff, officeCode: "NCEB", roles: ["evaluationOfficer"] })).toEqual({ rows: [], filter: { level: "", channel: "", matter: "", period: undefined }, misread: {} });
  });
});
