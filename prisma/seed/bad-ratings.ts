import type { Db } from "@/lib/data/client";
import { type BadRatingChange, changeOf } from "@/lib/evaluation/bad-ratings/changes";
import { initialHandlingDays, openingDeadlines } from "@/lib/evaluation/bad-ratings/deadlines";
import { type HandlingWords, noteOf } from "@/lib/evaluation/bad-ratings/handling";
import { type BadRatingStanding, badRatingWorkflow, type BadRatingTransition, tagsOf } from "@/lib/evaluation/bad-ratings/workflow";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { BadRatingState } from "@/lib/terms/bad-ratings";
import { COUNTER_MATTER } from "@/lib/terms/evaluation";
import { addWorkingDays, builtInCalendar } from "@/lib/workflow/calendar";
import { type IsoDate, shanghaiDate } from "@/lib/workflow/iso-date";
import { findTransition } from "@/lib/workflow/transition";
import { type BadStory, type BadStep, badStoriesFor } from "./bad-stories";
import { DEMO_OFFICE } from "./enterprises";
import { idAt } from "./identities";

interface Person {
  id: string;
  login: string;
  name: string;
}

export interface BadRatingWorld {
  staff: readonly Person[];
  sealPhone: (phone: string) => { phoneHash: string; phoneEncrypted: string };
}

/** 东北监管局近来的差评：从待分派到已办结各有一件，期限有宽有紧，也有逾期的。 */
export async function insertBadRatings(tx: Db, today: IsoDate, world: BadRatingWorld): Promise<void> {
  for (const [ordinal, story] of badStoriesFor(today).entries()) {
    const place = story.login ? ((await finishedCaseOf(tx, story.login)) ?? undefined) : undefined;
    if (story.login && !place) continue;
    await insert(tx, unfold(story, ordinal, world, place));
  }
}

type Place = NonNullable<Awaited<ReturnType<typeof finishedCaseOf>>>;

/** 这家企业最近办结、还没有评价的一件。 */
function finishedCaseOf(tx: Db, login: string) {
  return tx.case.findFirst({
    where: { enterprise: { accounts: { some: { login } } }, finishedAt: { not: null }, evaluation: { is: null }, officeCode: DEMO_OFFICE, application: { isNot: null } },
    orderBy: { finishedAt: "desc" },
    select: { id: true, number: true, enterpriseId: true, finishedAt: true, application: { select: { business: true } } },
  });
}

interface Rows {
  evaluation: Prisma.EvaluationUncheckedCreateInput;
  badRating: Prisma.BadRatingUncheckedCreateInput;
  events: Prisma.BadRatingEventCreateManyInput[];
  message?: Prisma.MessageUncheckedCreateInput | undefined;
  closesTodoOf?: string;
}

const momentOn = (on: IsoDate, hour: number): Date => new Date(`${on}T${String(hour).padStart(2, "0")}:20:00+08:00`);

/** 走完各步之后：状态、各栏与经过；每一步都问流程表。 */
function walk(story: BadStory, staff: readonly Person[], badRatingId: string, createdAt: Date): { state: BadRatingState; change: BadRatingChange; events: Rows["events"] } {
  let state: BadRatingState = "new";
  let change: BadRatingChange = openingDeadlines(shanghaiDate(createdAt), initialHandlingDays, builtInCalendar);
  const events: Rows["events"] = [];
  for (const [index, step] of story.steps.entries()) {
    const { doer, assignee, words, at } = toldBy(step, index, staff, createdAt);
    const standing: BadRatingStanding = { state, verdict: change.verdict ?? null, appeal: change.appeal ?? "none", callBack: change.callBack ?? null, raterName: story.name ?? null };
    const row: BadRatingTransition | undefined = findTransition(badRatingWorkflow, state, step.action, tagsOf(standing));
    if (!row) throw new Error(`${step.action} is not possible in ${state}`);
    const before = { createdAt, complex: change.complex ?? false, rectifyDueOn: change.rectifyDueOn ?? null };
    change = { ...change, ...changeOf({ action: step.action, words, doerId: doer.id, moment: at, days: initialHandlingDays, calendar: builtInCalendar, before }) };
    const note = noteOf(step.action, words, assignee) || null;
    events.push({ id: idAt(at), badRatingId, action: step.action, fromState: state, toState: row.to, actorId: doer.id, actorName: doer.name, note, at });
    state = row.to;
  }
  return { state, change, events };
}

function unfold(story: BadStory, ordinal: number, { staff, sealPhone }: BadRatingWorld, place?: Place): Rows {
  const on = place?.finishedAt && story.on === "afterFinished" ? addWorkingDays(shanghaiDate(place.finishedAt), 1) : story.on;
  const createdAt = momentOn(on, 9);
  const [evaluationId, badRatingId] = [idAt(createdAt), idAt(createdAt)];
  const { state, change, events } = walk(story, staff, badRatingId, createdAt);
  const about = place ? { channel: "todo", caseId: place.id, matter: place.application?.business ?? "" } : { channel: "visit", matter: COUNTER_MATTER, serviceName: story.servicePoint ?? null };
  return {
    evaluation: {
      id: evaluationId, officeCode: DEMO_OFFICE, ...about, level: story.level, options: [...story.options], comment: story.comment ?? null, raterName: story.name ?? null, createdAt,
      excludedAt: events.find(({ action }) => action === "exclude")?.at ?? null, ...sealPhone(`136${String(20_000_000 + ordinal)}`),
    },
    badRating: { id: badRatingId, evaluationId, officeCode: DEMO_OFFICE, state, revision: 1 + events.length, createdAt, ...change },
    events,
    ...(place ? { closesTodoOf: place.id, message: answerTo(place, change) } : {}),
  };
}

function answerTo(place: Place, { answer, answeredAt }: BadRatingChange): Rows["message"] {
  if (!answer || !answeredAt) return undefined;
  return { enterpriseId: place.enterpriseId, caseId: place.id, title: "您的评价已答复", body: `${place.number}：${answer}`, href: `/evaluations/${place.id}`, createdAt: answeredAt };
}

function toldBy(step: BadStep, index: number, staff: readonly Person[], createdAt: Date) {
  const person = (login: string | undefined): Person | undefined => staff.find((one) => one.login === login);
  const doer = person(step.by);
  if (!doer) throw new Error(`nobody is called ${step.by}`);
  const assignee = person(step.to);
  const words: HandlingWords = { text: step.text ?? "", verdict: step.verdict, outcome: step.outcome, ...(step.complex ? { complex: true } : {}), ...(assignee ? { assigneeId: assignee.id } : {}) };
  return { doer, assignee: assignee?.name, words, at: momentOn(addWorkingDays(shanghaiDate(createdAt), step.after), 10 + index) };
}

async function insert(tx: Db, { evaluation, badRating, events, message, closesTodoOf }: Rows): Promise<void> {
  await tx.evaluation.create({ data: evaluation });
  await tx.badRating.create({ data: badRating });
  await tx.badRatingEvent.createMany({ data: events });
  if (message) await tx.message.create({ data: message });
  if (closesTodoOf) await tx.todoItem.updateMany({ where: { caseId: closesTodoOf, kind: "evaluation", doneAt: null }, data: { doneAt: evaluation.createdAt as Date } });
}
