import { describe, expect, it } from "vitest";
import { freshDatabase } from "../database";

await freshDatabase();
const { act, staff, stateOf, submit, submittedCase } = await import("./cases");
const { save } = await import("../applications/fixtures");
const { db } = await import("@/lib/data/client");
const { answerRemark } = await import("@/lib/services/applications/answer-remark");
const { getApplication } = await import("@/lib/services/applications/get-application");
const { listMessages } = await import("@/lib/services/communication/messages");
const { getCase } = await import("@/lib/services/review/get-case");
const { draftRemark, removeRemark, resolveRemark, updateRemark } = await import("@/lib/services/review/remarks");

type Submitted = Awaited<ReturnType<typeof submittedCase>>;

const mustOn = (applicationId: string, field = "titleCertNo") => ({ applicationId, sectionKey: "technical-lead", field, level: "must" as const, text: "与附件不一致，请核对" });

/** 企业改一处、答复全部意见、重新提交。 */
async function correct(own: Submitted, certificate: string): Promise<void> {
  const { applicant, applicationId } = own;
  const view = await getApplication(applicant, applicationId);
  const before = view.context.answers["technical-lead"] ?? {};
  await save(applicant, applicationId, "technical-lead", before, { ...before, titleCertNo: certificate }, view.revisions["technical-lead"]);
  for (const remark of view.remarks.filter((candidate) => candidate.answer === undefined)) await answerRemark(applicant, { remarkId: remark.id, answer: `改为 ${certificate}` });
  await submit(own);
}

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
    const today = new Date().toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" });
    const { addWorkingDays } = await import("@/lib/workflow/calendar");
    const clock = () => db().case.findUniqueOrThrow({ where: { id: applicationId }, select: { stageDueOn: true, promisedDueOn: true, statutoryDueOn: true, clockPausedOn: true } });
    expect(await clock()).toEqual({ stageDueOn: addWorkingDays(today, 5), promisedDueOn: null, statutoryDueOn: null, clockPausedOn: null });
    const { remarkId } = await draftRemark(intake, mustOn(applicationId));
    await act(intake, applicationId, "returnForCorrection");
    expect(await clock()).toMatchObject({ stageDueOn: addWorkingDays(today, 15), clockPausedOn: today });
    await correct(own, "LN-3");
    expect(await clock()).toMatchObject({ stageDueOn: addWorkingDays(today, 5), clockPausedOn: null });
    await resolveRemark(intake, remarkId, true);
    await act(intake, applicationId, "accept");
    expect(await clock()).toEqual({ stageDueOn: addWorkingDays(today, 15), promisedDueOn: addWorkingDays(today, 15), statutoryDueOn: addWorkingDays(today, 20), clockPausedOn: null });
  });
});
