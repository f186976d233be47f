import type { Actor } from "@/lib/access/actor";
import { type BadRatingRecord, findBadRating, listBadRatingEvents, listCaseHandlers, listColleagues } from "@/lib/data/bad-ratings";
import { db } from "@/lib/data/client";
import { noDeciderWords } from "@/lib/evaluation/bad-ratings/handling";
import { stepsOf, waitsFor, wordOfStep } from "@/lib/evaluation/bad-ratings/history";
import type { Assignable, BadRatingEntry, BadRatingView } from "@/lib/evaluation/bad-ratings/views";
import { actionsFor, type BadRatingFacts, mayDecideAppeal, waitsForDoer } from "@/lib/evaluation/bad-ratings/workflow";
import { getOffice } from "@/lib/licensing/offices";
import { moment } from "@/lib/services/platform/clock";
import { appealStates, type BadRatingState, badRatingVerdicts, callBackOutcomes } from "@/lib/terms/bad-ratings";
import { wordOf } from "@/lib/terms/option-map";
import { type StaffRoleCode, staffRoles } from "@/lib/terms/roles";
import { optionTexts, rowOf } from "./rows";
import { doerOn, factsOf, isBadRatingId, mayLookUpPhone, requireHandler, requireReadable } from "./standing";

/** 一件差评：评价、经过、时间线与此人办得了的动作；姓名遮盖，没有手机号。 */
export async function getBadRating(actor: Actor, badRatingId: string): Promise<BadRatingView> {
  const staff = requireHandler(actor);
  const record = requireReadable(staff, isBadRatingId(badRatingId) ? await findBadRating(db(), badRatingId) : undefined);
  const [events, handlers, { today: now, calendar }] = await Promise.all([listBadRatingEvents(db(), record.id), listCaseHandlers(db(), record.caseId), moment(db())]);
  const doer = doerOn(staff, record);
  const facts = factsOf(record, events, handlers);
  const offers = actionsFor(facts, doer);
  const state = record.state as BadRatingState;
  return {
    ...rowOf(record, now, calendar),
    ...said(record),
    revision: record.revision,
    caseId: record.caseId ?? "",
    office: getOffice(record.officeCode).name,
    steps: stepsOf({ ...record, state }, events, waitsForDoer(facts, doer)),
    waitsFor: waitsFor({ state }, record.assignee ?? "", record.stageDueOn),
    undecidable: await undecidable(record, facts, offers.some(({ action }) => action === "appeal") ? doer.accountId : undefined),
    history: historyOf(record, events),
    offers,
    assignable: offers.some(({ action }) => action === "assign" || action === "reassign") ? await assignableTo(record) : [],
    mayLookUpPhone: mayLookUpPhone(staff, record),
  };
}

/** 申诉了的、将由 appealing 申诉的，本机构有没有人可以复核；谈不上申诉的不问。 */
async function undecidable({ officeCode, caseId, state }: BadRatingRecord, facts: BadRatingFacts, appealing: string | undefined): Promise<string> {
  if (state !== "appealed" && !appealing) return "";
  const appealed = appealing ? { ...facts, history: [...facts.history, { action: "appeal", actorId: appealing }] } : facts;
  const colleagues = await listColleagues(db(), officeCode, caseId);
  const found = colleagues.some(({ id, roles }) => roles.includes("evaluationOfficer" satisfies StaffRoleCode) && mayDecideAppeal(appealed, id));
  return found ? "" : noDeciderWords;
}

/** 新的在前；最早的一条是收到差评。 */
function historyOf({ id, createdAt }: BadRatingRecord, events: Awaited<ReturnType<typeof listBadRatingEvents>>): BadRatingEntry[] {
  const opened = { id, at: createdAt.toISOString(), who: "", word: wordOfStep("open", ""), note: "" };
  return [...events.toReversed().map((event) => ({ id: event.id, at: event.at.toISOString(), who: event.actorName, word: wordOfStep(event.action, event.fromState), note: event.note ?? "" })), opened];
}

function said(record: BadRatingRecord) {
  return {
    options: optionTexts(record),
    comment: record.comment ?? "",
    named: Boolean(record.raterName),
    verdictWord: record.verdict ? wordOf(badRatingVerdicts, record.verdict) : "",
    complex: record.complex,
    rectifyDueOn: record.rectifyDueOn ?? "",
    rectifiedText: record.onTime === null ? "" : record.onTime ? "按期" : "逾期",
    answer: record.answeredAt ? (record.answer ?? "") : "",
    answeredAt: record.answeredAt?.toISOString() ?? "",
    callBackWord: record.callBack ? wordOf(callBackOutcomes, record.callBack) : "",
    appealWord: record.appeal === "none" ? "" : wordOf(appealStates, record.appeal),
    appealReason: record.appealReason ?? "",
  };
}

async function assignableTo({ officeCode, caseId, assigneeId }: BadRatingRecord): Promise<Assignable[]> {
  const found = await listColleagues(db(), officeCode, caseId);
  return found.filter(({ id }) => id !== assigneeId).map(({ id, name, roles, handled }) => ({ id, name, posts: roles.map((role) => wordOf(staffRoles, role)).join("、"), handled }));
}
