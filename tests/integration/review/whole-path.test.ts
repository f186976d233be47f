import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { freshDatabase } from "../database";

await freshDatabase();
const { act, stateOf, submit, submittedCase, team } = await import("./cases");
const { save } = await import("../applications/fixtures");
const { db } = await import("@/lib/data/client");
const { answerRemark } = await import("@/lib/services/applications/answer-remark");
const { getApplication } = await import("@/lib/services/applications/get-application");
const { countWaiting, listMessages, listTodos, readMessage } = await import("@/lib/services/communication/messages");
const { findPublicLicence } = await import("@/lib/services/licences/find-public-licence");
const { listLicences } = await import("@/lib/services/licences/list-licences");
const { getCase } = await import("@/lib/services/review/get-case");
const { addDays, shanghaiDate } = await import("@/lib/workflow/iso-date");
const { draftRemark, resolveRemark } = await import("@/lib/services/review/remarks");

describe("从提交到发证", () => {
  it("L-6-03 L-6-04 L-6-05 L-6-11 L-6-12 L-5.1.1-02 提交、补正一轮、受理、审查、复审、签发，企业一路得到通知，最后请企业评价", async () => {
    const [doers, own] = [await team(), await submittedCase()];
    const { applicant, applicationId } = own;
    const titles = async () => (await listMessages(applicant)).rows.map((row) => row.title);
    expect(await titles()).toEqual(["许可证新申请已提交"]);

    // 形审：看得到全部页签与附件，号码遮盖
    const opened = await getCase(doers.intake, applicationId);
    expect(opened.sections.map((section) => section.section)).toEqual([
      "application-category", "basic-information", "technical-lead", "safety-lead", "technicians", "skilled-workers", "performance",
    ]);
    expect(opened.sections[2]?.slots.flatMap((slot) => slot.files).length).toBeGreaterThan(0);
    const idLine = opened.sections[2]?.groups.flatMap((group) => group.lines).find((line) => line.field === "idNo");
    expect(idLine?.text).toMatch(/\*{6}/);
    expect(opened.checks.length).toBeGreaterThan(0);
    expect(opened.actions.map((offer) => offer.action)).toEqual(["accept", "returnForCorrection", "rejectIntake"]);

    // 写意见：企业看不到；退回后一次发出，只开放有意见的页签
    await draftRemark(doers.intake, { applicationId, sectionKey: "technical-lead", field: "titleCertNo", level: "must", text: "与扫描件不一致，请核对" });
    await draftRemark(doers.intake, { applicationId, sectionKey: "safety-lead", field: "mobile", level: "hint", text: "请核对手机号码" });
    expect((await getApplication(applicant, applicationId)).remarks).toEqual([]);
    await act(doers.intake, applicationId, "returnForCorrection");
    const returned = await getApplication(applicant, applicationId);
    expect(returned.remarks).toHaveLength(2);
    expect([...returned.openSections].sort()).toEqual(["safety-lead", "technical-lead"]);
    expect(await listTodos(applicant)).toEqual([expect.objectContaining({ kind: "correction", href: `/applications/${applicationId}`, remainingWorkingDays: 15 })]);
    expect((await titles())[0]).toBe("许可证新申请需要补正");

    // 企业修改、逐条答复、重新提交；待办随即关闭
    const before = returned.context.answers["technical-lead"] ?? {};
    await save(applicant, applicationId, "technical-lead", before, { ...before, titleCertNo: "LN-2012-0088" }, returned.revisions["technical-lead"]);
    for (const remark of returned.remarks) await answerRemark(applicant, { remarkId: remark.id, answer: "已改" });
    await submit(own);
    expect(await listTodos(applicant)).toEqual([]);

    // 形审看得到改了什么、答复了什么，关闭意见后才能受理
    const again = await getCase(doers.intake, applicationId);
    expect(again.changes).toEqual([expect.objectContaining({ field: "titleCertNo", before: "LN-2012-0087", after: "LN-2012-0088" })]);
    expect(again.remarks.map((remark) => [remark.state, remark.answer])).toEqual([["answered", "已改"], ["answered", "已改"]]);
    await expect(act(doers.intake, applicationId, "accept")).rejects.toMatchObject({ code: "conflict", message: "有“必须修改”的意见，不能受理" });
    for (const remark of again.remarks) await resolveRemark(doers.intake, remark.id, true);
    await act(doers.intake, applicationId, "accept");
    await act(doers.examiner, applicationId, "startReview");
    await act(doers.examiner, applicationId, "passReview");
    await act(doers.secondReviewer, applicationId, "passSecondReview");
    const { state, licenceNumber } = await act(doers.signer, applicationId, "grant");
    expect(state).toBe("granted");

    const stored = await db().case.findUniqueOrThrow({ where: { id: applicationId } });
    expect(stored).toMatchObject({ state: "granted", openKey: null, holderId: null, stageDueOn: null });
    expect(stored.finishedAt).not.toBeNull();
    expect(await titles()).toEqual([
      "准予许可，许可证已生成", "许可证新申请开始审查", "许可证新申请已受理", "许可证新申请已重新提交", "许可证新申请需要补正", "许可证新申请已提交",
    ]);
    expect(await listTodos(applicant)).toEqual([expect.objectContaining({ kind: "evaluation", title: "请评价这次服务", href: `/evaluations/${applicationId}`, dueOn: addDays(shanghaiDate(stored.finishedAt ?? new Date()), 30) })]);
    expect((await listLicences(applicant)).rows).toEqual([expect.objectContaining({ number: licenceNumber, state: "valid", scopeText: "承装五级、承试五级" })]);
    expect(await findPublicLicence(licenceNumber ?? "")).toMatchObject({ state: "valid", tone: "good" });
  });

  it("L-6-11 消息读过即标为已读；别家的读不到", async () => {
    const [{ applicant }, stranger] = [await submittedCase(), await submittedCase()];
    const { rows } = await listMessages(applicant);
    expect((await countWaiting(applicant)).unread).toBe(1);
    await readMessage(applicant, rows[0]?.id ?? "");
    expect(await listMessages(applicant)).toMatchObject({ rows: [{ read: true }] });
    expect((await countWaiting(applicant)).unread).toBe(0);
    await expect(readMessage(stranger.applicant, rows[0]?.id ?? "")).rejects.toMatchObject({ code: "notFound" });
    await expect(readMessage(applicant, randomUUID())).rejects.toMatchObject({ code: "notFound" });
  });

  it("L-6-04 L-6-11 不予受理、不予许可须有理由和依据；企业得知理由，电工随即释放，可以另行申请", async () => {
    const doers = await team();
    const [first, second] = [await submittedCase(), await submittedCase()];
    await expect(act(doers.intake, first.applicationId, "rejectIntake", { reason: "", article: "" })).rejects.toMatchObject({ code: "invalid", fields: { reason: "请写明理由", article: "请选择或写明法律依据" } });
    expect(await stateOf(first.applicationId)).toBe("submitted");
    await act(doers.intake, first.applicationId, "rejectIntake", { reason: "不属于本机关职权范围" });
    await act(doers.intake, second.applicationId, "accept");
    await act(doers.examiner, second.applicationId, "startReview");
    await act(doers.examiner, second.applicationId, "passReview");
    await act(doers.secondReviewer, second.applicationId, "passSecondReview");
    await act(doers.signer, second.applicationId, "refuse", { reason: "人员不足" });
    for (const [{ applicant, applicationId }, state, reason] of [[first, "notAccepted", "不属于本机关职权范围"], [second, "refused", "人员不足"]] as const) {
      expect(await stateOf(applicationId)).toBe(state);
      const [message] = (await listMessages(applicant)).rows;
      expect(message?.body).toContain(reason);
      expect(message?.body).toContain("行政复议");
      expect(await listTodos(applicant)).toEqual([expect.objectContaining({ kind: "evaluation" })]);
      expect(await db().electricianClaim.count({ where: { enterpriseId: applicant.enterpriseId } })).toBe(0);
      expect(await db().case.findUniqueOrThrow({ where: { id: applicationId }, select: { openKey: true } })).toEqual({ openKey: null });
    }
  });
});
