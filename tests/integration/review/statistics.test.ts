import { beforeAll, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/access/actor";
import { workingDaysBetween } from "@/lib/workflow/calendar";
import { addDays } from "@/lib/workflow/iso-date";
import { freshDatabase } from "../database";
import { today } from "../../builders/today";

await freshDatabase();
const { staff } = await import("./cases");
const { planCase } = await import("./planned-cases");
const { db } = await import("@/lib/data/client");
const { getCaseStatistics } = await import("@/lib/services/review/statistics");
const { exportCaseStatistics } = await import("@/lib/services/review/export-statistics");

const noon = (day: string): Date => new Date(`${day}T12:00:00+08:00`);
const yesterday = addDays(today(), -1);
let signer: StaffActor;
let intake: StaffActor;
let administrator: StaffActor;

/** 受理后经过 lasted 天作出决定，承诺期限在受理后 promised 天；stops 是停表。 */
async function decidedCase(lasted: number, promised: number, more: { business?: string; state?: string; officeCode?: string; stops?: string[] } = {}): Promise<{ id: string; from: string }> {
  const { business = "renewal", state = "granted", officeCode = "NEEB", stops = [] } = more;
  const from = addDays(yesterday, -lasted);
  const { id } = await planCase({ state, business, officeCode, dueIn: null, submittedAt: noon(from), finishedAt: noon(yesterday) });
  await db().case.update({ where: { id }, data: { acceptedAt: noon(from), promisedDueOn: addDays(from, promised), statutoryDueOn: addDays(from, 40), clockStops: stops } });
  return { id, from };
}

const remark = (caseId: string, text: string, slot: string | null, sentAt: Date | null = new Date()) =>
  db().remark.create({ data: { caseId, round: 1, sectionKey: "technical-lead", slot, level: "must", text, place: "技术负责人 › 张三", authorId: intake.accountId, sentAt } });

const event = (caseId: string, by: StaffActor, action: string, at = new Date()) =>
  db().caseEvent.create({ data: { caseId, action, fromState: "submitted", toState: "accepted", actorId: by.accountId, actorName: by.name, actorRole: by.roles[0] ?? "", at } });

beforeAll(async () => {
  [signer, intake, administrator] = [await staff(["signer"], "赵签"), await staff(["intake"], "张敏"), await staff(["administrator"], "管理")];
  const stranger = await staff(["intake"], "外人", "SD");
  const [first, second] = [await planCase({ state: "submitted", holderId: intake.accountId, dueIn: -2 }), await planCase({ state: "correction" })];
  await planCase({ state: "accepted", business: "renewal", dueIn: 4, statutoryIn: 9 });
  await planCase({ state: "draft" });
  await planCase({ state: "submitted", officeCode: "SD", holderId: stranger.accountId });
  await planCase({ state: "granted", dueIn: null, submittedAt: noon("2020-05-06"), finishedAt: noon("2020-06-06") });
  await planCase({ state: "terminated", dueIn: null, finishedAt: noon(yesterday) });
  await decidedCase(9, 14);
  await decidedCase(30, 14, { state: "refused", business: "reissue" });
  await decidedCase(50, 60, { business: "reissue", stops: [`${addDays(yesterday, -40)}/${addDays(yesterday, -20)}`] });
  await decidedCase(3, 14, { officeCode: "SD" });
  await remark(first.id, "缺少盖章页，请补充", "TITLE_CERT");
  await remark(first.id, "张三的证书编号与2019年的不同", "TITLE_CERT");
  await remark(second.id, "缺少盖章页，请补充", null);
  await remark(second.id, "还没有发出", null, null);
  await event(first.id, intake, "returnForCorrection");
  await event(second.id, intake, "returnForCorrection");
  await event(first.id, intake, "accept");
  await event(first.id, intake, "accept", noon("2020-05-06"));
  await event(first.id, stranger, "accept");
});

/** 直接从表里数。 */
const counted = async (where: object): Promise<number> => db().case.count({ where });

describe("办理统计（issue 5 statistics）", () => {
  it("issue 5 在办、提交、办结与直接从表里数的一致；别的机构、草稿、期间之外的不在内", async () => {
    const view = await getCaseStatistics(signer, {});
    const since = new Date(`${view.period.from}-01T00:00:00+08:00`);
    for (const { state, count } of view.running) expect(count, state).toBe(await counted({ officeCode: "NEEB", state }));
    expect(view.received).toBe(await counted({ officeCode: "NEEB", submittedAt: { gte: since } }));
    for (const [state, count] of Object.entries(view.outcomes)) expect(count, state).toBe(await counted({ officeCode: "NEEB", state, finishedAt: { gte: since } }));
    expect(view).toMatchObject({ overdue: 1, unclaimed: 1, outcomes: { granted: 2, refused: 1, notAccepted: 0, terminated: 1 }, office: { code: "NEEB" }, officeChoices: [] });
    expect(view.months).toHaveLength(12);
    expect(view.months.reduce((sum, { outcomes }) => sum + outcomes.granted, 0)).toBe(2);
    expect(view.businesses.map(({ business, received }) => [business, received])).toEqual([["new-licence", 3], ["renewal", 2], ["reissue", 2]]);
  });

  it("issue 5 用时按工作日、停表除外，对着承诺与法定期限；终止的不算", async () => {
    const { timing, businesses } = await getCaseStatistics(signer, {});
    const lasted = (days: number): number => workingDaysBetween(addDays(yesterday, -days), yesterday);
    const stopped = workingDaysBetween(addDays(yesterday, -40), addDays(yesterday, -20));
    const used = [lasted(9), lasted(30), lasted(50) - stopped].toSorted((a, b) => a - b);
    expect(timing).toEqual({ decided: 3, promised: { part: 2, whole: 3 }, statutory: { part: 2, whole: 3 }, median: used[1], ninety: used[2], longest: used[2] });
    expect(businesses.find(({ business }) => business === "reissue")?.timing).toMatchObject({ decided: 2, promised: { part: 1, whole: 2 }, statutory: { part: 1, whole: 2 } });
  });

  it("issue 5 退回按所指的地方与常用语；自拟的文字与人名不出现，没有发出的不算", async () => {
    const { returns } = await getCaseStatistics(signer, {});
    expect(returns).toMatchObject({ remarks: 3, cases: 2 });
    expect(returns.places.map(({ count }) => count)).toEqual([2, 1]);
    expect(returns.places[0]?.word).toMatch(/^技术负责人.* › /);
    expect(returns.phrases).toEqual([{ key: "缺少盖章页，请补充", word: "缺少盖章页，请补充", count: 2 }, { key: "自拟的意见", word: "自拟的意见", count: 1 }]);
    expect(JSON.stringify(returns)).not.toContain("张三");
  });

  it("issue 5 各人现在承办的、期间里经手的；只列本机构的人", async () => {
    const { workload } = await getCaseStatistics(signer, {});
    expect(workload?.actions.map(({ action }) => action)).toEqual(["accept", "returnForCorrection"]);
    expect(workload?.people.map(({ name }) => name)).toEqual(["张敏", "赵签"]);
    expect(workload?.people[0]).toMatchObject({ held: 1, overdue: 1, handled: { returnForCorrection: 2, accept: 1 }, total: 3, cases: 2 });
    const other = await getCaseStatistics(signer, { business: "renewal" });
    expect(other.workload?.people[0]).toMatchObject({ held: 0, total: 0 });
  });

  it("issue 5 按业务、按期间筛选；系统管理员看全部或任选一个，别人问别的机构当作没有", async () => {
    const renewal = await getCaseStatistics(signer, { business: "renewal" });
    expect([renewal.received, renewal.outcomes.granted, renewal.returns.remarks]).toEqual([2, 1, 0]);
    expect(await getCaseStatistics(signer, { period: "2020" })).toMatchObject({ received: 1, outcomes: { granted: 1 }, timing: { decided: 0 } });
    const everywhere = await getCaseStatistics(administrator, {});
    expect([everywhere.office, everywhere.workload, everywhere.outcomes.granted, everywhere.officeChoices.length]).toEqual([undefined, undefined, 3, 18]);
    expect(await getCaseStatistics(administrator, { office: "SD" })).toMatchObject({ outcomes: { granted: 1 }, received: 2 });
    for (const office of ["SD", "all", "XX"]) await expect(getCaseStatistics(signer, { office })).rejects.toMatchObject({ code: "notFound" });
  });

  it("issue 5 导出与页面同一份数，留下审计", async () => {
    const csv = await exportCaseStatistics(signer, { business: "renewal" }, "csv");
    expect(csv.name).toMatch(/^办理统计_国家能源局东北监管局_.*\.csv$/);
    expect(csv.bytes.toString("utf8")).toMatch(/总计,国家能源局东北监管局 [^,]+许可证延续,2,1,0,0,0,1,0,1,0,0,1,/);
    const xlsx = await exportCaseStatistics(signer, {}, "xlsx");
    expect(xlsx.bytes.subarray(0, 2).toString()).toBe("PK");
    await exportCaseStatistics(signer, { business: "\u0000", period: "x".repeat(5_000) }, "csv");
    // 认不出的、写反了的月份不另换一段来统计
    for (const to of ["2026-13", "2026-01"]) await expect(exportCaseStatistics(signer, { period: "custom", from: "2026-11", to }, "csv")).rejects.toMatchObject({ code: "invalid" });
    const audits = await db().auditEntry.findMany({ where: { action: "statistics.export", actorId: signer.accountId }, orderBy: { at: "asc" } });
    expect(audits.map(({ detail }) => (detail as { business: string }).business)).toEqual(["renewal", "", ""]);
    expect(JSON.stringify(audits.at(-1)?.detail).length, "只记认得出的").toBeLessThan(200);
  });

  it("issue 5 不予受理与终止的用时另计：受理过的自受理起、停表除外，没有受理的自提交起；导出里另有一张", async () => {
    const at = (days: number): Date => noon(addDays(yesterday, -days));
    const lasted = (days: number): number => workingDaysBetween(addDays(yesterday, -days), yesterday);
    const plan = (state: string, days: number) => planCase({ state, officeCode: "SD", business: "reissue", dueIn: null, submittedAt: at(days), finishedAt: noon(yesterday) });
    await plan("notAccepted", 4);
    await plan("notAccepted", 11);
    const { id } = await plan("terminated", 60);
    await db().case.update({ where: { id }, data: { acceptedAt: at(50), clockStops: [`${addDays(yesterday, -40)}/${addDays(yesterday, -20)}`] } });
    await plan("discarded", 9);
    const view = await getCaseStatistics(administrator, { office: "SD", business: "reissue" });
    const used = lasted(50) - workingDaysBetween(addDays(yesterday, -40), addDays(yesterday, -20));
    expect(view.endings).toEqual([
      { state: "notAccepted", count: 2, median: lasted(4), ninety: lasted(11), longest: lasted(11) }, { state: "terminated", count: 1, median: used, ninety: used, longest: used },
    ]);
    expect(view.timing.decided).toBe(0);
    const csv = (await exportCaseStatistics(administrator, { office: "SD", business: "reissue" }, "csv")).bytes.toString("utf8");
    expect(csv).toContain(`不予受理与终止的用时,不予受理,2,${lasted(4)},${lasted(11)},${lasted(11)}`);
    expect(csv).toContain(`不予受理与终止的用时,已终止,1,${used},${used},${used}`);
    expect((await getCaseStatistics(administrator, { office: "SD", business: "scope-change" })).endings).toEqual([]);
  });
});
