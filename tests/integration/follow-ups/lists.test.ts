import { beforeAll, describe, expect, it } from "vitest";
import type { FollowUpKind } from "@/lib/terms/follow-ups";
import { addWorkingDays, builtInCalendar, workingDaysBetween } from "@/lib/workflow/calendar";
import { addDays } from "@/lib/workflow/iso-date";
import { freshDatabase } from "../database";

await freshDatabase();
const { enterprise } = await import("../applications/fixtures");
const { staff } = await import("../review/cases");
const { db } = await import("@/lib/data/client");
const { countTasks, listFollowUps } = await import("@/lib/services/follow-ups/list-follow-ups");
const { exportFollowUps } = await import("@/lib/services/follow-ups/export-follow-ups");
const { exportExpiring, listExpiring } = await import("@/lib/services/licences/list-expiring");
const { openDesk } = await import("@/lib/services/review/open-desk");
const { today } = await import("@/lib/services/platform/clock");

const on = await today();
type Owner = Awaited<ReturnType<typeof enterprise>>;
let serial = 0;

async function newCase(owner: Owner, more: object = {}, officeCode = "NEEB"): Promise<string> {
  serial += 1;
  const { id } = await db().case.create({
    data: {
      number: `LS-2026-${String(serial).padStart(6, "0")}`, kind: "licensing", officeCode, enterpriseId: owner.enterpriseId, state: "granted", createdById: owner.accountId, submittedAt: new Date(), ...more,
      application: { create: { business: "new-licence", definitionVersion: 1, procedure: "standard" } },
    },
  });
  return id;
}

async function newTask(owner: Owner, kind: FollowUpKind, dueOn: string, state = "open", officeCode = "NEEB"): Promise<string> {
  const caseId = await newCase(owner, {}, officeCode);
  const { id } = await db().followUp.create({ data: { caseId, enterpriseId: owner.enterpriseId, officeCode, kind, dueOn, state, task: "要办的事" } });
  return id;
}

async function newLicence({ enterpriseId }: Owner, validTo: string, officeCode = "NEEB"): Promise<string> {
  serial += 1;
  const face = { reason: "首次发证", ruleSetId: "NDRC-36-2020", items: [], scopeText: "承装五级", holderName: `持证${serial}`, uscc: `91${serial}`, domicile: "-", legalRep: "-", officeName: "-" };
  const { id } = await db().licence.create({
    data: { number: `2-1-${serial}-2021`, enterpriseId, officeCode, firstIssuedOn: "2021-01-01", versions: { create: { version: 1, ...face, issuedOn: "2021-01-01", validFrom: "2021-01-01", validTo } } },
  });
  return id;
}

describe("后续任务的名单", () => {
  let owner: Owner;
  let intake: Awaited<ReturnType<typeof staff>>;
  beforeAll(async () => {
    owner = await enterprise(["owner"]);
    intake = await staff(["intake"], "张敏");
    await staff(["intake"], "外", "NCEB");
    await newTask(owner, "deferral", addDays(on, -1));
    await newTask(owner, "deferral", addDays(on, -9), "supplied");
    await newTask(owner, "deferral", on);
    await newTask(owner, "deferral", addDays(on, -3), "met");
    await newTask(owner, "deferral", addDays(on, -2), "open", "NCEB");
    await newTask(owner, "verification", addDays(on, 5));
    await newTask(owner, "rectification", addDays(on, 40));
  });

  it("L-6-07 逾期的容缺补齐列得出来：最早到期的在前，已了结的、别的机构的、今天到期的不在内，写明逾期几个工作日", async () => {
    const { rows } = await listFollowUps(intake, { kind: "deferral", cut: "overdue" });
    expect(rows.map(({ dueOn, dueText, overdue, stateWord }) => [dueOn, dueText, overdue, stateWord])).toEqual([
      [addDays(on, -9), `逾期 ${workingDaysBetween(addDays(on, -9), on, builtInCalendar)} 个工作日`, true, "待核对"], [addDays(on, -1), "逾期 1 个工作日", true, "待办理"],
    ]);
    expect(rows.every(({ caseId }) => caseId !== "")).toBe(true);
  });

  it("L-6-07 各种任务分开数，每个视图几件；没有的种类也在列", async () => {
    const none = { running: 0, today: 0, next: 0, dueSoon: 0, overdue: 0, toConfirm: 0 };
    // 长假里下一个工作日可能在五天以后
    const soonWorks = addDays(on, 5) <= addWorkingDays(on, 1, builtInCalendar);
    expect(await countTasks(intake)).toEqual([
      { ...none, kind: "deferral", running: 3, today: 1, dueSoon: 1, overdue: 2 }, { ...none, kind: "verification", running: 1, next: soonWorks ? 1 : 0, dueSoon: 1 },
      { ...none, kind: "rectification", running: 1 }, { ...none, kind: "conditions" },
    ]);
    const proposed = await newTask(owner, "verification", addWorkingDays(on, 1, builtInCalendar), "proposed");
    const [, verification] = await countTasks(intake);
    expect(verification).toMatchObject({ running: 2, next: soonWorks ? 2 : 1, toConfirm: 1 });
    for (const cut of ["next", "toConfirm"] as const) expect((await listFollowUps(intake, { kind: "verification", cut })).rows).toHaveLength(verification?.[cut] ?? -1);
    await db().followUp.delete({ where: { id: proposed } });
  });

  it("L-6-07 导出照列表的筛选，公式失效，留下审计", async () => {
    await db().enterprise.update({ where: { id: owner.enterpriseId }, data: { name: "=HYPERLINK(1)" } });
    const { name, bytes } = await exportFollowUps(intake, { kind: "deferral", cut: "overdue" }, "csv");
    const lines = bytes.toString("utf8").trim().split(/\r?\n/);
    expect(name).toBe("容缺补齐_已逾期.csv");
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain("'=HYPERLINK(1)");
    expect((await exportFollowUps(intake, {}, "xlsx")).bytes.subarray(0, 2).toString()).toBe("PK");
    expect(await db().auditEntry.count({ where: { action: "followUp.export", actorId: intake.accountId } })).toBe(2);
  });

  /** 点开今日提醒的一行，列表里有几件。 */
  async function behind(actor: Awaited<ReturnType<typeof staff>>, href: string): Promise<number> {
    const { pathname, searchParams } = new URL(href, "http://x");
    const search = Object.fromEntries(searchParams);
    if (pathname === "/admin/follow-ups") return (await listFollowUps(actor, search)).rows.length;
    const stage = pathname.split("/")[3];
    const { view } = await openDesk(actor, { ...search, ...(stage ? { stage } : {}) });
    expect(view.counts.find(({ cut }) => cut === "running")?.count).toBe(view.rows.length);
    return view.rows.length;
  }

  it("今日提醒：逾期、今日与下一个工作日到期的各几件；停表的、别人承办的、只过了承诺期限的是超承诺；点开的列表恰是数到的几件", async () => {
    const next = addWorkingDays(on, 1, builtInCalendar);
    const late = { state: "submitted", stageDueOn: addDays(on, -1) };
    await newCase(owner, late);
    await newCase(owner, { ...late, clockPausedOn: on });
    await newCase(owner, { ...late, holderId: owner.accountId });
    await newCase(owner, { ...late, statutoryDueOn: addDays(on, 9) });
    await newCase(owner, { ...late, statutoryDueOn: addDays(on, 9), holderId: owner.accountId });
    await newCase(owner, { state: "submitted", stageDueOn: on, holderId: intake.accountId });
    await newCase(owner, { state: "submitted", stageDueOn: on });
    await newCase(owner, { state: "submitted", stageDueOn: on, holderId: owner.accountId });
    await newCase(owner, { state: "correction", stageDueOn: on });
    await newCase(owner, { state: "awaitingSignature", stageDueOn: on });
    await newTask(owner, "verification", next);
    await newCase(owner, { state: "submitted", stageDueOn: next });
    await newCase(owner, { state: "underReview", stageDueOn: on });
    const { digest: lines } = await openDesk(intake, { stage: "intake" });
    expect(lines.map(({ what, count }) => [what, count])).toEqual([
      ["案件已逾期", 1], ["案件超承诺", 1], ["案件今日到期", 2], ["案件下一个工作日到期", 1], ["后续任务已逾期", 2], ["后续任务今日到期", 1], ["后续任务下一个工作日到期", 1],
    ]);
    expect(lines.filter(({ urgent }) => urgent).map(({ what }) => what)).toEqual(["案件已逾期", "案件超承诺", "后续任务已逾期"]);
    expect(lines[1]?.href).toBe("/admin/queue/intake?digest=overPromised");
    for (const { what, count, href } of lines) expect(await behind(intake, href), what).toBe(count);
    const both = await staff(["intake", "examiner"], "王强");
    const { digest: wider } = await openDesk(both, {});
    expect(wider.map(({ what, count }) => [what, count])).toContainEqual(["案件今日到期", 2]);
    for (const { what, count, href } of wider) expect(await behind(both, href), what).toBe(count);
  });
});

describe("许可证届满名单", () => {
  it("九十、六十、三十日内与已届满，先届满的在前；延续在办的写明，可只看没有办的；别的机构、终止了的不在内", async () => {
    const owners = await Promise.all([0, 1, 2, 3, 4, 5].map(() => enterprise(["owner"])));
    const [first, second, third, gone, foreign, past] = owners as [Owner, Owner, Owner, Owner, Owner, Owner];
    const examiner = await staff(["examiner"], "李审");
    const soon = await newLicence(first, addDays(on, 20));
    const later = await newLicence(second, addDays(on, 50));
    const last = await newLicence(third, addDays(on, 90));
    await db().licence.update({ where: { id: await newLicence(gone, addDays(on, 10)) }, data: { state: "revoked" } });
    await newLicence(foreign, addDays(on, 10), "NCEB");
    const expired = await newLicence(past, addDays(on, -5));
    await newLicence(await enterprise(["owner"]), addDays(on, 91));
    const renewal = await newCase(second, { state: "submitted" });
    await db().application.update({ where: { caseId: renewal }, data: { business: "renewal", licenceId: later } });
    const ids = async (query: Parameters<typeof listExpiring>[1]) => (await listExpiring(examiner, query)).rows.map(({ id }) => id);
    expect(await ids({})).toEqual([soon, later, last]);
    expect(await ids({ cut: "days60" })).toEqual([soon, later]);
    expect(await ids({ cut: "days30" })).toEqual([soon]);
    expect(await ids({ cut: "expired" })).toEqual([expired]);
    expect(await ids({ renewing: "running" })).toEqual([later]);
    expect(await ids({ renewing: "none" })).toEqual([soon, last]);
    expect((await listExpiring(examiner, { cut: "days60" })).rows).toMatchObject([
      { daysLeft: 20, tooLate: true, renewalNumber: "" }, { daysLeft: 50, tooLate: false, renewBy: addDays(on, 20), renewalId: renewal },
    ]);
    const { name, bytes } = await exportExpiring(examiner, { cut: "days60" }, "csv");
    expect([name, bytes.toString("utf8").trim().split(/\r?\n/).length]).toEqual(["许可证届满_六十日内届满.csv", 3]);
  });
});
