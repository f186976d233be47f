import type { Actor } from "@/lib/access/actor";
import { requireEnterprise } from "@/lib/access/can";
import { findOwnBadRating } from "@/lib/data/bad-ratings";
import { db } from "@/lib/data/client";

export interface RatingAnswer {
  /** 还没有答复时为空。 */
  answer: string;
  answeredAt: string;
  excluded: boolean;
}

/** 本企业由待办作出的差评，答复了没有；不是差评、扫码评的、别家的都没有。 */
export async function findRatingAnswer(actor: Actor, caseId: string): Promise<RatingAnswer | undefined> {
  const { enterpriseId } = requireEnterprise(actor);
  const found = await findOwnBadRating(db(), caseId, enterpriseId);
  if (!found) return undefined;
  const answered = found.answeredAt !== null;
  return { answer: answered ? (found.answer ?? "") : "", answeredAt: found.answeredAt?.toISOString() ?? "", excluded: found.evaluation.excludedAt !== null };
}
