import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { addDays } from "@/lib/workflow/iso-date";
import { freshDatabase } from "../database";

await freshDatabase();
const { enterprise } = await import("../applications/fixtures");
const { staff } = await import("../review/cases");
const { db } = await import("@/lib/data/client");
const { sendReminders } = await import("@/lib/services/jobs/send-reminders");
const { systemActor } = await import("@/lib/services/jobs/system-actor");
const { listTodos } = await import("@/lib/services/communication/messages");

/** 星期一，其后没有长假。 */
const MONDAY = "2026-11-23";
const run = (on = MONDAY) => sendReminders(systemActor, on);
type Owner = Awaited<ReturnType<typeof enterprise>>;
let serial = 0;

async function newCase(owner: Owner, state: string, more: object = {}): Promise<string> {
  serial += 1;
  const { id } = await db().case.create({
    data: {
      number: `RM-2026-${serial}`, kind: "licensing", officeCode: "NEEB", enterpriseId: owner.enterpriseId, state, createdById: owner.accountId, submittedAt: new Date(), ...more,
      application: { create: { business: "new-licence", definitionVersion: 1, procedure: "standard" } },
    },
  });
  return id;
}

async function newTask(owner: Owner, kind: string, dueOn: string): Promise<string> {
  const caseId = await newCase(owner, "granted", { finishedAt: new Date() });
  const { id } = await db().followUp.create({ data: { caseId, enterpriseId: owner.enterpriseId, officeCode: "NEEB", kind, dueOn, task: "要办的事" } });
  return id;
}

async function newLicence({ enterpriseId }: Owner, validTo: string): Promise<string> {
  serial += 1;
  const face = { reason: "首次发证", ruleSetId: "NDRC-36-2020", items: [], scopeText: "承装五级", holderName: "-", uscc: "-", domicile: "-", legalRep: "-", officeName: "-" };
  const { id } = await db().licence.create({
    data: { number: `2-1-${serial}-2026`, enterpriseId, officeCode: "NEEB", firstIssuedOn: "2021-01-01", versions: { create: { version: 1, ...face, issuedOn: "2021-01-01", validFrom: "2021-01-01", validTo } } },
  });
  return id;
}

const titlesOf = async ({ enterpriseId }: Owner): Promise<string[]> =>
  (await db().message.findMany({ where: { enterpriseId }, orderBy: { createdAt: "asc" }, select: { title: true } })).map(({ title }) => title);
const smsTo = async ({ accountId }: Owner): Promise<number> => {
  const { mobile } = await db().account.findUniqueOrThrow({ where: { id: accountId } });
  return db().outboxMessage.count({ where: { recipient: mobile ?? "-", template: { startsWith: "notice.reminder" } } });
};

describe("L-6-11 到期提醒", () => {
  let owner: Owner;
  beforeEach(async () => {
    await db().case.updateMany({ data: { state: "discarded" } });
    await db().followUp.updateMany({ data: { state: "cancelled" } });
    await db().licence.updateMany({ data: { state: "cancelled" } });
    await sendReminders(systemActor, MONDAY);
    owner = await enterprise(["owner"]);
    await db().account.update({ where: { id: owner.accountId }, data: { mobile: `139${String(serial).padStart(8, "0")}` } });
  });

  it("补正提前五个、一个工作日各提醒一次：消息与短信；还早的、已重新提交的、已逾期的不提醒", async () => {
    await newCase(owner, "correction", { stageDueOn: "2026-11-30" });
    await newCase(owner, "correction", { stageDueOn: "2026-12-01" });
    await newCase(owner, "submitted", { stageDueOn: "2026-11-24" });
    await newCase(owner, "correction", { stageDueOn: "2026-11-20" });
    expect(await run()).toMatchObject({ reminded: 1, failed: 0 });
    expect([await titlesOf(owner), await smsTo(owner)]).toEqual([["补正期限将到"], 1]);
    expect(await run()).toMatchObject({ reminded: 0 });
    expect(await run("2026-11-27")).toMatchObject({ reminded: 2 });
    expect(await titlesOf(owner)).toHaveLength(3);
  });

  it("容缺、整改、条件保持照样；核查告诉企业备好材料，不发短信；提交了的不提醒", async () => {
    for (const kind of ["deferral", "rectification", "conditions"]) await newTask(owner, kind, "2026-11-24");
    await newTask(owner, "verification", addDays(MONDAY, 30));
    const supplied = await newTask(owner, "deferral", "2026-11-24");
    await db().followUp.update({ where: { id: supplied }, data: { state: "supplied" } });
    expect(await run()).toMatchObject({ reminded: 4 });
    expect((await titlesOf(owner)).sort()).toEqual(["告知承诺将核查", "在册人员补足将到期", "容缺材料补齐将到期", "限期整改将到期"].sort());
    expect(await smsTo(owner)).toBe(3);
  });

  it("许可证届满九十、六十、三十日各一次，同一条待办给出延续的路；交了延续就关上、不再提醒", async () => {
    const validTo = addDays(MONDAY, 90);
    const licenceId = await newLicence(owner, validTo);
    await newLicence(await enterprise(["owner"]), addDays(validTo, 200));
    expect(await run()).toMatchObject({ reminded: 1 });
    expect(await run(addDays(MONDAY, 28))).toMatchObject({ reminded: 0 });
    expect(await run(addDays(MONDAY, 30))).toMatchObject({ reminded: 1 });
    expect(await listTodos(owner)).toMatchObject([{ kind: "renewal", kindWord: "办理许可证延续", href: "/guides/renewal?start", dueOn: addDays(validTo, -30) }]);
    const renewal = await newCase(owner, "submitted", {});
    await db().application.update({ where: { caseId: renewal }, data: { business: "renewal", licenceId } });
    expect(await run(addDays(MONDAY, 60))).toMatchObject({ reminded: 0, closed: 1 });
    expect(await listTodos(owner)).toEqual([]);
    expect(await titlesOf(owner)).toEqual(["许可证将届满", "许可证将届满"]);
  });

  it("延续准予之后、许可证终止之后不提醒，待办关上", async () => {
    const licenceId = await newLicence(owner, addDays(MONDAY, 80));
    expect(await run()).toMatchObject({ reminded: 1 });
    const { id: _id, createdAt: _at, items, ...version } = await db().licenceVersion.findFirstOrThrow({ where: { licenceId } });
    await db().licenceVersion.create({ data: { ...version, items: items as object, version: 2, validTo: addDays(MONDAY, 2_000) } });
    expect(await run(addDays(MONDAY, 28))).toMatchObject({ reminded: 0, closed: 1 });
    expect(await listTodos(owner)).toEqual([]);
  });

  it("几个进程同时做、重启重做，每件每步恰好一次；期限顺延了算新的一件", async () => {
    const ids = [];
    for (let n = 0; n < 8; n += 1) ids.push(await newCase(owner, "correction", { stageDueOn: "2026-11-24" }));
    const outcomes = await Promise.all([run(), run(), run()]);
    expect(outcomes.reduce((sum, { reminded }) => sum + reminded, 0)).toBe(8);
    expect(outcomes.every(({ failed }) => failed === 0)).toBe(true);
    expect(await titlesOf(owner)).toHaveLength(8);
    expect(await run()).toMatchObject({ reminded: 0 });
    await db().case.update({ where: { id: ids[0] ?? randomUUID() }, data: { stageDueOn: "2026-11-27" } });
    expect(await run()).toMatchObject({ reminded: 1 });
  });

  it("没发成的什么也不留下，下次再发；不耽误别的", async () => {
    const broken = await newCase(owner, "correction", { stageDueOn: "2026-11-24" });
    await newCase(owner, "correction", { stageDueOn: "2026-11-24" });
    await db().$executeRawUnsafe(`CREATE FUNCTION break_message() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken'; END $$`);
    await db().$executeRawUnsafe(`CREATE TRIGGER break_message BEFORE INSERT ON "Message" FOR EACH ROW WHEN (NEW."caseId" = '${broken}') EXECUTE FUNCTION break_message()`);
    expect(await run()).toMatchObject({ reminded: 1, failed: 1 });
    expect(await db().reminder.count({ where: { subjectId: broken } })).toBe(0);
    await db().$executeRawUnsafe(`DROP TRIGGER break_message ON "Message"`);
    expect(await run()).toMatchObject({ reminded: 1, failed: 0 });
  });

  it("休息日不提醒；账号不能直接做", async () => {
    await newCase(owner, "correction", { stageDueOn: "2026-11-23" });
    expect(await run("2026-11-22")).toMatchObject({ reminded: 0 });
    await expect(sendReminders(owner, MONDAY)).rejects.toMatchObject({ code: "forbidden" });
    await expect(sendReminders(await staff(["administrator"]), MONDAY)).rejects.toMatchObject({ code: "forbidden" });
  });
});
