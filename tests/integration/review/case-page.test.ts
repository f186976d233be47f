import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { rowsOf, textOf } from "@/lib/forms/answers";
import { freshDatabase } from "../database";

await freshDatabase();
const { act, advance, staff, submittedCase, team } = await import("./cases");
const { correct, mustOn } = await import("./corrections");
const { coursed, holder, submitted } = await import("../businesses/stage");
const { enterprise } = await import("../applications/fixtures");
const { db } = await import("@/lib/data/client");
const { getCase } = await import("@/lib/services/review/get-case");
const { draftRemark } = await import("@/lib/services/review/remarks");
const { revealNumber } = await import("@/lib/services/review/reveal-number");
const { getApplication } = await import("@/lib/services/applications/get-application");
const { getHistory } = await import("@/lib/services/applications/get-history");
const { submitterOf } = await import("@/prisma/seed/courses/submitter");

const unchecked = ["没有重复登记的人员、限制期和未了的后续任务"];
const labels = (view: Awaited<ReturnType<typeof getCase>>) => view.live.map(({ label }) => label);

/** 本案名册里第一名技术人员，与技术负责人。 */
async function peopleOf(own: Awaited<ReturnType<typeof submittedCase>>) {
  const { answers } = (await getApplication(own.applicant, own.applicationId)).context;
  const [technician] = rowsOf(answers.technicians ?? {}, "technicians");
  return { technician: textOf(technician ?? {}, "idNo"), name: textOf(technician ?? {}, "name"), rowId: technician?.rowId ?? "", lead: textOf(answers["technical-lead"] ?? {}, "idNo") };
}

async function engaged(idNumber: string, enterpriseId: string, caseId: string, toOn?: string): Promise<void> {
  await db().person.upsert({ where: { idNumber }, update: {}, create: { idNumber, name: "某人" } });
  await db().engagement.create({ data: { idNumber, enterpriseId, kind: "technician", caseId, detail: {}, fromOn: "2024-03-01", ...(toOn ? { toOn } : {}) } });
}

describe("各次提交", () => {
  it("L-6-03 第 1 次提交按冻结的样子看，只读；本次与上一次相比的变化用字说；没有的一轮答没有找到", async () => {
    const own = await submittedCase();
    const intake = await staff(["intake"], "张敏");
    await draftRemark(intake, mustOn(own.applicationId));
    await act(intake, own.applicationId, "returnForCorrection");
    await correct(own, "LN-第二次");
    const [now, before] = [await getCase(intake, own.applicationId), await getCase(intake, own.applicationId, { round: 1 })];
    expect(now).toMatchObject({ round: 2, shownRound: 2, comparedRound: 1 });
    expect(now.changes).toEqual([expect.objectContaining({ section: "technical-lead", field: "titleCertNo", after: "LN-第二次", kind: "changed" })]);
    expect(JSON.stringify(now.sections)).toContain("LN-第二次");
    expect(before).toMatchObject({ round: 2, shownRound: 1, changes: [], actions: [], claimable: false, phrases: [], remarking: { allowed: false } });
    expect(before.comparedRound).toBeUndefined();
    expect(JSON.stringify(before.sections)).not.toContain("LN-第二次");
    expect(before.submittedAt).toBe(now.submittedAt);
    expect(before.shownAt < now.shownAt).toBe(true);
    expect(now.history.flatMap(({ word, round }) => (round ? [[word, round]] : []))).toEqual([["重新提交", 2], ["资料提交", 1]]);
    await expect(getCase(intake, own.applicationId, { round: 3 })).rejects.toMatchObject({ code: "notFound" });
  });
});

describe("显示完整号码", () => {
  it("L-6-03 在从前的一次提交上看到的是那一次的号码；没有的一轮答没有找到", async () => {
    const own = await submittedCase();
    const intake = await staff(["intake"]);
    const at = { applicationId: own.applicationId, sectionKey: "technical-lead", field: "mobile" };
    const first = await revealNumber(intake, at);
    await draftRemark(intake, mustOn(own.applicationId, "mobile"));
    await act(intake, own.applicationId, "returnForCorrection");
    await correct(own, "LN-号码", { mobile: "13900009999" });
    expect(await revealNumber(intake, at)).toBe("13900009999");
    expect(await revealNumber(intake, { ...at, round: 1 })).toBe(first);
    await expect(revealNumber(intake, { ...at, round: 3 })).rejects.toMatchObject({ code: "notFound" });
  });
});

describe("现行许可证", () => {
  it("L-6-03 从许可证开始的业务：类别等级、登记信息、在册人员都在，号码遮盖；从没有许可证的没有", async () => {
    const made = await holder();
    const applicationId = await submitted(made, "reissue", () => ({ reissue: { kind: "damaged", part: ["original"], reason: "正本受潮，字迹不能辨认，申请补证", ...submitterOf(made.enterprise.legalRep) } }));
    const { licence } = await getCase(made.doers.intake, applicationId);
    const held = await db().licence.findFirstOrThrow({ where: { enterpriseId: made.enterprise.id } });
    const people = await db().engagement.findMany({ where: { enterpriseId: made.enterprise.id, toOn: null } });
    expect(licence).toMatchObject({ id: held.id, number: held.number, state: "valid" });
    expect(licence?.items.length).toBeGreaterThan(0);
    expect(licence?.facts.map(({ label }) => label)).toEqual(expect.arrayContaining(["有效期", "单位名称", "法定代表人"]));
    expect(licence?.people).toHaveLength(people.length);
    for (const { idNumber } of people) expect(JSON.stringify(licence)).not.toContain(idNumber);
    const fresh = await submittedCase();
    expect((await getCase(made.doers.intake, fresh.applicationId)).licence).toBeUndefined();
  });
});

describe("此刻核查", () => {
  it("L-6-03 没有重复、限制期与任务时说出来；别家在册的人说出是哪家、从哪天起，带到那一行，号码遮盖", async () => {
    const [own, other] = [await submittedCase(), await submittedCase()];
    const intake = await staff(["intake"]);
    expect(labels(await getCase(intake, own.applicationId))).toEqual(unchecked);
    const { technician, name, rowId, lead } = await peopleOf(own);
    const { name: elsewhere } = await db().enterprise.findUniqueOrThrow({ where: { id: other.applicant.enterpriseId } });
    await engaged(technician, other.applicant.enterpriseId, other.applicationId);
    await engaged(lead, other.applicant.enterpriseId, other.applicationId, "2025-01-01");
    const { live } = await getCase(intake, own.applicationId);
    expect(live).toEqual([expect.objectContaining({ section: "technicians", rowId, outcome: "unmet", detail: "电力相关技术人员，自2024年3月1日" })]);
    expect(live[0]?.label).toContain(`${name}（`);
    expect(live[0]?.label).toContain(`现在${elsewhere}在册`);
    expect(JSON.stringify(live)).not.toContain(technician);
  });

  it("L-6-03 也写在别家正在办的申请里的、由别家登记的电工，各说各的；别家的草稿与办结的不算，本案的另一方不算", async () => {
    const [own, running, over] = [await submittedCase(), await submittedCase(), await submittedCase()];
    const intake = await staff(["intake"]);
    const { lead, technician } = await peopleOf(own);
    await db().casePerson.createMany({ data: [{ caseId: running.applicationId, idNumber: lead, kind: "safetyLead" }, { caseId: over.applicationId, idNumber: lead, kind: "safetyLead" }] });
    await db().case.update({ where: { id: over.applicationId }, data: { state: "notAccepted", openKey: null, finishedAt: new Date() } });
    await db().electricianClaim.create({ data: { idNumber: technician, enterpriseId: over.applicant.enterpriseId } });
    const found = await getCase(intake, own.applicationId);
    const { number } = await db().case.findUniqueOrThrow({ where: { id: running.applicationId } });
    expect(found.live.map(({ outcome, section }) => [outcome, section])).toEqual(expect.arrayContaining([["warning", "technical-lead"], ["unmet", "technicians"]]));
    expect(found.live).toHaveLength(2);
    expect(found.live.find(({ outcome }) => outcome === "warning")?.detail).toBe(`${number}，安全负责人`);
    await db().partyConfirmation.createMany({ data: [running, over].map(({ applicant }) => ({ caseId: own.applicationId, enterpriseId: applicant.enterpriseId })) });
    expect(labels(await getCase(intake, own.applicationId))).toEqual(unchecked);
  });

  it("L-6-03 现场核查不合格的，办理的人在案件页上看得到；做完之前的、合格的不算", async () => {
    const own = await submittedCase();
    const intake = await staff(["intake"]);
    const visit = { caseId: own.applicationId, officeCode: "NEEB", plannedOn: "2026-11-20", place: "沈阳", visitedOn: "2026-11-20", orderedById: intake.accountId, orderedByName: "赵" };
    const finding = (result: string) => [{ item: "equipment", result, note: "缺仪器" }];
    await db().siteVisit.createMany({ data: [{ ...visit, state: "recorded", findings: finding("failed") }, { ...visit, state: "closed", closedAt: new Date(), findings: finding("passed") }] });
    expect(labels(await getCase(intake, own.applicationId))).toEqual(unchecked);
    await db().siteVisit.create({ data: { ...visit, state: "closed", closedAt: new Date(), findings: finding("failed") } });
    expect(labels(await getCase(intake, own.applicationId))).toEqual(["现场核查（2026年11月20日）：机具设备不合格"]);
  });

  it("L-6-03 再次提交时名册换了人，按新的名册查；没有提交的草稿查不到人", async () => {
    const [own, other] = [await submittedCase(), await submittedCase()];
    const ids = async (caseId: string) => (await db().casePerson.findMany({ where: { caseId } })).map(({ idNumber }) => idNumber);
    const { technician, lead } = await peopleOf(own);
    expect(await ids(own.applicationId)).toEqual(expect.arrayContaining([technician, lead]));
    expect(await ids(other.applicationId)).not.toContain(technician);
    const named = await db().casePerson.count({ where: { caseId: own.applicationId } });
    await db().casePerson.create({ data: { caseId: own.applicationId, idNumber: "210200198001010099", kind: "technician" } });
    const intake = await staff(["intake"]);
    await draftRemark(intake, mustOn(own.applicationId));
    await act(intake, own.applicationId, "returnForCorrection");
    await correct(own, "LN-名册");
    expect(await db().casePerson.count({ where: { caseId: own.applicationId } })).toBe(named);
  });

  it("L-6-03 升级之前就在办的案件：迁移补上的人与提交时记下的相同", async () => {
    const own = await submittedCase();
    const stored = () => db().casePerson.findMany({ where: { caseId: own.applicationId }, orderBy: [{ idNumber: "asc" }, { kind: "asc" }] });
    const before = await stored();
    await db().casePerson.deleteMany({});
    const sql = readFileSync("prisma/migrations/20261122000110_phrases/migration.sql", "utf8");
    await db().$executeRawUnsafe(sql.slice(sql.indexOf('INSERT INTO "CasePerson"')));
    expect(before.length).toBeGreaterThan(10);
    expect(await stored()).toEqual(before);
  });

  it("L-6-03 企业的限制期与未了的任务：撤回的、过期的、了结的、别的机构的不说；逾期的要紧；看不到任务的没有链接", async () => {
    const own = await submittedCase();
    const { enterpriseId } = own.applicant;
    const bar = { enterpriseId, kind: "upgrade", fromOn: "2026-01-01", reason: "subcontracting" };
    await db().restriction.createMany({ data: [{ ...bar, untilOn: "2099-12-31" }, { ...bar, fromOn: "2025-01-01", untilOn: "2026-01-01" }, { ...bar, fromOn: "2026-01-02", untilOn: "2099-12-31", revokedAt: new Date() }] });
    const task = { caseId: own.applicationId, enterpriseId, officeCode: "NEEB", kind: "rectification", task: "补足电工 2 人" };
    await db().followUp.createMany({ data: [{ ...task, dueOn: "2026-01-05" }, { ...task, dueOn: "2099-01-05", state: "met" }, { ...task, kind: "verification", dueOn: "2099-01-05", officeCode: "NCEB" }] });
    const { live } = await getCase(await staff(["intake"]), own.applicationId);
    expect(live.map(({ outcome, label }) => [outcome, label])).toEqual([["warning", "企业在限制期内：不得升级增项"], ["unmet", "企业有未了的后续任务：限期整改（待办理）"]]);
    expect(live[1]).toMatchObject({ detail: "补足电工 2 人，2026年1月5日到期，已逾期", href: expect.stringMatching(/^\/admin\/follow-ups\//) });
    expect((await getCase(await staff(["secondReviewer"]), own.applicationId)).live[1]?.href).toBeUndefined();
  });

  it("L-6-03 办结的案件不再查", async () => {
    const made = await coursed("granted");
    expect((await getCase(made.doers.intake, made.applicationId)).live).toEqual([]);
  });
});

describe("经过与用时", () => {
  it("L-6-04 审查意见只有内网看得到；领取也在其中；办结用时对着承诺与法定", async () => {
    const own = await submittedCase();
    const doers = await team();
    await advance(own.applicationId, doers, "secondReview");
    const view = await getCase(doers.secondReviewer, own.applicationId);
    expect(view.history.find(({ inner }) => inner?.startsWith("符合条件"))).toMatchObject({ kind: "office", who: expect.stringContaining("李审") });
    expect(view.history.filter(({ kind }) => kind === "enterprise").map(({ word }) => word)).toEqual(["资料提交"]);
    expect(view.timeUsed).toEqual({ span: "受理至今", used: 0, limits: [{ label: "承诺", days: 15 }, { label: "法定", days: 20 }], paused: false });
    expect(JSON.stringify(await getHistory(own.applicant, own.applicationId))).not.toContain("符合条件");
  });

  it("L-6-04 受理之前对着形审的 5 个工作日；退回补正即停表", async () => {
    const own = await submittedCase();
    const intake = await staff(["intake"]);
    expect((await getCase(intake, own.applicationId)).timeUsed).toEqual({ span: "本次提交至今", used: 0, limits: [{ label: "形审", days: 5 }], paused: false });
    await draftRemark(intake, mustOn(own.applicationId));
    await act(intake, own.applicationId, "returnForCorrection");
    expect((await getCase(intake, own.applicationId)).timeUsed).toMatchObject({ paused: true });
  });

  it("别的机构的人连从前的一轮也打不开", async () => {
    const own = await submittedCase();
    await expect(getCase(await staff(["intake"], "外", "NCEB"), own.applicationId, { round: 1 })).rejects.toMatchObject({ code: "notFound" });
    await expect(getCase(await enterprise(), randomUUID(), { round: 1 })).rejects.toMatchObject({ code: "forbidden" });
  });
});
