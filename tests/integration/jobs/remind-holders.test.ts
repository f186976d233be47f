import { beforeEach, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/access/actor";
import { freshDatabase } from "../database";

await freshDatabase();
const { staff } = await import("../review/cases");
const { planCase } = await import("../review/planned-cases");
const { enterprise } = await import("../applications/fixtures");
const { db } = await import("@/lib/data/client");
const { chooseDailyReminder, getDailyReminder } = await import("@/lib/services/accounts/daily-reminder");
const { remindHolders } = await import("@/lib/services/jobs/remind-holders");
const { systemActor } = await import("@/lib/services/jobs/system-actor");

/** 星期一；前后没有长假。 */
const [FRIDAY, SATURDAY, MONDAY, TUESDAY, WEDNESDAY] = ["2026-11-20", "2026-11-21", "2026-11-23", "2026-11-24", "2026-11-25"] as const;
const run = (on: string = MONDAY) => remindHolders(systemActor, on);
let serial = 0;

async function holder(mobile: string | null = "reachable"): Promise<StaffActor> {
  const own = (serial += 1);
  const actor = await staff(["examiner"]);
  await db().account.update({ where: { id: actor.accountId }, data: { mobile: mobile && `137${String(own).padStart(8, "0")}` } });
  return actor;
}

async function held(actor: StaffActor, stageDueOn: string, more: object = {}) {
  const planned = await planCase({ holderId: actor.accountId, state: "underReview" });
  await db().case.update({ where: { id: planned.id }, data: { stageDueOn, ...more } });
  return planned;
}

async function sentTo({ accountId }: StaffActor): Promise<string[]> {
  const { mobile } = await db().account.findUniqueOrThrow({ where: { id: accountId } });
  const rows = await db().outboxMessage.findMany({ where: { recipient: mobile ?? "-", template: "notice.held" }, orderBy: { createdAt: "asc" } });
  return rows.map(({ body }) => body);
}

describe("L-6-11 承办人的每日提醒", () => {
  let actor: StaffActor;
  beforeEach(async () => {
    await db().case.updateMany({ data: { state: "discarded" } });
    actor = await holder();
  });

  it("L-6-11 逾期、今日与下一个工作日到期的并成一条，经发件箱待发；企业的名称、代码、人员都不在其中", async () => {
    const overdue = await held(actor, FRIDAY);
    const now = await held(actor, MONDAY);
    const next = await held(actor, TUESDAY);
    const later = await held(actor, WEDNESDAY);
    expect(await run()).toEqual({ reminded: 1, failed: 0 });
    const [body = "", ...others] = await sentTo(actor);
    expect(others).toEqual([]);
    expect(body).toBe(`您承办的案件已逾期 1 件，今日到期 1 件，下一个工作日到期 1 件：${[overdue, now, next].map(({ number }) => number).join("、")}。请登录内网办理；不要每日提醒的，可在“登录安全”关闭。`);
    for (const { enterprise: name, uscc } of [overdue, now, next, later]) for (const personal of [name, uscc]) expect(body).not.toContain(personal);
    expect(await db().outboxMessage.findFirstOrThrow({ where: { body } })).toMatchObject({ channel: "sms", state: "pending", attempts: 0, params: {} });
  });

  it("L-6-11 没有到期的不发：还早的、停表的、企业在补正的、已办结的、没有领取的、别人承办的；登记不到手机的也不发", async () => {
    await held(actor, WEDNESDAY);
    await held(actor, MONDAY, { clockPausedOn: FRIDAY });
    await held(actor, MONDAY, { state: "correction" });
    await held(actor, FRIDAY, { state: "granted", finishedAt: new Date() });
    await held(actor, MONDAY, { holderId: null });
    const silent = await holder(null);
    await held(silent, MONDAY);
    expect(await run()).toEqual({ reminded: 0, failed: 0 });
    expect(await sentTo(actor)).toEqual([]);
    expect(await getDailyReminder(silent)).toEqual({ on: true, reachable: false });
  });

  it("L-6-11 承诺期限过了而法定期限没有过的说超承诺，不说逾期（决定十七）", async () => {
    await held(actor, FRIDAY, { promisedDueOn: FRIDAY, statutoryDueOn: WEDNESDAY });
    expect(await run()).toMatchObject({ reminded: 1 });
    expect((await sentTo(actor))[0]).toContain("超承诺 1 件");
  });

  it("L-6-11 几台服务器同时做、当天再做，一人一天恰好一条；下一个工作日再有一条，休息日没有", async () => {
    const many = await Promise.all(Array.from({ length: 6 }, () => holder()));
    for (const one of many) for (let n = 0; n < 3; n += 1) await held(one, MONDAY);
    const outcomes = await Promise.all([run(), run(), run(), run()]);
    expect(outcomes.reduce((sum, { reminded }) => sum + reminded, 0)).toBe(6);
    expect(outcomes.every(({ failed }) => failed === 0)).toBe(true);
    expect(await run()).toEqual({ reminded: 0, failed: 0 });
    for (const one of many) expect(await sentTo(one)).toHaveLength(1);
    expect(await run(SATURDAY)).toEqual({ reminded: 0, failed: 0 });
    expect(await run(TUESDAY)).toEqual({ reminded: 6, failed: 0 });
    for (const one of many) expect(await sentTo(one)).toHaveLength(2);
  });

  it("L-6-11 自己关掉的不发，打开了再发，两次都记审计；今天外出的、停用的不发", async () => {
    await held(actor, MONDAY);
    const away = await holder();
    await held(away, MONDAY);
    await db().staffAbsence.create({ data: { accountId: away.accountId, fromOn: FRIDAY, untilOn: MONDAY, createdById: away.accountId } });
    const disabled = await holder();
    await held(disabled, MONDAY);
    await db().account.update({ where: { id: disabled.accountId }, data: { state: "disabled" } });
    await chooseDailyReminder(actor, { on: false });
    expect(await getDailyReminder(actor)).toEqual({ on: false, reachable: true });
    expect(await run()).toEqual({ reminded: 0, failed: 0 });
    await chooseDailyReminder(actor, { on: true });
    expect(await run()).toEqual({ reminded: 1, failed: 0 });
    const trail = await db().auditEntry.findMany({ where: { subjectId: actor.accountId, action: { startsWith: "account.reminder" } }, orderBy: { at: "asc" }, select: { action: true } });
    expect(trail.map(({ action }) => action)).toEqual(["account.reminderOff", "account.reminderOn"]);
  });

  it("L-6-11 没发成的什么也不留下，当天再做再发；不耽误别人", async () => {
    const broken = await holder();
    for (const one of [actor, broken]) await held(one, MONDAY);
    const { mobile } = await db().account.findUniqueOrThrow({ where: { id: broken.accountId } });
    await db().$executeRawUnsafe(`CREATE FUNCTION break_outbox() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken'; END $$`);
    await db().$executeRawUnsafe(`CREATE TRIGGER break_outbox BEFORE INSERT ON "OutboxMessage" FOR EACH ROW WHEN (NEW."recipient" = '${mobile}') EXECUTE FUNCTION break_outbox()`);
    expect(await run()).toEqual({ reminded: 1, failed: 1 });
    expect(await db().reminder.count({ where: { subjectId: broken.accountId } })).toBe(0);
    await db().$executeRawUnsafe(`DROP TRIGGER break_outbox ON "OutboxMessage"`);
    expect(await run()).toEqual({ reminded: 1, failed: 0 });
    expect([await sentTo(actor), await sentTo(broken)].map(({ length }) => length)).toEqual([1, 1]);
  });

  it("L-6-11 只有系统做得了；企业没有这一项", async () => {
    await expect(remindHolders(actor, MONDAY)).rejects.toMatchObject({ code: "forbidden" });
    const outsider = await enterprise(["owner"]);
    await expect(getDailyReminder(outsider)).rejects.toMatchObject({ code: "forbidden" });
    await expect(chooseDailyReminder(outsider, { on: false })).rejects.toMatchObject({ code: "forbidden" });
  });
});
