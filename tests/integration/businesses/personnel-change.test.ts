import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { EnterpriseActor } from "@/lib/access/actor";
import type { Answers, SectionAnswers } from "@/lib/forms/answers";
import { addDays } from "@/lib/workflow/iso-date";
import { departureAnswers, entryAnswers, personnelFiles } from "@/tests/builders/personnel";
import { fictitiousPerson } from "@/tests/builders/people";
import { freshDatabase } from "../database";
import { today } from "../../builders/today";

await freshDatabase();
const { coursed, granted } = await import("./stage");
const { act, advance, staff, stateOf, submit, submittedCase, team } = await import("../review/cases");
const { db } = await import("@/lib/data/client");
const { patchBetween } = await import("@/lib/forms/patch");
const { getApplication } = await import("@/lib/services/applications/get-application");
const { listBusinesses } = await import("@/lib/services/applications/list-applications");
const { saveSection } = await import("@/lib/services/applications/save-section");
const { startApplication } = await import("@/lib/services/applications/start-application");
const { terminateApplication } = await import("@/lib/services/applications/terminate-application");
const { listLicences } = await import("@/lib/services/licences/list-licences");
const { getRoster } = await import("@/lib/services/licences/roster");
const { getCase } = await import("@/lib/services/review/get-case");
const { listQueue } = await import("@/lib/services/review/list-queue");

const doers = await team();
let next = 5_000_000;
const newcomer = (): number => (next += 1);

interface Holder {
  applicant: EnterpriseActor;
  applicationId: string;
}

/** 一家刚取得许可证的企业；人数有余，离一人仍符合。 */
async function holder(options: Parameters<typeof submittedCase>[0] = { technicians: 7, workers: 7 }): Promise<Holder> {
  const granted = await submittedCase(options);
  await advance(granted.applicationId, doers, "granted");
  return granted;
}

const engaged = (actor: EnterpriseActor, kind: string) =>
  db().engagement.findMany({ where: { enterpriseId: actor.enterpriseId, kind, toOn: null }, orderBy: { idNumber: "asc" }, include: { person: true } });

const claimOf = (idNumber: string) => db().electricianClaim.findUnique({ where: { idNumber } });

async function put(actor: EnterpriseActor, applicationId: string, section: "departure" | "entry", answers: SectionAnswers) {
  const { context, revisions } = await getApplication(actor, applicationId);
  const before = context.answers[section] ?? {};
  return saveSection(actor, { applicationId, section, revision: revisions[section] ?? 0, patch: patchBetween(before, { ...before, ...answers }, section === "entry" ? ["workExperience", "training"] : []) });
}

async function attach(actor: EnterpriseActor, applicationId: string, answers: Answers): Promise<void> {
  await db().attachment.createMany({
    data: personnelFiles(answers).map((file) => ({
      applicationId, sectionKey: file.section, slot: file.slot, storageKey: randomUUID(), name: file.name, mediaType: file.mediaType, size: file.size, sha256: "0".repeat(64), state: "checked", uploadedById: actor.accountId,
    })),
  });
}

/** 一件填好的人员变更。 */
async function filled(actor: EnterpriseActor, answers: Answers): Promise<string> {
  const { applicationId } = await startApplication(actor, { business: "personnel-change" });
  for (const [key, own] of Object.entries(answers)) await put(actor, applicationId, key as "departure" | "entry", own);
  await attach(actor, applicationId, answers);
  return applicationId;
}

async function submitted(applicant: EnterpriseActor, answers: Answers): Promise<string> {
  const applicationId = await filled(applicant, answers);
  await submit({ applicant, applicationId });
  return applicationId;
}

/** 人员变更不经复审：受理、审查、签发。 */
async function decided(applicationId: string, last: "grant" | "refuse" = "grant") {
  for (const [action, doer] of [["accept", doers.intake], ["startReview", doers.examiner], ["passReview", doers.examiner]] as const) await act(doer, applicationId, action);
  return act(doers.signer, applicationId, last);
}

const followUpsOf = (actor: EnterpriseActor) => db().followUp.findMany({ where: { enterpriseId: actor.enterpriseId, kind: "conditions" }, orderBy: { openedAt: "asc" } });
const openTodos = async (actor: EnterpriseActor) => (await db().todoItem.findMany({ where: { enterpriseId: actor.enterpriseId, doneAt: null, kind: { not: "evaluation" } } })).map(({ kind }) => kind);

describe("人员离职申请", () => {
  it("L-4.7.1-03 L-4.7.1-04 L-6-05 L-6-06 提交即进入审批，列表标明离职；准予后此人离册、号码释放，别家随即可以用；电工可以再入职", async () => {
    const { applicant } = await holder();
    const [worker] = await engaged(applicant, "skilledWorker");
    const number = worker?.idNumber ?? "";
    const applicationId = await submitted(applicant, { departure: departureAnswers(number, { leaveOn: today() }) });
    expect(await stateOf(applicationId)).toBe("submitted");
    const { rows } = await listQueue(doers.intake, { stage: "intake", mark: "departure" });
    expect(rows.find(({ id }) => id === applicationId)).toMatchObject({ marks: ["离职"], scopeText: `离职：${worker?.person.name}（电工）` });
    expect(await claimOf(number)).toMatchObject({ caseId: null });
    await decided(applicationId);
    expect((await engaged(applicant, "skilledWorker")).map(({ idNumber }) => idNumber)).not.toContain(number);
    expect(await claimOf(number)).toBeNull();
    expect(await followUpsOf(applicant)).toEqual([]);
    const former = await getRoster(applicant, { former: true });
    expect(former.rows).toEqual([expect.objectContaining({ name: worker?.person.name, role: "电力相关专业技能人员", toOn: today() })]);
    expect(former.rows[0]?.maskedId).toContain("*");
    const other = (await holder()).applicant;
    const joining = await submitted(other, { entry: { ...entryAnswers("skilledWorker", 1), workerIdNo: number, certNo: `T${number}` } });
    await decided(joining);
    expect((await engaged(other, "skilledWorker")).map(({ idNumber }) => idNumber)).toContain(number);
    expect(await claimOf(number)).toMatchObject({ enterpriseId: other.enterpriseId, caseId: null });
  });

  it("L-4.7.1-04 不再符合条件的：三十日任务、待办与消息；负责人空缺的待办为补配负责人；补足之后自动了结", async () => {
    const { applicant } = await holder();
    const [lead] = await engaged(applicant, "technicalLead");
    const leaving = await submitted(applicant, { departure: departureAnswers(lead?.idNumber ?? "") });
    const checks = (await getCase(doers.intake, leaving)).checks;
    expect(checks).toContainEqual(expect.objectContaining({ label: "变更之后的技术负责人", outcome: "warning", detail: expect.stringContaining("需 1 人，现有 0 人") }));
    await decided(leaving);
    expect(await followUpsOf(applicant)).toEqual([expect.objectContaining({ state: "open", caseId: leaving, dueOn: addDays(today(), 30), task: expect.stringContaining("技术负责人：要求 1 人，现有 0 人") })]);
    expect(await openTodos(applicant)).toEqual(["leadSuccession"]);
    expect(await db().message.count({ where: { enterpriseId: applicant.enterpriseId, title: "请补配负责人" } })).toBe(1);
    const entering = await submitted(applicant, { entry: entryAnswers("technicalLead", newcomer()) });
    await decided(entering);
    expect(await followUpsOf(applicant)).toEqual([expect.objectContaining({ state: "met" })]);
    expect(await openTodos(applicant)).toEqual([]);
  });

  it("L-4.7.1-04 已有同样几项的任务不重开；又少了别的另开一件", async () => {
    const { applicant } = await holder({ technicians: 5, workers: 6 });
    const workers = await engaged(applicant, "skilledWorker");
    const [technician] = await engaged(applicant, "technician");
    await decided(await submitted(applicant, { departure: departureAnswers(technician?.idNumber ?? "") }));
    expect(await followUpsOf(applicant)).toHaveLength(1);
    await decided(await submitted(applicant, { departure: departureAnswers(workers[0]?.idNumber ?? "") }));
    expect(await followUpsOf(applicant)).toHaveLength(1);
    await decided(await submitted(applicant, { departure: departureAnswers(workers[1]?.idNumber ?? "") }));
    expect(await followUpsOf(applicant)).toHaveLength(2);
  });

  it("L-4.7.0-02 一人同时只有一件：第二件提交被拒并说明编号；两件同时提交只成一件", async () => {
    const { applicant } = await holder();
    const [first, second] = await engaged(applicant, "technician");
    const running = await submitted(applicant, { departure: departureAnswers(first?.idNumber ?? "") });
    const again = await filled(applicant, { departure: departureAnswers(first?.idNumber ?? "") });
    expect(again).not.toBe(running);
    const { number } = await db().case.findUniqueOrThrow({ where: { id: running } });
    await expect(submit({ applicant, applicationId: again })).rejects.toMatchObject({ issues: [expect.objectContaining({ section: "departure", field: "person", message: expect.stringContaining(number) })] });
    await put(applicant, again, "departure", departureAnswers(second?.idNumber ?? ""));
    await submit({ applicant, applicationId: again });
    await terminateApplication(applicant, { applicationId: running, reason: "此人决定留任，不再离职", idempotencyKey: randomUUID() });
    await submitted(applicant, { departure: departureAnswers(first?.idNumber ?? "") });
  });

  it("L-4.7.1-04 审批当中此人已从名册离开的，签发被拒，什么也没有发生", async () => {
    const { applicant } = await holder();
    const [worker] = await engaged(applicant, "technician");
    const applicationId = await submitted(applicant, { departure: departureAnswers(worker?.idNumber ?? "") });
    for (const [action, doer] of [["accept", doers.intake], ["startReview", doers.examiner], ["passReview", doers.examiner]] as const) await act(doer, applicationId, action);
    await db().engagement.updateMany({ where: { enterpriseId: applicant.enterpriseId, idNumber: worker?.idNumber ?? "" }, data: { toOn: today() } });
    await expect(act(doers.signer, applicationId, "grant")).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("已不在贵单位的在册人员中") });
    expect(await stateOf(applicationId)).toBe("awaitingSignature");
  });
});

describe("人员入职申请", () => {
  it("L-4.7.2-04 L-4.7.2-05 保存的草稿不完整也在；提交进入审批；准予后在册，材料随后来的延续沿用", async () => {
    const { applicant } = await holder();
    const n = newcomer();
    const { applicationId } = await startApplication(applicant, { business: "personnel-change" });
    await put(applicant, applicationId, "entry", { role: "technician", name: "只填了姓名" });
    expect((await getApplication(applicant, applicationId)).context.answers.entry).toMatchObject({ name: "只填了姓名" });
    await expect(submit({ applicant, applicationId })).rejects.toMatchObject({ code: "invalid" });
    const answers = { entry: entryAnswers("technician", n) };
    await put(applicant, applicationId, "entry", answers.entry);
    await attach(applicant, applicationId, answers);
    await submit({ applicant, applicationId });
    await decided(applicationId);
    const joined = (await engaged(applicant, "technician")).find(({ idNumber }) => idNumber === fictitiousPerson(n).residentId);
    expect(joined).toMatchObject({ fromOn: today(), caseId: applicationId, detail: expect.objectContaining({ rowId: applicationId, titleLevel: answers.entry.titleLevel }) });
    expect((await getRoster(applicant)).rows.length).toBeGreaterThan(0);
  });

  it("L-4.7.2-03 电工的号码在别家占用的：保存时当场说明，不说是哪家，其余照存", async () => {
    const [one, other] = [await holder(), await holder()];
    const [worker] = await engaged(one.applicant, "skilledWorker");
    const { applicationId } = await startApplication(other.applicant, { business: "personnel-change" });
    const { refused, answers } = await put(other.applicant, applicationId, "entry", { role: "skilledWorker", name: "李强", workerIdNo: worker?.idNumber ?? "" });
    expect(refused).toEqual([expect.objectContaining({ section: "entry", field: "workerIdNo", message: "该身份证号码已被使用，同一名电工只能登记一次" })]);
    expect(answers).toMatchObject({ role: "skilledWorker", name: "李强" });
    expect(answers.workerIdNo ?? null).toBeNull();
    expect(await claimOf(worker?.idNumber ?? "")).toMatchObject({ enterpriseId: one.applicant.enterpriseId });
  });

  it("L-4.7.2-03 填了电工又清掉、申请不予许可的，号码随即释放", async () => {
    const { applicant } = await holder();
    const n = newcomer();
    const number = fictitiousPerson(n).residentId;
    const applicationId = await submitted(applicant, { entry: entryAnswers("skilledWorker", n) });
    expect(await claimOf(number)).toMatchObject({ caseId: applicationId });
    await decided(applicationId, "refuse");
    expect(await claimOf(number)).toBeNull();
    const { applicationId: draft } = await startApplication(applicant, { business: "personnel-change" });
    await put(applicant, draft, "entry", { role: "skilledWorker", workerIdNo: number });
    expect(await claimOf(number)).toMatchObject({ caseId: draft });
    await put(applicant, draft, "entry", { role: "technician" });
    expect(await claimOf(number)).toBeNull();
  });

  it("L-4.7.2-03 在别家任职的人提交时被拒，不说是哪家；两家同时为一人办入职，只成一家", async () => {
    const [one, other] = [await holder(), await holder()];
    const [technician] = await engaged(one.applicant, "technician");
    const taken = await filled(other.applicant, { entry: { ...entryAnswers("technician", 1), idNo: technician?.idNumber ?? "" } });
    const refusal = await submit({ applicant: other.applicant, applicationId: taken }).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ issues: [expect.objectContaining({ section: "entry", field: "idNo", message: expect.stringContaining("正在其他企业任职") })] });
    expect(JSON.stringify(refusal)).not.toContain((await db().enterprise.findUniqueOrThrow({ where: { id: one.applicant.enterpriseId } })).name);
    const n = newcomer();
    await put(other.applicant, taken, "entry", entryAnswers("technician", n));
    const mine = await filled(one.applicant, { entry: entryAnswers("technician", n) });
    const outcomes = await Promise.allSettled([submit({ applicant: one.applicant, applicationId: mine }), submit({ applicant: other.applicant, applicationId: taken })]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("L-4.7.0-01 L-4.7.0-02 没有许可证的不能办；同一企业几件在办互不相碍", async () => {
    const unlicensed = await submittedCase();
    await expect(startApplication(unlicensed.applicant, { business: "personnel-change" })).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("许可证新申请") });
    const { applicant } = await holder();
    const offered = (await listBusinesses(applicant)).find(({ business }) => business === "personnel-change");
    expect(offered).toMatchObject({ label: "人员变更申请" });
    expect(offered?.unavailableBecause).toBeUndefined();
    const [technician] = await engaged(applicant, "technician");
    const [a, b] = [await submitted(applicant, { departure: departureAnswers(technician?.idNumber ?? "") }), await submitted(applicant, { entry: entryAnswers("technician", newcomer()) })];
    expect(a).not.toBe(b);
    await decided(b);
    await decided(a);
    expect(await engaged(applicant, "technician")).toHaveLength(7);
  });
});

describe("负责人的接替与后来的申请", () => {
  it("L-4.7.0-02 离职与接替一个事务：前任离册、继任在册，没有后续任务；以后的延续用继任的内容与材料", async () => {
    const { applicant } = await holder();
    const [old] = await engaged(applicant, "safetyLead");
    const [leaver] = await engaged(applicant, "technician");
    const n = newcomer();
    const answers = { departure: departureAnswers(old?.idNumber ?? ""), entry: entryAnswers("safetyLead", n, { replaces: old?.idNumber ?? "" }) };
    const pair = await submitted(applicant, answers);
    await decided(pair);
    expect((await engaged(applicant, "safetyLead")).map(({ idNumber }) => idNumber)).toEqual([fictitiousPerson(n).residentId]);
    expect(await followUpsOf(applicant)).toEqual([]);
    await decided(await submitted(applicant, { departure: departureAnswers(leaver?.idNumber ?? "") }));
    const w = newcomer();
    const worker = await submitted(applicant, { entry: entryAnswers("skilledWorker", w) });
    await decided(worker);
    const { applicationId: scopeChange } = await startApplication(applicant, { business: "scope-change" });
    const { answers: carried, files } = (await getApplication(applicant, scopeChange)).context;
    expect(carried["safety-lead"]).toMatchObject({ idNo: fictitiousPerson(n).residentId });
    expect(carried["safety-lead"]).not.toHaveProperty("rowId");
    expect(files.filter(({ section }) => section === "safety-lead").map(({ slot }) => slot).sort()).toEqual(["SL_APPT", "SL_ID", "SL_PHOTO", "SL_SS", "SL_TITLE"]);
    expect(JSON.stringify(carried.technicians)).not.toContain(leaver?.idNumber ?? "");
    expect(carried["skilled-workers"]?.skilledWorkers).toContainEqual(expect.objectContaining({ rowId: worker, idNo: fictitiousPerson(w).residentId }));
    expect(files.filter(({ row }) => row === worker).map(({ slot }) => slot).sort()).toEqual(["WORKER_CERT", "WORKER_ID", "WORKER_SS"]);
  });

  it("L-4.7.1-04 L-4.7.2-05 L-6-05 与延续并行：延续提交之后离职的人签发延续时不再回到名册，入职的人仍在（决定十四）", async () => {
    const { enterprise, actor, applicationId: renewal } = await coursed("renewal-awaiting-signature");
    const [technician] = await engaged(actor, "technician");
    const n = newcomer();
    await granted({ enterprise } as never, "personnel-change", () => ({
      departure: departureAnswers(technician?.idNumber ?? "", { leaveOn: today() }), entry: entryAnswers("technician", n),
    }));
    await act(doers.signer, renewal, "grant");
    const numbers = (await engaged(actor, "technician")).map(({ idNumber }) => idNumber);
    expect(numbers).not.toContain(technician?.idNumber);
    expect(numbers).toContain(fictitiousPerson(n).residentId);
  });

  it("L-6-01 名册只给本企业与本派出机构看", async () => {
    const { applicant } = await holder();
    const licenceId = (await listLicences(applicant)).rows[0]?.id ?? "";
    const [own, foreign, stranger] = [await staff(["examiner"]), await staff(["examiner"], "外", "NCEB"), (await submittedCase()).applicant];
    expect((await getRoster(own, { licenceId })).counts).toEqual({ current: 16, former: 0 });
    for (const outsider of [foreign, stranger]) await expect(getRoster(outsider, { licenceId })).rejects.toMatchObject({ code: "notFound" });
    await expect(getRoster(own, { licenceId: "x" })).rejects.toMatchObject({ code: "notFound" });
    await expect(getRoster(own)).rejects.toMatchObject({ code: "forbidden" });
    expect((await getRoster(applicant, { page: 99 })).page).toBe(1);
  });
});
