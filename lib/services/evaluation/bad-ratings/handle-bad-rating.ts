import * as z from "zod";
import type { Actor, StaffActor } from "@/lib/access/actor";
import { forbidden, Refusal } from "@/lib/access/refusal";
import {
  type BadRatingRecord, excludeEvaluation, insertBadRatingEvent, listBadRatingEvents, listCaseHandlers, listColleagues, lockBadRating, updateBadRating,
} from "@/lib/data/bad-ratings";
import { type Db, transaction } from "@/lib/data/client";
import { changeOf } from "@/lib/evaluation/bad-ratings/changes";
import { faultsOf, HANDLING_TEXT_MAX, noteOf } from "@/lib/evaluation/bad-ratings/handling";
import { wordOfStep } from "@/lib/evaluation/bad-ratings/history";
import { actionsFor, badRatingActions, badRatingWorkflow, type BadRatingTransition, tagsOf } from "@/lib/evaluation/bad-ratings/workflow";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { moment } from "@/lib/services/platform/clock";
import { withIdempotency } from "@/lib/services/platform/idempotency";
import { type BadRatingState, badRatingStates } from "@/lib/terms/bad-ratings";
import { wordOf } from "@/lib/terms/option-map";
import { shanghaiMoment } from "@/lib/workflow/iso-date";
import { findTransition } from "@/lib/workflow/transition";
import { handlingDays } from "./handling-days";
import { doerOn, factsOf, requireHandler, requireReadable, standingOf } from "./standing";
import { tellRater } from "./tell-rater";

export const HandleBadRatingInput = z.object({
  badRatingId: z.uuid(),
  action: z.enum(badRatingActions),
  /** 页面打开时的修订号；已变则本次不办。 */
  revision: z.int().positive(),
  idempotencyKey: z.uuid(),
  assigneeId: z.uuid("请选择办理人").optional(),
  verdict: z.string().max(20).optional(),
  complex: z.boolean().optional(),
  outcome: z.string().max(20).optional(),
  text: z.string().trim().max(HANDLING_TEXT_MAX, `请将说明控制在${HANDLING_TEXT_MAX}字以内`).default(""),
});
export type HandleBadRatingInput = z.output<typeof HandleBadRatingInput>;

type Events = Awaited<ReturnType<typeof listBadRatingEvents>>;

/**
 * 办理差评的一步：分派、核实、整改、答复、申诉与撤回、复核、回访、办结。状态、期限、经过、审计与告知在一个事务里。
 * @throws Refusal conflict 别人先办了（说明谁、何时、办了什么）或职责分离；forbidden 角色不符；invalid 缺内容
 */
export async function handleBadRating(actor: Actor, input: HandleBadRatingInput): Promise<{ state: BadRatingState }> {
  const staff = requireHandler(actor);
  return transaction((tx) =>
    withIdempotency(tx, { key: input.idempotencyKey, accountId: staff.accountId, action: `badRating.${input.action}`, subject: input.badRatingId }, async () => {
      const record = requireReadable(staff, await lockBadRating(tx, input.badRatingId));
      const transition = await permit(tx, staff, record, input);
      return apply(tx, staff, record, transition, input);
    }),
  );
}

/** 角色许可、没有人先办、没有职责分离的阻碍、该填的填了，才往下走。 */
async function permit(tx: Db, staff: StaffActor, record: BadRatingRecord, input: HandleBadRatingInput): Promise<BadRatingTransition> {
  const doer = doerOn(staff, record);
  if (!badRatingWorkflow.some((row) => row.action === input.action && row.roles.some((role) => doer.roles.includes(role)))) throw forbidden();
  const events = await listBadRatingEvents(tx, record.id);
  const transition = findTransition(badRatingWorkflow, record.state as BadRatingState, input.action, tagsOf(standingOf(record)));
  if (!transition || record.revision !== input.revision) throw lostRace(staff, record, events);
  const handlers = await listCaseHandlers(tx, record.caseId);
  const offered = actionsFor(factsOf(record, events, handlers), doer).find(({ action }) => action === input.action);
  if (!offered) throw forbidden();
  if (offered.blockedBy) throw new Refusal("conflict", offered.blockedBy);
  const fields = faultsOf(input.action, input, transition.needs);
  const [first] = Object.values(fields);
  if (first) throw new Refusal("invalid", first, { fields });
  return transition;
}

/** 别人先办了：说清谁、何时、办了什么。 */
function lostRace(staff: StaffActor, { state }: BadRatingRecord, events: Events): Refusal {
  const last = events.findLast(({ fromState, toState, action }) => fromState !== toState || action === "reassign" || action === "callBack");
  const now = `现为“${wordOf(badRatingStates, state)}”，请刷新后再办`;
  if (!last) return new Refusal("conflict", `这件差评${now}`);
  const who = last.actorId === staff.accountId ? "您" : last.actorName;
  return new Refusal("conflict", `${who}已于${shanghaiMoment(last.at)}办理“${wordOfStep(last.action, last.fromState)}”，${now}`);
}

async function apply(tx: Db, staff: StaffActor, record: BadRatingRecord, transition: BadRatingTransition, input: HandleBadRatingInput): Promise<{ state: BadRatingState }> {
  const [{ now, calendar }, days] = [await moment(tx), await handlingDays(tx)];
  const assignee = input.assigneeId ? await requireColleague(tx, record, input.assigneeId) : undefined;
  const change = changeOf({ action: transition.action, words: input, doerId: staff.accountId, moment: now, days, calendar, before: record });
  if (!(await updateBadRating(tx, record, { ...change, state: transition.to }))) throw lostRace(staff, record, await listBadRatingEvents(tx, record.id));
  if (transition.action === "exclude") await excludeEvaluation(tx, record.evaluationId, now);
  if (transition.to === "answered") await tellRater(tx, record, input.text.trim(), transition.action === "exclude");
  await insertBadRatingEvent(tx, {
    badRatingId: record.id, action: transition.action, fromState: record.state, toState: transition.to, actorId: staff.accountId, actorName: staff.name,
    note: noteOf(transition.action, input, assignee) || null, at: now,
  });
  await recordAudit(tx, {
    actor: staff, action: `badRating.${transition.action}`, subject: "BadRating", subjectId: record.id,
    detail: { from: record.state, to: transition.to, ...(input.assigneeId ? { assigneeId: input.assigneeId } : {}) },
  });
  return { state: transition.to };
}

/** 只能分派给本机构在用的内网账号。 */
async function requireColleague(tx: Db, { officeCode, caseId, assigneeId }: BadRatingRecord, chosen: string): Promise<string> {
  const found = (await listColleagues(tx, officeCode, caseId)).find(({ id }) => id === chosen);
  const message = !found ? "请选择本机构在用的账号" : found.id === assigneeId ? "请选择另一位办理人" : undefined;
  if (message || !found) throw new Refusal("invalid", message ?? "", { fields: { assigneeId: message ?? "" } });
  return found.name;
}
