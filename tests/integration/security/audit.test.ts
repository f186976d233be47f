import { beforeAll, describe, expect, it } from "vitest";
import { Refusal } from "@/lib/access/refusal";
import { ownDataFolder } from "../attachments/fixtures";
import { freshDatabase } from "../database";
import type { World } from "./world";

await freshDatabase();
ownDataFolder("audit");
const { buildWorld, fingerprint, personNamed } = await import("./world");
const { expectations } = await import("./expectations");
const { db, pool } = await import("@/lib/data/client");
const { codeSentTo, goodPassword, passMinute, register, signInAs, visitor } = await import("../accounts/fixtures");
const { draft, enterprise, fill } = await import("../applications/fixtures");
const { submit } = await import("../review/cases");
const { changePassword } = await import("@/lib/services/accounts/change-password");
const { recoverPassword, requestRecoveryCode } = await import("@/lib/services/accounts/recover-password");

/** 改了数据而不必留审计的，各有原因。 */
const unaudited: Readonly<Record<string, string>> = {
  "accounts/register-enterprise#requestRegistrationCode": "只发验证码，发件箱里有这一条",
  "accounts/recover-password#requestRecoveryCode": "只发验证码，发件箱里有这一条",
  "accounts/sessions#extendSession": "只顺延闲置时间",
  "communication/messages#readMessage": "只标已读",
  "review/holder-notices#acknowledgeNotices": "只标已读",
  "review/saved-views#saveView": "本人列表的筛选",
  "review/saved-views#renameView": "本人列表的筛选",
  "review/saved-views#removeView": "本人列表的筛选",
  "credit/list-procedures#listProcedures": "只把信用接口的答复留二十四小时",
  "credit/list-procedures#requireProcedure": "只把信用接口的答复留二十四小时",
};

/** 一次改了两处，各留一条。 */
const twice: Readonly<Record<string, string>> = { "settings/manage-settings#confirmOfficeDigits": "设置里的核实标记，与机构的两位数字" };

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});

async function tried(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

/** 审计自己与它的封存，与随后才送出去的短信。 */
const own = ["AuditEntry", "AuditPending", "OutboxMessage"];
const entries = () => db().auditEntry.count();

describe("T17 每次写都有审计（decisions 34）", () => {
  it.each(Object.entries(expectations))("%s：改了数据恰好留下一条审计", async (name, { open, record, call }) => {
    const role = open.enterprise?.[0] ?? open.staff?.[0];
    const person = role ? personNamed(world, `own:${role}`) : personNamed(world, "public");
    const id = (await record?.(world)) ?? "";
    const [before, had] = [await fingerprint(own), await entries()];
    await tried(() => call(person.actor, id, world));
    const changed = (await fingerprint(own)) !== before;
    const noted = (await entries()) - had;
    const wanted = !changed || Object.hasOwn(unaudited, name) ? [0, 1] : [Object.hasOwn(twice, name) ? 2 : 1];
    expect(wanted, changed ? "改了数据" : "没有改数据").toContain(noted);
    const nameless = await db().auditEntry.count({ where: { OR: [{ actorName: "" }, { audience: { not: "public" }, actorId: null }] } });
    expect(nameless, "不知道是谁").toBe(0);
  });

  /** 上面只因填得不对而没有办成的，这里真办一次。 */
  const deeds: Readonly<Record<string, { prepare: () => Promise<() => Promise<unknown>> }>> = {
    "enterprise.register": { prepare: async () => () => register() },
    "account.signIn": { prepare: async () => signingIn((await register()).login) },
    "account.passwordChanged": {
      prepare: async () => {
        const actor = await signInAs((await register()).login);
        return () => changePassword(actor, { current: goodPassword, password: "Another-2026", password2: "Another-2026" });
      },
    },
    "account.passwordRecovered": {
      prepare: async () => {
        const { login, mobile } = await register();
        await passMinute();
        await requestRecoveryCode(visitor(), { identifier: login, mobile });
        const verifyCode = await codeSentTo(mobile);
        return () => recoverPassword(visitor(), { identifier: login, mobile, verifyCode, password: "Another-2026", password2: "Another-2026" });
      },
    },
    "application.start": {
      prepare: async () => {
        const actor = await enterprise();
        return () => draft(actor);
      },
    },
    "case.submit": {
      prepare: async () => {
        const applicant = await enterprise();
        const applicationId = await draft(applicant);
        await fill(applicant, applicationId, { firstPerson: 880_000 });
        return () => submit({ applicant, applicationId });
      },
    },
  };
  const signingIn = (login: string) => () => signInAs(login);

  it.each(Object.entries(deeds))("%s：办成恰好一条", async (action, { prepare }) => {
    const deed = await prepare();
    const had = await entries();
    await deed();
    expect(await entries()).toBe(had + 1);
    expect(await db().auditEntry.findFirst({ orderBy: { at: "desc" }, select: { action: true } })).toEqual({ action });
  });

  it("证件号码、手机号码、密码、验证码不进审计", async () => {
    const all = await db().auditEntry.findMany({ select: { action: true, detail: true, subjectId: true, actorName: true } });
    expect(all.length).toBeGreaterThan(20);
    const leaking = all.filter((entry) => /(?<![0-9a-f-])(\d{17}[\dX]|1[3-9]\d{9})(?![0-9a-f])|password"|argon2|验证码/.test(JSON.stringify(entry)));
    expect(leaking).toEqual([]);
  });

  it("审计与经过只增不改", async () => {
    for (const change of [`UPDATE "AuditEntry" SET "action" = 'x'`, `DELETE FROM "AuditEntry"`, `UPDATE "CaseEvent" SET "note" = 'x'`, `DELETE FROM "Submission"`, `TRUNCATE "AuditEntry"`]) {
      await expect(pool().query(change), change).rejects.toThrow("append-only");
    }
  });
});
