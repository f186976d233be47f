import { db } from "@/lib/data/client";
import type { ReviewAction } from "@/lib/licensing/obstacles";
import { recordVerification } from "@/lib/services/follow-ups/record-verification";
import { reportRectification } from "@/lib/services/follow-ups/report-rectification";
import type { ProcedureCode } from "@/lib/terms/application";
import type { FollowUpKind } from "@/lib/terms/follow-ups";
import { actorOf, decideInTurn, fillCase, newLicenceOf, staffOf, submitCase } from "../drive-case";
import type { SeededEnterprise } from "../enterprises";
import { type Course, firstItems } from "./course";

/** 企业单独列入的试点，按办理方式。 */
const pilots: Partial<Record<ProcedureCode, { pilotZone?: boolean; commitmentRegion?: boolean }>> = { freeTradeZone: { pilotZone: true }, commitment: { commitmentRegion: true } };

/** 许可证新申请，按一种办理方式提交；可以不交的材料都没有交，或只差几种。 */
async function submittedBy(enterprise: SeededEnterprise, procedure: ProcedureCode, lacking?: readonly string[]): Promise<string> {
  await db().creditRecord.update({ where: { uscc: enterprise.uscc }, data: pilots[procedure] ?? {} });
  const applicationId = await fillCase(enterprise, { ...newLicenceOf(enterprise, firstItems), procedure, ...(lacking ? { lacking } : {}) });
  await submitCase(enterprise, applicationId);
  return applicationId;
}

const by = (procedure: ProcedureCode, ...actions: ReviewAction[]): Course => lackingBy(undefined, procedure, ...actions);

const lackingBy = (lacking: readonly string[] | undefined, procedure: ProcedureCode, ...actions: ReviewAction[]): Course => async (enterprise) => {
  const applicationId = await submittedBy(enterprise, procedure, lacking);
  await decideInTurn(applicationId, enterprise.officeCode, actions);
  return applicationId;
};

const granted = (procedure: ProcedureCode): Course => by(procedure, "accept", "startReview", "passReview", "grant");

/** 只差技术负责人的职称证书。 */
const leadTitle = ["TL_TITLE"];

/** 企业的一件未了的任务，现在怎样。 */
const taskOf = (caseId: string, kind: FollowUpKind) => db().followUp.findFirstOrThrow({ where: { caseId, kind, state: "open" }, select: { id: true, revision: true } });

/** 承诺核查不属实，限期整改；企业还没有报告。 */
const rectifying: Course = async (enterprise) => {
  const applicationId = await granted("commitment")(enterprise);
  const { id: followUpId, revision } = await taskOf(applicationId, "verification");
  await recordVerification(await staffOf("examiner", enterprise.officeCode), { followUpId, revision, verdict: "rectify", note: "两名技术人员的社会保险未按承诺缴纳" });
  return applicationId;
};

/** 企业报告了整改完成，等着复核。 */
const rectificationReported: Course = async (enterprise) => {
  const applicationId = await rectifying(enterprise);
  const { id: followUpId, revision } = await taskOf(applicationId, "rectification");
  await reportRectification(actorOf(enterprise), { followUpId, revision, report: "两人的社会保险已于本月补缴。" });
  return applicationId;
};

/** 一般程序之外的办理方式：容缺受理等着补齐材料，承诺制、自贸区准予后等着核查，核查不属实的整改。 */
export const procedureCourses: Record<string, Course> = {
  "deferral-submitted": by("conditionalAcceptance"),
  "deferral-open": by("conditionalAcceptance", "acceptConditionally"),
  "deferral-title-submitted": lackingBy(leadTitle, "conditionalAcceptance"),
  "deferral-title-open": lackingBy(leadTitle, "conditionalAcceptance", "acceptConditionally"),
  "commitment-submitted": by("commitment"),
  "commitment-granted": granted("commitment"),
  "commitment-rectifying": rectifying,
  "commitment-rectification-reported": rectificationReported,
  "free-trade-zone-granted": granted("freeTradeZone"),
};
