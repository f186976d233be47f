import { requireEnterprise } from "@/lib/access/can";
import type { Actor } from "@/lib/access/actor";
import { Refusal } from "@/lib/access/refusal";
import { db } from "@/lib/data/client";
import { holdRatingTodo } from "@/lib/data/evaluations";
import { takenWords } from "@/lib/evaluation/rating-times";
import { reportFault } from "@/lib/services/platform/report-fault";
import { shanghaiDate } from "@/lib/workflow/iso-date";
import { closedReason, getRatable } from "./open-rating";
import { submitRating } from "./submit-rating";

export interface RateCommand {
  caseId: string;
  idempotencyKey: string;
  rating: unknown;
}

/**
 * 待办一事一评：判断是不是本企业的、办结没有，其余交给 submitRating。
 * @throws Refusal invalid（逐字段）、conflict（已评过、已截止）、tooMany（五天内评过，说明何时可评）
 */
export async function rate(actor: Actor, command: RateCommand): Promise<{ evaluationId: string }> {
  const { accountId } = requireEnterprise(actor);
  const found = await getRatable(db(), actor, command.caseId);
  const outcome = await submitRating(actor, { place: { caseId: found.id }, key: `todo:${accountId}:${command.idempotencyKey}`, rating: command.rating });
  if (outcome.kind === "accepted") return { evaluationId: outcome.rating.evaluationId };
  if (outcome.kind === "keyUsed" || outcome.kind === "closed") throw new Refusal("conflict", (await closedReason(db(), found.id, shanghaiDate(found.finishedAt))) ?? "这次服务不能再评价，请返回首页");
  // 记不下也照样答复；待办只在这条路上改，扫码的路不多一条语句（决定三十一）
  await holdRatingTodo(db(), found.id, outcome.until).catch(reportFault);
  const message = takenWords(outcome.until);
  throw new Refusal("tooMany", message, { fields: { phone: message } });
}
