import * as z from "zod";
import type { Actor, StaffActor } from "@/lib/access/actor";
import { authorise, requireStaff } from "@/lib/access/can";
import { forbidden, notFound, Refusal } from "@/lib/access/refusal";
import { maskNumbers } from "@/lib/audit/mask";
import { type Db, transaction } from "@/lib/data/client";
import { advanceCase, insertCaseEvent, listAccountNames, lockCaseForDecision, type LockedCase } from "@/lib/data/review";
import { faultInReason } from "@/lib/forms/written-text";
import { clockAfter, dueValues } from "@/lib/licensing/case-clock";
import { effectSentences } from "@/lib/licensing/effect-words";
import { extensionAfter, extensionWords } from "@/lib/licensing/extensions";
import type { DocumentValues } from "@/lib/licensing/documents/facts";
import { isNoticeKey } from "@/lib/licensing/notices";
import { type ReviewAction, reviewActions } from "@/lib/licensing/obstacles";
import { promisedDecision } from "@/lib/licensing/rule-sets/limits";
import { stageOfState } from "@/lib/licensing/stages";
import { licensingWorkflow, type LicensingTransition } from "@/lib/licensing/workflow";
import { notify } from "@/lib/services/communication/notify";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { issueDocument } from "@/lib/services/documents/issue-document";
import { rivalOfParties } from "@/lib/services/parties/party-rival";
import { followUpObstaclesIn, followUpsAfter } from "@/lib/services/follow-ups/case-follow-ups";
import { workingCalendar } from "@/lib/services/platform/clock";
import { withIdempotency } from "@/lib/services/platform/idempotency";
import type { BusinessCode } from "@/lib/terms/businesses";
import { type ApplicationStateCode, finishedStates } from "@/lib/terms/states";
import { shanghaiDate } from "@/lib/workflow/iso-date";
import { findTransition, targetOf } from "@/lib/workflow/transition";
import { actionsFor, caseTags } from "./case-facts";
import { type Consequence, consequenceOf } from "./consequences";
import { lostRace } from "./lost-race";

export const DecideInput = z.object({
  applicationId: z.uuid(),
  action: z.enum(reviewActions),
  /** 页面打开时的修订号；已变则本次不办。 */
  revision: z.int().positive(),
  idempotencyKey: z.uuid(),
  reason: z.string().trim().max(1000, "理由请不超过1000字").optional(),
  article: z.string().trim().max(200, "依据请不超过200字").optional(),
  opinion: z.string().trim().max(2000, "意见请不超过2000字").optional(),
});

export type DecideInput = z.infer<typeof DecideInput>;

export interface Decision {
  state: ApplicationStateCode;
  licenceNumber?: string;
}

/**
 * 办理一个环节：受理、补正、审查、签发……状态、经过、期限、编号、通知与待办在一个事务里，要么全成要么全不成。
 * @throws Refusal conflict 别人先办了（说明谁、何时、办了什么）或现在不能办；forbidden 角色不符；invalid 缺理由等
 */
export async function decide(actor: Actor, input: DecideInput): Promise<Decision> {
  const staff = requireStaff(actor);
  const mayEver = licensingWorkflow.some((row) => row.action === input.action && row.roles.some((role) => (staff.roles as readonly string[]).includes(role)));
  if (!mayEver) throw forbidden();
  return transaction((tx) =>
    withIdempotency(tx, { key: input.idempotencyKey, accountId: staff.accountId, action: `decide.${input.action}`, subject: input.applicationId }, async () => {
      const found = await lockReviewable(tx, staff, input.applicationId);
      const transition = await permit(tx, staff, found, input);
      requireNeeds(transition, input);
      return apply(tx, staff, found, transition, input);
    }),
  );
}

async function lockReviewable(tx: Db, staff: StaffActor, caseId: string): Promise<LockedCase> {
  const found = await lockCaseForDecision(tx, caseId);
  if (!found?.application || !found.submittedAt) throw notFound("这件申请");
  authorise(staff, "application.review", { officeCode: found.officeCode }, "这件申请");
  return found;
}

/** 流程表允许、没有人先办、没有阻碍，才往下走。 */
async function permit(tx: Db, staff: StaffActor, found: LockedCase, input: DecideInput): Promise<LicensingTransition> {
  const transition = findTransition(licensingWorkflow, found.state as ApplicationStateCode, input.action, caseTags(found));
  if (!transition || found.revision !== input.revision) throw lostRace(found, staff);
  const holder = found.holderId ? (await listAccountNames(tx, [found.holderId])).get(found.holderId) : undefined;
  const rival = input.action === "accept" ? await rivalOfParties(tx, found) : undefined;
  const offered = actionsFor({ ...found, ...(rival ? { rival } : {}), followUps: await followUpObstaclesIn(tx, found) }, staff, holder).find((candidate) => candidate.action === input.action);
  if (!offered) throw forbidden();
  if (offered.blockedBy) throw new Refusal("conflict", offered.blockedBy);
  return transition;
}

const needed = {
  reason: "请写明理由",
  article: "请选择或写明法律依据",
  opinion: "请写明意见",
} as const;

function requireNeeds(transition: LicensingTransition, input: DecideInput): void {
  const missing = (Object.keys(needed) as (keyof typeof needed)[]).filter((key) => transition.needs?.includes(key)).flatMap((key) => {
    const said = input[key]?.trim() ?? "";
    const fault = key === "reason" ? faultInReason(said, needed[key]) : said === "" && needed[key];
    return fault ? [[key, fault] as const] : [];
  });
  if (missing[0]) throw new Refusal("invalid", missing[0][1], { fields: Object.fromEntries(missing) });
}

async function apply(tx: Db, staff: StaffActor, found: LockedCase, transition: LicensingTransition, input: DecideInput): Promise<Decision> {
  const now = shanghaiDate(found.lockedAt);
  const business = found.application?.business as BusinessCode;
  const calendar = await workingCalendar(tx);
  const clock = clockAfter(transition.clock, found, now, promisedDecision(business).value, calendar);
  const state = targetOf(transition, found.state as ApplicationStateCode);
  const finished = (finishedStates as readonly string[]).includes(state);
  const advanced = await advanceCase(tx, { id: found.id, state: found.state, revision: found.revision }, {
    state,
    ...clock,
    holderId: holderAfter(transition, found, staff, state),
    ...(extensionAfter(input.action) ? { extension: extensionAfter(input.action) } : {}),
    ...(transition.clock === "decision" ? { acceptedAt: found.lockedAt } : {}),
    ...(finished ? { finishedAt: found.lockedAt, openKey: null } : {}),
  });
  if (!advanced) throw lostRace(found, staff);
  const consequence = await consequenceOf(tx, found, input, now, clock);
  await followUpsAfter(tx, found, input.action, now);
  const values: DocumentValues = { ...consequence.values, reason: consequence.values.reason ?? input.reason, article: input.article, ...dueValues(clock.stageDueOn, calendar) };
  await record(tx, staff, found, transition, input, { ...consequence, values });
  const messageId = isNoticeKey(transition.notice) ? await notify(tx, { caseId: found.id, notice: transition.notice, values }) : undefined;
  if (transition.document) await issueDocument(tx, { caseId: found.id, kind: transition.document, values, by: { id: staff.accountId, name: staff.name }, messageId });
  return { state, ...(consequence.values.licenceNumber ? { licenceNumber: consequence.values.licenceNumber } : {}) };
}

/** 还在这一环节的由办的人承办；旁办的不改承办人，转下一环节、办结的没有承办人。 */
function holderAfter(transition: LicensingTransition, found: LockedCase, staff: StaffActor, state: ApplicationStateCode): string | null {
  if (transition.aside) return found.holderId;
  const stays = stageOfState(state) === stageOfState(found.state);
  return stays && !(finishedStates as readonly string[]).includes(state) ? staff.accountId : null;
}

/** 经过里企业看得到的一句话；审查、复审意见只在 detail，不外露。 */
function publicNote(action: ReviewAction, input: DecideInput, { values }: Consequence): string | null {
  if (action === "returnForCorrection") return `${values.count ?? 0} 条意见`;
  if (action === "approveExtension") return extensionWords(values.dueOn, values.reason ?? "");
  if (action === "grant") return [values.outcome ?? `许可证编号 ${values.licenceNumber ?? ""}`, ...effectSentences(values.effects ?? [])].join("。");
  const isRefusal = action === "rejectIntake" || action === "refuse";
  return isRefusal ? `理由：${input.reason ?? ""}；依据：${input.article ?? ""}` : null;
}

/** 延长期限的申请与批复不改状态：审计里写为什么、批准的延到哪天。 */
function extended({ action, reason }: DecideInput, { values, detail }: Consequence): Record<string, string> {
  if (!extensionAfter(action)) return {};
  const said = typeof detail.reason === "string" ? detail.reason : (reason ?? "");
  const { dueOn, promisedOn } = values.extension ?? {};
  return { ...(said ? { reason: maskNumbers(said) } : {}), ...(dueOn ? { dueOn } : {}), ...(promisedOn ? { promisedOn } : {}) };
}

async function record(tx: Db, staff: StaffActor, found: LockedCase, transition: LicensingTransition, input: DecideInput, consequence: Consequence): Promise<void> {
  const { reason, article, opinion } = input;
  const said = Object.fromEntries(Object.entries({ reason, article, opinion }).filter(([, text]) => text));
  await insertCaseEvent(tx, {
    caseId: found.id,
    action: transition.action,
    fromState: found.state,
    toState: targetOf(transition, found.state),
    actorId: staff.accountId,
    actorName: staff.name,
    actorRole: transition.roles.find((role) => (staff.roles as readonly string[]).includes(role)) ?? "",
    note: publicNote(input.action, input, consequence),
    detail: { ...said, ...consequence.detail },
  });
  await recordAudit(tx, { actor: staff, action: `case.${transition.action}`, subject: "Case", subjectId: found.id, detail: { from: found.state, to: targetOf(transition, found.state), ...extended(input, consequence) } });
}
