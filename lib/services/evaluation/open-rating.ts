import { requireEnterprise, authorise } from "@/lib/access/can";
import type { Actor } from "@/lib/access/actor";
import { notFound, Refusal } from "@/lib/access/refusal";
import { db, type Db } from "@/lib/data/client";
import { findEvaluationOfCase, findRatableCase } from "@/lib/data/evaluations";
import { RATING_WINDOW_DAYS } from "@/lib/evaluation/phone";
import { againWords, lastRatingDay } from "@/lib/evaluation/rating-times";
import type { RatingInvitation } from "@/lib/evaluation/views";
import { businesses } from "@/lib/terms/businesses";
import { isCodeOf } from "@/lib/terms/option-map";
import { now, today } from "@/lib/services/platform/clock";
import { shanghaiDate } from "@/lib/workflow/iso-date";

/** 一件已办结、属于本企业的案件；已评过或已截止的说明原因，不报错。 */
export async function openRating(actor: Actor, caseId: string): Promise<RatingInvitation> {
  requireEnterprise(actor);
  const found = await getRatable(db(), actor, caseId);
  const finishedOn = shanghaiDate(found.finishedAt);
  const closedBecause = await closedReason(db(), caseId, finishedOn);
  const possibleFrom = closedBecause ? null : found.todos[0]?.possibleFrom;
  const paused = possibleFrom && possibleFrom > (await now(db())) ? againWords(possibleFrom) : "";
  return {
    caseId,
    number: found.number,
    business: businessWord(found.application?.business),
    officeName: found.office.name,
    finishedOn,
    ...(closedBecause ? { closedBecause } : {}),
    ...(paused ? { paused } : {}),
  };
}

/** 已评过、已截止的说明原因；页面与保存问同一处。 */
export async function closedReason(tx: Db, caseId: string, finishedOn: string): Promise<string | undefined> {
  if (await findEvaluationOfCase(tx, caseId)) return "这次服务已经评价过了，感谢您的意见。";
  const late = lastRatingDay(finishedOn) < (await today(tx));
  return late ? `办结已超过 ${RATING_WINDOW_DAYS} 天，评价已截止。` : undefined;
}

/** 能评的案件：不存在与别家的同样答「没有找到」。 */
export async function getRatable(tx: Db, actor: Actor, caseId: string) {
  const found = await findRatableCase(tx, caseId);
  if (!found) throw notFound("这件业务");
  authorise(actor, "application.read", { enterpriseId: found.enterpriseId }, "这件业务");
  const { finishedAt } = found;
  if (!finishedAt) throw new Refusal("conflict", "这件业务尚未办结，办结后才能评价");
  return { ...found, finishedAt };
}

export function businessWord(code: string | undefined): string {
  return isCodeOf(businesses, code) ? businesses[code] : "";
}
