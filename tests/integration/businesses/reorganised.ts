import { randomUUID } from "node:crypto";
import { db } from "@/lib/data/client";
import { answerConfirmation } from "@/lib/services/parties/confirmations";
import { mergerAnswers } from "@/prisma/seed/courses/reorganisation";
import { fillCase, submitCase } from "@/prisma/seed/drive-case";
import { act, type Holder } from "./stage";

/** 一份填好的合并申请。 */
export const draft = (made: Holder, parties: readonly Holder[], mergerType?: string): Promise<string> =>
  fillCase(made.enterprise, { business: "merger", answers: (context) => mergerAnswers(context, made.enterprise, parties.map(({ enterprise }) => enterprise), mergerType) });

export async function submitted(made: Holder, parties: readonly Holder[], mergerType?: string): Promise<string> {
  const applicationId = await draft(made, parties, mergerType);
  await submitCase(made.enterprise, applicationId);
  return applicationId;
}

const steps = ["accept", "startReview", "passReview", "passSecondReview", "grant"] as const;
const by = { accept: "intake", startReview: "examiner", passReview: "examiner", passSecondReview: "secondReviewer", grant: "signer" } as const;

/** 由各岗位一路办到这一步。 */
export async function through({ doers }: Holder, applicationId: string, until: (typeof steps)[number]): Promise<void> {
  for (const action of steps.slice(0, steps.indexOf(until) + 1)) await act(doers[by[action]], applicationId, action);
}

export const engagedAt = ({ enterprise }: Holder) => db().engagement.findMany({ where: { enterpriseId: enterprise.id, toOn: null } });
export const claimsOf = ({ enterprise }: Holder) => db().electricianClaim.findMany({ where: { enterpriseId: enterprise.id }, orderBy: { idNumber: "asc" } });

export const answer = (made: Holder, caseId: string, agree: boolean, reason?: string) =>
  answerConfirmation(made.actor, { caseId, agree, idempotencyKey: randomUUID(), ...(reason ? { reason } : {}) });
