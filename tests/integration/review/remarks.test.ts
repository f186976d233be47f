import { describe, expect, it } from "vitest";
import { rowsOf } from "@/lib/forms/answers";
import { freshDatabase } from "../database";
import { today } from "../../builders/today";

await freshDatabase();
const { act, staff, stateOf, submit, submittedCase } = await import("./cases");
const { correct, mustOn } = await import("./corrections");
const { save } = await import("../applications/fixtures");
const { db } = await import("@/lib/data/client");
const { answerRemark } = await import("@/lib/services/applications/answer-remark");
const { getApplication } = await import("@/lib/services/applications/get-application");
const { listMessages } = await import("@/lib/services/communication/messages");
const { getProfile, saveProfile } = await import("@/lib/services/enterprises/profile");
const { claimCase } = await import("@/lib/services/review/claim-case");
const { getCase } = await import("@/lib/services/review/get-case");
const { draftRemark, removeRemark, resolveRemark, updateRemark } = await import("@/lib/services/review/remarks");

describe("意见", () => {
  it("L-6-04 指到页签、行、字段、附件，位置写成文字；没有的地方不能写", async () => {
    const { applicationId } = await submittedCase();
    const intake = await staff(["intake"], "张敏");
    const at = { applicationId, level: "must" as const, text: "请核对" };
    const rowId = "technician-row-0001";
    await draftRemark(intake, { ...at, sectionKey: "basic-information" });
    await draftRemark(intake, { ...at, sectionKey: "technical-lead", slot: "TL_TITLE" });
    await draftRemark(intake, { ...at, sectionKey: "technicians", rowId, field: "titleCertNo" });
    const places = (await getCase(intake, applicationId)).remarks.map((remark) => remark.place);
    expect(places).toEqual(["基本情况", expect.stringMatching(/^技术负责人 › /), expect.stringMatching(/^电力相关技术人员 › 第 1 行 .+ › /)]);
    for (const nowhere of [{ sectionKey: "no-such" }, { sectionKey: "technicians", rowId: "no-such-row" }, { sectionKey: "technical-lead", field: "no-such" }, { sectionKey: "technical-lead", slot: "NONE" }]) {
      await expect(draftRemark(intake, { ...at, ...nowhere })).rejects.toMatchObject({ code: "notFound" });
    }
  });

  it("L-6-04 发出之前可改可删、企业看不到；发出之后不能改；只有受理岗能写", async () => {
    const { applicant, applicationId } = await submittedCase();
    const [intake, examiner] = [await staff(["intake"]), await staff(["examiner"])];
    await expect(draftRemark(examiner, mustOn(applicationId))).rejects.toMatchObject({ code: "forbidden" });
    const { remarkId } = await draftRemark(intake, mustOn(applicationId));
    const { remarkId: other } = await draftRemark(intake, mustOn(applicationId, "name"));
    await updateRemark(intake, { remarkId, level: "must", text: "请更正证书编号" });
    await removeRemark(intake, other);
    expect((await getApplication(applicant, applicationId)).remarks).toEqual([]);
    await expect(resolveRemark(intake, remarkId, true)).rejects.toMatchObject({ code: "conflict" });
    await act(intake, applicationId, "returnForCorrection");
    expect((await getApplication(applicant, applicationId)).remarks.map((remark) => remark.text)).toEqual(["请更正证书编号"]);
    await expect(updateRemark(intake, { remarkId, level: "hint", text: "算了" })).rejects.toMatchObject({ code: "conflict" });
    await expect(removeRemark(intake, remarkId)).rejects.toMatchObject({ code: "conflict" });
  });

  it("L-6-04 没有必须修改的意见不能退回；有则不能受理", async () => {
    const { applicationId } = await submittedCase();
    const intake = await staff(["intake"]);
    await draftRemark(intake, { ...mustOn(applicationId), level: "hint" });
    await expect(act(intake, applicationId, "returnForCorrection")).rejects.toMatchObject({ code: "conflict", message: "请先写至少一条“必须修改”的意见" });
    await draftRemark(intake, mustOn(applicationId));
    await expect(act(intake, applicationId, "accept")).rejects.toMatchObject({ code: "conflict" });
    expect((await getCase(intake, applicationId)).actions.find((offer) => offer.action === "accept")?.blockedBy).toBe("有“必须修改”的意见，不能受理");
    expect(await stateOf(applicationId)).toBe("submitted");
  });

  it("L-6-04 补正至多两次，第二次只重复未解决的意见，不能再提新的", async () => {
    const own = await submittedCase();
    const { applicant, applicationId } = own;
    const intake = await staff(["intake"], "张敏");
    const { remarkId: first } = await draftRemark(intake, mustOn(applicationId));
    const { remarkId: second } = await draftRemark(intake, mustOn(applicationId, "mobile"));
    await act(intake, applicationId, "returnForCorrection");
    await correct(own, "LN-1");
    await expect(draftRemark(intake, mustOn(applicationId, "name"))).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("一次告知") });
    await resolveRemark(intake, second, true);

    await act(intake, applicationId, "returnForCorrection");
    const view = await getApplication(applicant, applicationId);
    const open = view.remarks.filter((remark) => remark.answer === undefined);
    expect(open.map((remark) => remark.id)).toEqual([first]);
    expect((await listMessages(applicant)).rows[0]?.body).toContain("提出 1 条意见");
    const event = await db().caseEvent.findFirstOrThrow({ where: { caseId: applicationId, action: "returnForCorrection" }, orderBy: { at: "desc" } });
    expect(event.detail).toMatchObject({ remarks: [{ answer: "改为 LN-1" }] });
    const returns = (await getCase(intake, applicationId)).history.filter(({ remarks }) => remarks);
    expect(returns.map(({ remarks }) => remarks?.map(({ answer }) => answer))).toEqual([["改为 LN-1"], [undefined, undefined]]);

    await correct(own, "LN-2");
    await expect(act(intake, applicationId, "returnForCorrection")).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("已退回补正2次") });
    await resolveRemark(intake, first, true);
    await act(intake, applicationId, "accept");
    expect(await stateOf(applicationId)).toBe("accepted");
  });

  it("L-6-04 上次的意见都解决了就不能再退回", async () => {
    const own = await submittedCase();
    const intake = await staff(["intake"]);
    const { remarkId } = await draftRemark(intake, mustOn(own.applicationId));
    await act(intake, own.applicationId, "returnForCorrection");
    await correct(own, "LN-9");
    await resolveRemark(intake, remarkId, true);
    await expect(act(intake, own.applicationId, "returnForCorrection")).rejects.toMatchObject({ message: "上次的意见都已解决，不能再次退回" });
    await resolveRemark(intake, remarkId, false);
    await expect(act(intake, own.applicationId, "accept")).rejects.toMatchObject({ code: "conflict" });
  });

  it("L-6-04 期限：形审5个工作日，补正15个工作日停表，重新提交另起5日，受理起承诺15、法定20", async () => {
    const own = await submittedCase();
    const { applicationId } = own;
    const intake = await staff(["intake"]);
    const { addWorkingDays } = await import("@/lib/workflow/calendar");
    const clock = () => db().case.findUniqueOrThrow({ where: { id: applicationId }, select: { stageDueOn: true, promisedDueOn: true, statutoryDueOn: true, clockPausedOn: true } });
    expect(await clock()).toEqual({ stageDueOn: addWorkingDays(today(), 5), promisedDueOn: null, statutoryDueOn: null, clockPausedOn: null });
    const { remarkId } = await draftRemark(intake, mustOn(applicationId));
    await act(intake, applicationId, "returnForCorrection");
    expect(await clock()).toMatchObject({ stageDueOn: addWorkingDays(today(), 15), clockPausedOn: today() });
    await correct(own, "LN-3");
    expect(await clock()).toMatchObject({ stageDueOn: addWorkingDays(today(), 5), clockPausedOn: null });
    await resolveRemark(intake, remarkId, true);
    await act(intake, applicationId, "accept");
    expect(await clock()).toEqual({ stageDueOn: addWorkingDays(today(), 15), promisedDueOn: addWorkingDays(today(), 15), statutoryDueOn: addWorkingDays(today(), 20), clockPausedOn: null });
  });

  it("L-6-04 三条意见在两个页签上：正好开两个页签、三条要答，答齐了才能提交", async () => {
    const { applicant, applicationId } = await submittedCase();
    const intake = await staff(["intake"]);
    await draftRemark(intake, mustOn(applicationId));
    await draftRemark(intake, mustOn(applicationId, "name"));
    await draftRemark(intake, { applicationId, sectionKey: "technicians", rowId: "technician-row-0002", level: "must", text: "社保不全" });
    await act(intake, applicationId, "returnForCorrection");
    const view = await getApplication(applicant, applicationId);
    expect(view.openSections).toEqual(["technical-lead", "technicians"]);
    expect(view.remarks).toHaveLength(3);
    const { "technical-lead": lead = {}, "safety-lead": safety = {} } = view.context.answers;
    await expect(save(applicant, applicationId, "safety-lead", safety, { ...safety, titleCertNo: "改" }, view.revisions["safety-lead"])).rejects.toMatchObject({ code: "conflict" });
    await save(applicant, applicationId, "technical-lead", lead, { ...lead, titleCertNo: "LN-三条" }, view.revisions["technical-lead"]);
    for (const [index, remark] of view.remarks.entries()) {
      await expect(submit({ applicant, applicationId })).rejects.toMatchObject({ code: "conflict", message: `还有 ${3 - index} 条必须修改的意见没有勾选“已修改”` });
      await answerRemark(applicant, { remarkId: remark.id, answer: "" });
    }
    await expect(submit({ applicant, applicationId })).resolves.toMatchObject({ round: 2 });
  });

  it("L-6-02 补正后再交的仍由退回的人承办，别人要先接办；首次提交的未领取", async () => {
    const own = await submittedCase();
    const [intake, other] = [await staff(["intake"], "张敏"), await staff(["intake"])];
    expect((await getCase(other, own.applicationId)).holder).toBe("");
    await draftRemark(intake, mustOn(own.applicationId));
    await act(intake, own.applicationId, "returnForCorrection");
    await correct(own, "LN-承办");
    expect(await getCase(intake, own.applicationId)).toMatchObject({ holder: "张敏", mine: true, state: "submitted", round: 2 });
    await expect(act(other, own.applicationId, "accept")).rejects.toMatchObject({ code: "conflict" });
  });

  it("L-6-04 原样不能再次提交，事先就说；改过一处就不说了，改回去又说", async () => {
    const { applicant, applicationId } = await submittedCase();
    const intake = await staff(["intake"]);
    expect((await getApplication(applicant, applicationId)).unchanged).toBeUndefined();
    await draftRemark(intake, { ...mustOn(applicationId), level: "must" });
    await act(intake, applicationId, "returnForCorrection");
    const view = await getApplication(applicant, applicationId);
    expect(view.unchanged).toBe(true);
    await answerRemark(applicant, { remarkId: view.remarks[0]?.id ?? "", answer: "原来就对" });
    await expect(submit({ applicant, applicationId })).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("没有任何修改") });
    const lead = view.context.answers["technical-lead"] ?? {};
    await save(applicant, applicationId, "technical-lead", lead, { ...lead, titleCertNo: "LN-改" }, view.revisions["technical-lead"]);
    const changed = await getApplication(applicant, applicationId);
    expect(changed.unchanged).toBeUndefined();
    await save(applicant, applicationId, "technical-lead", changed.context.answers["technical-lead"] ?? {}, lead, changed.revisions["technical-lead"]);
    expect((await getApplication(applicant, applicationId)).unchanged).toBe(true);
  });

  it("L-6-04 意见指着取自企业注册的一项：说明去哪里改；在“我的信息”里改了就算改过，可以再交", async () => {
    const { applicant, applicationId } = await submittedCase();
    const intake = await staff(["intake"]);
    await draftRemark(intake, { applicationId, sectionKey: "basic-information", field: "registeredCapital", level: "must", text: "与营业执照不一致" });
    await draftRemark(intake, { applicationId, sectionKey: "basic-information", field: "legalRep", level: "hint", text: "请核对" });
    await act(intake, applicationId, "returnForCorrection");
    const { remarks } = await getApplication(applicant, applicationId);
    expect(remarks.map(({ place }) => place)).toEqual([expect.stringMatching(/（取自企业注册，请在“我的信息”里修改）$/), expect.stringMatching(/（取自企业注册，须变更的办理登记事项变更）$/)]);
    const { facts, revision } = await getProfile(applicant);
    await saveProfile(applicant, { revision, particulars: { ...facts, registeredCapital: String(Number(facts.registeredCapital) + 1) }, parentId: null });
    for (const { id } of remarks) await answerRemark(applicant, { remarkId: id, answer: "" });
    expect((await getApplication(applicant, applicationId)).unchanged).toBeUndefined();
    await expect(submit({ applicant, applicationId })).resolves.toMatchObject({ round: 2 });
  });

  it("L-6-04 所指的行补正时删了：意见连同答复仍在它的页签上，第二次退回照样重复", async () => {
    const { applicant, applicationId } = await submittedCase({ technicians: 14, intermediateTechnicians: 6 });
    const intake = await staff(["intake"]);
    const [rowId, kept] = ["technician-row-0014", "technician-row-0001"];
    await draftRemark(intake, { applicationId, sectionKey: "technicians", rowId, field: "titleCertNo", level: "must", text: "查无此证" });
    await draftRemark(intake, { applicationId, sectionKey: "technicians", rowId: kept, level: "hint", text: "请核对" });
    await act(intake, applicationId, "returnForCorrection");
    const view = await getApplication(applicant, applicationId);
    const own = view.context.answers.technicians ?? {};
    await save(applicant, applicationId, "technicians", own, { ...own, technicians: rowsOf(own, "technicians").filter((row) => row.rowId !== rowId) }, view.revisions.technicians);
    for (const { id } of view.remarks) await answerRemark(applicant, { remarkId: id, answer: "此人已离职" });
    await submit({ applicant, applicationId });
    const { remarks, sections } = await getCase(intake, applicationId);
    expect(JSON.stringify(sections)).not.toContain(rowId);
    expect(remarks.map(({ gone, state, answer }) => ({ gone, state, answer }))).toEqual([{ gone: true, state: "answered", answer: "此人已离职" }, { gone: undefined, state: "answered", answer: "此人已离职" }]);
    expect(remarks[0]?.place).toMatch(/^电力相关技术人员 › 第 14 行 .+ › 职称证书编号$/);
    expect((await getCase(intake, applicationId, { round: 1 })).remarks[0]?.gone).toBeUndefined();
    await act(intake, applicationId, "returnForCorrection");
    expect((await getApplication(applicant, applicationId)).openSections).toEqual(["technicians"]);
  });

  it("L-6-04 草稿同机构的审查人看得到是谁写的；接办的人能改，也一并发出；企业始终看不到", async () => {
    const { applicant, applicationId } = await submittedCase();
    const [author, colleague] = [await staff(["intake"], "张敏"), await staff(["intake"], "李娜")];
    await claimCase(author, { applicationId });
    const { remarkId } = await draftRemark(author, mustOn(applicationId));
    expect((await getCase(colleague, applicationId)).remarks).toEqual([expect.objectContaining({ author: "张敏", state: "draft" })]);
    await expect(updateRemark(colleague, { remarkId, level: "must", text: "改" })).rejects.toMatchObject({ code: "conflict", message: "本案由他人承办，请先接办" });
    expect(JSON.stringify(await getApplication(applicant, applicationId))).not.toContain("与附件不一致，请核对");
    await claimCase(colleague, { applicationId, takeOverReason: "休假代办" });
    await draftRemark(colleague, mustOn(applicationId, "name"));
    await act(colleague, applicationId, "returnForCorrection");
    expect((await getApplication(applicant, applicationId)).remarks).toHaveLength(2);
  });
});
