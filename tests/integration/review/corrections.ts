import { answerRemark } from "@/lib/services/applications/answer-remark";
import { getApplication } from "@/lib/services/applications/get-application";
import { save } from "../applications/fixtures";
import { submit, type SubmittedCase } from "./cases";

/** 技术负责人的一项上，一条必须修改的意见。 */
export const mustOn = (applicationId: string, field = "titleCertNo") => ({ applicationId, sectionKey: "technical-lead", field, level: "must" as const, text: "与附件不一致，请核对" });

/** 企业改一处、答复全部意见、重新提交。 */
export async function correct(own: SubmittedCase, certificate: string, more: Record<string, string> = {}): Promise<void> {
  const { applicant, applicationId } = own;
  const view = await getApplication(applicant, applicationId);
  const before = view.context.answers["technical-lead"] ?? {};
  await save(applicant, applicationId, "technical-lead", before, { ...before, titleCertNo: certificate, ...more }, view.revisions["technical-lead"]);
  for (const remark of view.remarks.filter((candidate) => candidate.answer === undefined)) await answerRemark(applicant, { remarkId: remark.id, answer: `改为 ${certificate}` });
  await submit(own);
}
