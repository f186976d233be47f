import type { Actor, StaffActor } from "@/lib/access/actor";
import { authorise, requireStaff } from "@/lib/access/can";
import { notFound } from "@/lib/access/refusal";
import { listAuditOn } from "@/lib/data/audit";
import { db } from "@/lib/data/client";
import { findCaseForReview, findNextCase, listAccountNames, type ReviewedCase } from "@/lib/data/review";
import { findRoundWithPrevious } from "@/lib/data/submissions";
import { dueWords, isProvisionalDate, pauseReason } from "@/lib/licensing/case-clock";
import { claimWords } from "@/lib/licensing/event-words";
import { remarkObstacle } from "@/lib/licensing/obstacles";
import type { CaseView } from "@/lib/licensing/review-views";
import { getRuleSet } from "@/lib/licensing/rule-sets";
import { stageOfState, stages } from "@/lib/licensing/stages";
import { timeUsed } from "@/lib/licensing/time-used";
import { findFollowUpObstacles, findMissing } from "@/lib/services/follow-ups/case-follow-ups";
import { type Moment, moment } from "@/lib/services/platform/clock";
import { procedures } from "@/lib/terms/application";
import { businesses } from "@/lib/terms/businesses";
import { wordOf } from "@/lib/terms/option-map";
import { type ApplicationStateCode, applicationStates } from "@/lib/terms/states";
import { contentOf, remarkView } from "./case-content";
import { actionsFor, returnsOf } from "./case-facts";
import { historyOf, takenFrom } from "./case-history";
import { licenceInForce } from "./case-licence";
import { partiesOf, rivalAtIntake } from "./case-parties";
import { liveChecks } from "./case-standing";
import { phrasesOf } from "./phrases";
import { granting } from "./preview-batch";
import { summaryIn } from "./snapshot";

/**
 * 审查人看到的一件申请：一轮提交冻结的摘要、核验、变化，意见、经过，以及此人此刻能做的动作。
 * round 为要看的一轮，不写的是最近一轮；从前的一轮只读。
 * @throws Refusal notFound 没有这件、没有那一轮，或属于别的机构
 */
export async function getCase(actor: Actor, applicationId: string, { round }: { round?: number } = {}): Promise<CaseView> {
  const staff = requireStaff(actor);
  const found = await findCaseForReview(db(), applicationId);
  const [latest] = found?.application?.submissions ?? [];
  if (!found?.application || !latest) throw notFound("这件申请");
  authorise(staff, "application.read", { officeCode: found.officeCode }, "这件申请");
  const [shown, previous] = await findRoundWithPrevious(db(), applicationId, round);
  if (!shown) throw notFound("这一次提交");
  const clock = await moment(db());
  const summary = summaryIn(shown.summary);
  const [claims, live, licence] = [
    await listAuditOn(db(), "Case", applicationId, Object.keys(claimWords)), await liveChecks(found, staff, summary, clock.today), await licenceInForce(found, clock.today),
  ];
  const names = await listAccountNames(db(), [...(found.holderId ? [found.holderId] : []), ...found.remarks.map((remark) => remark.authorId), ...claims.flatMap(takenFrom)]);
  const used = timeUsed(found, clock.today, clock.calendar);
  return {
    ...subjectOf(found, found.application),
    ...standingOf(found, clock),
    ...contentOf(shown, previous, summary),
    mine: found.holderId === staff.accountId,
    live,
    remarks: found.remarks.map((remark) => remarkView(remark, names, summary)),
    ...(licence ? { licence } : {}),
    history: historyOf(found.events, claims, names),
    ...(used ? { timeUsed: used } : {}),
    ...(await partiesOf(found)),
    ...(await deedsOf(found, staff, { names, today: clock.today, earlier: shown.round < latest.round })),
  };
}

type Deeds = "stage" | "holder" | "claimable" | "remarking" | "phrases" | "deferred" | "actions" | "granting" | "nextId";

/** 此人此刻能做什么；earlier 是在看从前的一轮，什么都不能办。 */
async function deedsOf(found: ReviewedCase, staff: StaffActor, { names, today, earlier }: { names: ReadonlyMap<string, string>; today: string; earlier: boolean }): Promise<Pick<CaseView, Deeds>> {
  const stage = stageOfState(found.state);
  const holder = found.holderId ? names.get(found.holderId) : undefined;
  const at = { ...(stage ? { stage } : {}), holder: holder ?? "" };
  if (earlier) return { ...at, claimable: false, remarking: { allowed: false, reason: "正在看从前的一次提交，意见写在本次提交上" }, phrases: [], actions: [] };
  const missing = await findMissing(found);
  const actions = actionsFor({ ...found, ...(await rivalAtIntake(found)), followUps: await findFollowUpObstacles(found) }, staff, holder);
  const grants = actions.some(({ action, blockedBy }) => action === "grant" && blockedBy === undefined);
  const obstacle = staff.roles.includes("intake") ? remarkObstacle(found.state, returnsOf(found)) : "意见由受理岗填写";
  return {
    ...at,
    claimable: stage !== undefined && staff.roles.includes(stages[stage].role),
    remarking: { allowed: obstacle === undefined, reason: obstacle ?? "" },
    phrases: obstacle === undefined ? await phrasesOf(staff) : [],
    ...(missing ? { deferred: missing.map(({ label }) => label) } : {}),
    ...(grants ? { granting: (await granting(found, today, 1)).words } : {}),
    actions,
    nextId: stage ? await findNextCase(found.officeCode, stages[stage].states, staff.accountId, found.id) : undefined,
  };
}

type Subject = "applicationId" | "number" | "enterprise" | "uscc" | "business" | "scopeText" | "procedure" | "ruleSet" | "round" | "submittedAt" | "licenceNumber";

function subjectOf(found: ReviewedCase, application: NonNullable<ReviewedCase["application"]>): Pick<CaseView, Subject> {
  const [latest] = application.submissions;
  return {
    applicationId: found.id,
    number: found.number,
    enterprise: found.enterprise.name,
    uscc: found.enterprise.uscc,
    business: wordOf(businesses, application.business),
    scopeText: application.scopeText,
    procedure: wordOf(procedures, application.procedure),
    ruleSet: application.ruleSetId ? getRuleSet(application.ruleSetId).title : "",
    round: latest?.round ?? found.round,
    submittedAt: latest?.submittedAt.toISOString() ?? "",
    licenceNumber: application.licence?.number ?? "",
  };
}

type Standing = "state" | "stateWord" | "revision" | "acceptedAt" | "due" | "dueOn" | "promisedDueOn" | "statutoryDueOn" | "paused" | "provisional";

function standingOf(found: ReviewedCase, { today, calendar }: Moment): Pick<CaseView, Standing> {
  const state = found.state as ApplicationStateCode;
  return {
    state,
    stateWord: wordOf(applicationStates, state),
    revision: found.revision,
    acceptedAt: found.acceptedAt?.toISOString() ?? "",
    due: dueWords(state, found, today, calendar),
    dueOn: found.stageDueOn ?? "",
    promisedDueOn: found.promisedDueOn ?? "",
    statutoryDueOn: found.statutoryDueOn ?? "",
    ...(found.clockPausedOn === null ? {} : { paused: { since: found.clockPausedOn, why: pauseReason(state) } }),
    provisional: [found.stageDueOn, found.promisedDueOn, found.statutoryDueOn].filter((date) => date !== null).filter((date) => isProvisionalDate(date, calendar)),
  };
}
