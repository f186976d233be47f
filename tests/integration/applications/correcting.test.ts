import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { freshDatabase } from "../database";

await freshDatabase();
const { act, staff, submit, submittedCase } = await import("../review/cases");
const { colleague, enterprise, save } = await import("./fixtures");
const { db } = await import("@/lib/data/client");
const { answerRemark } = await import("@/lib/services/applications/answer-remark");
const { discardApplication } = await import("@/lib/services/applications/discard-application");
const { getApplication } = await import("@/lib/services/applications/get-application");
const { draftRemark } = await import("@/lib/services/review/remarks");

/** 一件退回补正的：技术负责人一条必须修改的意见。 */
async function returned() {
  const own = await submittedCase();
  const intake = await staff(["intake"], "张敏");
  await draftRemark(intake, { applicationId: own.applicationId, sectionKey: "technical-lead", field: "titleCertNo", level: "must", text: "与附件不一致，请核对" });
  await act(intake, own.applicationId, "returnForCorrection");
  const view = await getApplication(own.applicant, own.applicationId);
  return { ...own, view, remarkId: view.remarks[0]?.id ?? "" };
}

type Returned = Awaited<ReturnType<typeof returned>>;

function changeLead({ applicant, applicationId, view }: Returned, titleCertNo: string) {
  const before = view.context.answers["technical-lead"] ?? {};
  return save(applicant, applicationId, "technical-lead", before, { ...before, titleCertNo }, view.revisions["technical-lead"]);
}

const openTodos = (caseId: string) => db().todoItem.count({ where: { caseId, doneAt: null } });

describe("补正", () => {
  it("只有被退回的页签能改，别的由服务端拒绝", async () => {
    const own = await returned();
    expect(own.view).toMatchObject({ state: "correction", stateWord: "待补正", openSections: ["technical-lead"] });
    await expect(save(own.applicant, own.applicationId, "basic-information", {}, { auditReportNo: "改" })).rejects.toMatchObject({ code: "conflict", message: "补正期间只能修改有补正意见的页签" });
    await expect(changeLead(own, "新证书号-01")).resolves.toMatchObject({ conflicts: [], refused: [] });
  });

  it("必须修改的意见没有答复、或者什么都没有改，不能重新提交", async () => {
    const own = await returned();
    await expect(submit(own)).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("还有 1 条必须修改的意见") as string });
    await answerRemark(own.applicant, { remarkId: own.remarkId, answer: "" });
    await expect(submit(own)).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("没有任何修改") as string });
    expect(await db().submission.count({ where: { applicationId: own.applicationId } })).toBe(1);
  });

  it("L-4.0-04 改好、逐条答复后重新提交：再冻结一轮，期限另起，补正待办关闭", async () => {
    const own = await returned();
    expect(await openTodos(own.applicationId)).toBe(1);
    await changeLead(own, "新证书号-02");
    await answerRemark(own.applicant, { remarkId: own.remarkId, answer: "已更正" });
    await expect(submit(own)).resolves.toMatchObject({ round: 2 });
    expect(await openTodos(own.applicationId)).toBe(0);
    const rounds = await db().submission.findMany({ where: { applicationId: own.applicationId }, orderBy: { round: "asc" } });
    expect(rounds.map((one) => JSON.stringify(one.summary).includes("新证书号-02"))).toEqual([false, true]);
    expect(await getApplication(own.applicant, own.applicationId)).toMatchObject({ state: "submitted", round: 2, openSections: "none" });
  });

  it("意见由本企业答复，提交之后不能再答；别家的、没有的答没有找到", async () => {
    const own = await returned();
    await expect(answerRemark(await enterprise(), { remarkId: own.remarkId, answer: "" })).rejects.toMatchObject({ code: "notFound" });
    await expect(answerRemark(own.applicant, { remarkId: randomUUID(), answer: "" })).rejects.toMatchObject({ code: "notFound" });
    await expect(answerRemark(await staff(["intake"]), { remarkId: own.remarkId, answer: "" })).rejects.toMatchObject({ code: "forbidden" });
    await answerRemark(await colleague(own.applicant, ["filler"]), { remarkId: own.remarkId, answer: "已更正" });
    await changeLead(own, "新证书号-03");
    await submit(own);
    await expect(answerRemark(own.applicant, { remarkId: own.remarkId, answer: "再说" })).rejects.toMatchObject({ code: "conflict" });
  });

  it("L-4.1.10-03 待补正的可以废弃：电工释放，待办关闭，可以重新申请", async () => {
    const own = await returned();
    expect(await db().electricianClaim.count({ where: { caseId: own.applicationId } })).toBeGreaterThan(0);
    await discardApplication(own.applicant, { applicationId: own.applicationId, idempotencyKey: randomUUID() });
    expect(await db().electricianClaim.count({ where: { enterpriseId: own.applicant.enterpriseId } })).toBe(0);
    expect(await openTodos(own.applicationId)).toBe(0);
    expect((await db().case.findUniqueOrThrow({ where: { id: own.applicationId } })).openKey).toBeNull();
  });
});
