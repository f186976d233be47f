import { db } from "@/lib/data/client";
import type { ReviewAction } from "@/lib/licensing/obstacles";
import type { ProcedureCode } from "@/lib/terms/application";
import { decideInTurn, fillCase, newLicenceOf, submitCase } from "../drive-case";
import type { SeededEnterprise } from "../enterprises";
import { type Course, firstItems } from "./course";

/** 企业单独列入的试点，按办理方式。 */
const pilots: Partial<Record<ProcedureCode, { pilotZone?: boolean; commitmentRegion?: boolean }>> = { freeTradeZone: { pilotZone: true }, commitment: { commitmentRegion: true } };

/** 许可证新申请，按一种办理方式提交；可以不交的材料都没有交。 */
async function submittedBy(enterprise: SeededEnterprise, procedure: ProcedureCode): Promise<string> {
  await db().creditRecord.update({ where: { uscc: enterprise.uscc }, data: pilots[procedure] ?? {} });
  const applicationId = await fillCase(enterprise, { ...newLicenceOf(enterprise, firstItems), procedure });
  await submitCase(enterprise, applicationId);
  return applicationId;
}

const by = (procedure: ProcedureCode, ...actions: ReviewAction[]): Course => async (enterprise) => {
  const applicationId = await submittedBy(enterprise, procedure);
  await decideInTurn(applicationId, enterprise.officeCode, actions);
  return applicationId;
};

/** 一般程序之外的办理方式：容缺受理等着补齐材料，承诺制、自贸区准予后等着核查。 */
export const procedureCourses: Record<string, Course> = {
  "deferral-submitted": by("conditionalAcceptance"),
  "deferral-open": by("conditionalAcceptance", "acceptConditionally"),
  "commitment-submitted": by("commitment"),
  "commitment-granted": by("commitment", "accept", "startReview", "passReview", "grant"),
  "free-trade-zone-granted": by("freeTradeZone", "accept", "startReview", "passReview", "grant"),
};
