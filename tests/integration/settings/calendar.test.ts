import { beforeAll, describe, expect, it } from "vitest";
import { addWorkingDays, builtInCalendar, builtInYears, calendarFor } from "@/lib/workflow/calendar";
import { addDays, isWeekend } from "@/lib/workflow/iso-date";
import { freshDatabase } from "../database";

await freshDatabase();
const { advance, staff, submit, submittedCase, team } = await import("../review/cases");
const { draft, enterprise, fill } = await import("../applications/fixtures");
const { submittedBy } = await import("../follow-ups/fixtures");
const { act } = await import("../review/cases");
const { db, transaction } = await import("@/lib/data/client");
const { upsertHolidayYear } = await import("@/lib/data/calendar");
const { changeCalendar, getCalendar, previewCalendar } = await import("@/lib/services/settings/calendar");
const { adoptCalendar } = await import("@/lib/services/jobs/adopt-calendar");
const { systemActor } = await import("@/lib/services/jobs/system-actor");
const { getCase } = await import("@/lib/services/review/get-case");
const { calendarOf, moment, today, workingCalendar } = await import("@/lib/services/platform/clock");

const on = await today();
const year = Number(on.slice(0, 4));
const caseOf = (id: string) => db().case.findUniqueOrThrow({ where: { id } });

/** 从明天起连着放假这么多天的一份安排，跨年的截在年末。 */
function holidaysFromTomorrow(days: number) {
  const { makeUpWorkdays, daysOff } = builtInCalendar.yearOf(year);
  const added = Array.from({ length: days }, (_, index) => addDays(on, index + 1)).filter((day) => day.startsWith(`${year}-`));
  return { year, source: "测试通知", provisional: false, daysOff: [...new Set([...daysOff, ...added])].sort(), makeUpWorkdays: makeUpWorkdays.filter((day) => !added.includes(day)) };
}

describe("决定十七 节假日安排", () => {
  let administrator: Awaited<ReturnType<typeof staff>>;
  let doers: Awaited<ReturnType<typeof team>>;
  beforeAll(async () => {
    administrator = await staff(["administrator"], "管理员");
    doers = await team();
  });

  it("随系统附带的年份在列，哪一年暂定写明；只给系统管理员", async () => {
    const { years, chosen } = await getCalendar(administrator);
    expect(chosen).toMatchObject({ year, recorded: false });
    expect(years.map((one) => one.year)).toEqual([year - 1, year, year + 1, year + 2]);
    expect(years.at(-1)?.provisional).toBe(true);
    await expect(getCalendar(doers.signer)).rejects.toMatchObject({ code: "forbidden" });
    await expect(previewCalendar(doers.intake, holidaysFromTomorrow(3))).rejects.toMatchObject({ code: "forbidden" });
    await expect(changeCalendar(doers.intake, { wanted: holidaysFromTomorrow(3), version: "", expected: { cases: 0, tasks: 0 } })).rejects.toMatchObject({ code: "forbidden" });
  });

  it("预览说几件、举例，什么也不写；启用后形审、承诺、法定、补正与容缺的期限、待办一起改，经过、消息与审计写明；之后提交的照新安排", async () => {
    const intake = await submittedCase();
    const accepted = await submittedCase();
    await advance(accepted.applicationId, doers, "accepted");
    const returned = await submittedCase();
    await db().remark.create({ data: { caseId: returned.applicationId, round: 1, sectionKey: "technical-lead", level: "must", text: "请核对", place: "技术负责人", authorId: doers.intake.accountId } });
    await act(doers.intake, returned.applicationId, "returnForCorrection");
    const deferred = await submittedBy("conditionalAcceptance", ["TL_TITLE"]);
    await act(doers.intake, deferred.applicationId, "acceptConditionally");
    const before = await caseOf(accepted.applicationId);

    const wanted = holidaysFromTomorrow(6);
    const after = calendarFor([wanted]);
    const preview = await previewCalendar(administrator, wanted);
    expect(preview).toMatchObject({ cases: 4, tasks: 1 });
    expect(preview.days.length).toBeGreaterThan(2);
    expect(preview.examples).toContainEqual(expect.objectContaining({ what: "承诺期限", from: before.promisedDueOn, to: addWorkingDays(on, 15, after) }));
    expect(await caseOf(accepted.applicationId)).toEqual(before);

    const { version } = (await getCalendar(administrator)).chosen;
    await expect(changeCalendar(administrator, { wanted, version, expected: { cases: 3, tasks: 1 } })).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("再预览一次") });
    const done = await changeCalendar(administrator, { wanted, version, expected: { cases: 4, tasks: 1 } });
    expect(done).toEqual({ cases: 4, tasks: 1, version: (await getCalendar(administrator)).chosen.version });
    expect(await caseOf(intake.applicationId)).toMatchObject({ stageDueOn: addWorkingDays(on, 5, after), revision: 2 });
    const promisedDueOn = addWorkingDays(on, 15, after);
    expect(await caseOf(accepted.applicationId)).toMatchObject({ stageDueOn: promisedDueOn, promisedDueOn, statutoryDueOn: addWorkingDays(on, 20, after), revision: before.revision });
    const correctionDue = addWorkingDays(on, 15, after);
    expect(await caseOf(returned.applicationId)).toMatchObject({ stageDueOn: correctionDue });
    expect(await db().todoItem.findFirstOrThrow({ where: { caseId: returned.applicationId, kind: "correction" } })).toMatchObject({ dueOn: correctionDue });
    const deferralDue = addWorkingDays(on, 10, after);
    expect(await db().followUp.findFirstOrThrow({ where: { caseId: deferred.applicationId } })).toMatchObject({ dueOn: deferralDue });
    expect(await db().todoItem.findFirstOrThrow({ where: { caseId: deferred.applicationId, kind: "deferredMaterial" } })).toMatchObject({ dueOn: deferralDue });
    const titles = await db().message.findMany({ where: { title: { endsWith: "顺延" } }, select: { title: true, enterpriseId: true } });
    expect(titles).toHaveLength(2);
    expect(titles).toContainEqual({ title: "补正期限顺延", enterpriseId: returned.applicant.enterpriseId });
    expect((await getCase(doers.examiner, accepted.applicationId)).history[0]).toMatchObject({ word: "节假日安排改动，期限重算", who: "管理员 系统管理员" });
    expect(await db().auditEntry.findFirstOrThrow({ where: { action: "settings.calendar" } })).toMatchObject({ subjectId: String(year), actorName: "管理员", detail: expect.objectContaining({ cases: 4, tasks: 1 }) });

    const later = await submittedCase();
    expect(await caseOf(later.applicationId)).toMatchObject({ stageDueOn: addWorkingDays(on, 5, after) });
    expect((await getCalendar(administrator)).chosen).toMatchObject({ recorded: true, source: "测试通知", updatedOn: on });
  });

  it("两位管理员改同一年：工作日一样、只改了依据的也算先改过，后存的退回，先存的还在", async () => {
    const next = await getCalendar(administrator, year + 1);
    const { source: _source, provisional: _provisional, daysOff, makeUpWorkdays, version } = next.chosen;
    const wanted = { year: year + 1, source: "第一位写的通知", provisional: false, daysOff: [...daysOff], makeUpWorkdays: [...makeUpWorkdays] };
    const expected = { cases: 0, tasks: 0 };
    const first = await changeCalendar(administrator, { wanted, version, expected });
    await expect(changeCalendar(administrator, { wanted: { ...wanted, source: "第二位写的通知" }, version, expected })).rejects.toMatchObject({ code: "conflict", fields: { version: expect.stringContaining("刚被别人改过") } });
    expect((await getCalendar(administrator, year + 1)).chosen).toMatchObject({ source: "第一位写的通知", version: first.version });
    await changeCalendar(administrator, { wanted: { ...wanted, source: "第二位写的通知" }, version: first.version, expected });
    await db().holidayYearRecord.deleteMany({ where: { year: year + 1 } });
  });

  it("别的服务器改了，这里马上照新的；没改时不另取，退回的不留下", async () => {
    const calendar = await workingCalendar();
    expect(await workingCalendar()).toBe(calendar);
    const off = { ...holidaysFromTomorrow(0), source: "另一台服务器" };
    await transaction((tx) => upsertHolidayYear(tx, off, null));
    const changed = await workingCalendar();
    expect(changed).not.toBe(calendar);
    expect(changed.yearOf(year).source).toBe("另一台服务器");
    await transaction(async (tx) => {
      await upsertHolidayYear(tx, { ...off, source: "没有提交" }, null);
      expect((await workingCalendar(tx)).yearOf(year).source).toBe("没有提交");
      throw new Error("rolled back");
    }).catch(() => undefined);
    expect((await moment()).calendar.yearOf(year).source).toBe("另一台服务器");
    const { revision } = await db().holidayYearRecord.findUniqueOrThrow({ where: { year } });
    expect((await calendarOf(revision)).yearOf(year).source).toBe("另一台服务器");
  });

  it("随系统附带的记进库里一次；新版附带的不同了，在办案件的期限随之重算；管理员登记过的不动", async () => {
    await db().holidayYearRecord.deleteMany({ where: { year: { not: year } } });
    const mine = await db().holidayYearRecord.findUniqueOrThrow({ where: { year } });
    await db().holidayYearRecord.update({ where: { year }, data: { updatedById: administrator.accountId } });
    const [first, second] = await Promise.all([adoptCalendar(systemActor), adoptCalendar(systemActor)]);
    expect(first.adopted + second.adopted).toBe(builtInYears.length - 1);
    expect(await db().holidayYearRecord.findUniqueOrThrow({ where: { year } })).toMatchObject({ source: mine.source });
    expect((await getCalendar(administrator)).years.find((one) => one.year === year + 1)).toMatchObject({ recorded: false });

    const { applicationId } = await submittedCase();
    const dueOn = (await caseOf(applicationId)).stageDueOn ?? "";
    await transaction((tx) => upsertHolidayYear(tx, { ...builtInCalendar.yearOf(year), source: "上一版附带的", daysOff: [...builtInCalendar.yearOf(year).daysOff, dueOn] }, null));
    await db().case.update({ where: { id: applicationId }, data: { stageDueOn: addWorkingDays(dueOn, 1, builtInCalendar) } });
    expect(await adoptCalendar(systemActor)).toMatchObject({ adopted: 1, moved: expect.any(Number) });
    expect((await caseOf(applicationId)).stageDueOn).toBe(addWorkingDays(on, 5, builtInCalendar));
    await expect(adoptCalendar(administrator)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("还开着的旧版服务器不把新版附带的、已公布的年份退回暂定的", async () => {
    const provisional = builtInYears.find((one) => one.provisional);
    if (!provisional) throw new Error("no provisional year is built in");
    await transaction((tx) => upsertHolidayYear(tx, { ...provisional, source: "国务院办公厅的通知", provisional: false }, null));
    expect(await adoptCalendar(systemActor)).toEqual({ adopted: 0, moved: 0 });
    expect(await db().holidayYearRecord.findUniqueOrThrow({ where: { year: provisional.year } })).toMatchObject({ provisional: false, source: "国务院办公厅的通知" });
  });

  it("改日历的当儿有人在提交：先后都行，期限总是照当时生效的一份", async () => {
    const wanted = holidaysFromTomorrow(8);
    const { cases, tasks } = await previewCalendar(administrator, wanted);
    const { version } = (await getCalendar(administrator)).chosen;
    const applicant = await enterprise(["owner"]);
    const applicationId = await draft(applicant);
    await fill(applicant, applicationId, { firstPerson: 9_000_000 });
    const [outcome] = await Promise.all([changeCalendar(administrator, { wanted, version, expected: { cases, tasks } }).catch((error: { code: string }) => error.code), submit({ applicant, applicationId })]);
    const by = outcome === "conflict" ? await workingCalendar() : calendarFor([wanted]);
    expect((await caseOf(applicationId)).stageDueOn).toBe(addWorkingDays(on, 5, by));
    expect(isWeekend((await caseOf(applicationId)).stageDueOn ?? "")).toBe(false);
  });
});
