import type { Actor } from "@/lib/access/actor";
import { authorise, requireEnterprise } from "@/lib/access/can";
import { notFound } from "@/lib/access/refusal";
import { findCaseHistory } from "@/lib/data/applications";
import { db } from "@/lib/data/client";
import { listFrozenChanges } from "@/lib/data/submissions";
import { isInnerEvent, wordOfEvent } from "@/lib/licensing/event-words";
import { maskFactChanges } from "@/lib/licensing/masked-summary";
import type { HistoryStep, HistoryView } from "@/lib/licensing/views";
import { changesIn, summaryIn } from "@/lib/services/review/snapshot";
import { type BusinessCode, businesses } from "@/lib/terms/businesses";
import { wordOf } from "@/lib/terms/option-map";
import { staffRoles } from "@/lib/terms/roles";
import { applicationStates, type ApplicationStateCode } from "@/lib/terms/states";

/** 一件申请的经过，与每一轮提交冻结的内容；内网的人只显示岗位，不显示姓名。 */
export async function getHistory(actor: Actor, applicationId: string): Promise<HistoryView> {
  requireEnterprise(actor);
  const found = await findCaseHistory(db(), applicationId);
  if (!found?.application) throw notFound("这份申请");
  authorise(actor, "application.read", { enterpriseId: found.enterpriseId }, "这份申请");
  const frozen = await listFrozenChanges(db(), applicationId);
  return {
    applicationId,
    number: found.number,
    label: businesses[found.application.business as BusinessCode],
    steps: found.events.filter(({ action }) => !isInnerEvent(action)).map((event): HistoryStep => ({
      id: event.id,
      action: event.action,
      label: wordOfEvent(event.action, event.fromState),
      to: event.toState as ApplicationStateCode,
      toWord: wordOf(applicationStates, event.toState),
      actor: Object.hasOwn(staffRoles, event.actorRole) ? wordOf(staffRoles, event.actorRole) : event.actorName,
      ...(event.note ? { note: event.note } : {}),
      at: event.at.toISOString(),
    })),
    rounds: found.application.submissions.map((submission) => ({
      round: submission.round, submittedAt: submission.submittedAt.toISOString(), summary: summaryIn(submission.summary),
      amendments: maskFactChanges(changesIn(frozen.get(submission.round))),
    })),
  };
}
