import { lastRatingDay } from "@/lib/evaluation/rating-times";
import { findingsOf } from "@/lib/forms/business";
import { summaryOf } from "@/lib/forms/summary";
import type { Prisma } from "@/lib/generated/prisma/client";
import { newLicence } from "@/lib/licensing/businesses/new-licence";
import { clockAfter, noClock, type CaseClock } from "@/lib/licensing/case-clock";
import type { LicensingContext } from "@/lib/licensing/context";
import { noticeText, todosClosedBy, todosOf, type NoticeKey, type NoticeSubject, type NoticeValues } from "@/lib/licensing/notices";
import { promisedDecision } from "@/lib/licensing/rule-sets/limits";
import { licensingWorkflow, type LicensingTransition, tagsOf } from "@/lib/licensing/workflow";
import { businesses } from "@/lib/terms/businesses";
import { type ApplicationStateCode, finishedStates } from "@/lib/terms/states";
import { builtInCalendar } from "@/lib/workflow/calendar";
import { shanghaiDate } from "@/lib/workflow/iso-date";
import { findTransition, targetOf } from "@/lib/workflow/transition";
import type { SeededEnterprise, SeededStaff } from "./enterprises";
import type { StoryDocument } from "./documents";
import { idAt } from "./identities";
import type { Story, StoryRemark, StoryStep } from "./stories";

/** 展开一件案件所需的一切；licence 只在准予时取号。 */
export interface Stage {
  story: Story;
  enterprise: SeededEnterprise;
  staff: readonly SeededStaff[];
  officeName: string;
  number: string;
  /** 第几轮提交时的内容；补正之后与第一轮不同。 */
  contextAt: (round: number) => LicensingContext;
  ordinal: number;
  takeLicence: (on: string) => { number: string; validFrom: string; validTo: string };
}

/** 与服务写入的一样的各表行，全部带过去的时间。 */
export interface CaseRows {
  case: Prisma.CaseCreateManyInput;
  application: Prisma.ApplicationCreateManyInput;
  submissions: Prisma.SubmissionCreateManyInput[];
  events: Prisma.CaseEventCreateManyInput[];
  remarks: Prisma.RemarkCreateManyInput[];
  messages: Prisma.MessageCreateManyInput[];
  todos: Prisma.TodoItemCreateManyInput[];
  documents: StoryDocument[];
  granted?: { on: string; at: Date; number: string; validFrom: string; validTo: string };
}

interface Progress {
  state: ApplicationStateCode;
  round: number;
  revision: number;
  clock: CaseClock;
  submittedAt: Date | null;
  acceptedAt: Date | null;
  finishedAt: Date | null;
  holderId: string | null;
}

/** 上班时间里的一刻；各案错开，列表不至于整整齐齐。 */
export function momentOf(on: string, ordinal: number, step: number): Date {
  const minutes = 9 * 60 + ((ordinal * 37 + step * 53) % (7 * 60 + 40));
  return new Date(`${on}T${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}:${String((ordinal * 11 + step * 7) % 60).padStart(2, "0")}+08:00`);
}

/** 按流程表把一件案件从草稿走到它该到的地方：状态、期限、经过、通知、待办都由同一张表得出。 */
export function unfold(stage: Stage): CaseRows {
  const { story, enterprise, ordinal, number } = stage;
  const createdAt = momentOf(story.startedOn, ordinal, 0);
  const caseId = idAt(createdAt);
  const subject: NoticeSubject = { caseId, number, business: businesses[newLicence.code], office: stage.officeName };
  const progress: Progress = {
    state: "draft", round: 0, revision: 1, clock: noClock, submittedAt: null, acceptedAt: null, finishedAt: null, holderId: null,
  };
  const rows: CaseRows = { case: {} as Prisma.CaseCreateManyInput, application: applicationOf(stage, caseId), submissions: [], events: [], remarks: [], messages: [], todos: [], documents: [] };
  story.steps.forEach((step, index) => advance(stage, subject, progress, rows, step, momentOf(step.on, ordinal, index + 1)));
  const { clock, ...reached } = progress;
  const isOpen = progress.finishedAt === null && progress.state !== "discarded";
  rows.case = {
    id: caseId, number, kind: "licensing", officeCode: enterprise.officeCode, enterpriseId: enterprise.id, createdById: enterprise.accountId, createdAt,
    openKey: isOpen ? `${enterprise.id}:${newLicence.code}` : null, ...reached, ...clock, updatedAt: progress.finishedAt ?? createdAt,
  };
  return rows;
}

function applicationOf({ story, contextAt }: Stage, caseId: string): Prisma.ApplicationCreateManyInput {
  const context = contextAt(1);
  const submitted = story.steps.some((step) => step.action === "submit");
  return {
    caseId, business: newLicence.code, definitionVersion: newLicence.version, procedure: context.procedure, ruleSetId: submitted ? context.ruleSet.id : null,
    scopeText: newLicence.scopeText(context.answers, context),
  };
}

function advance(stage: Stage, subject: NoticeSubject, progress: Progress, rows: CaseRows, step: StoryStep, at: Date): void {
  const from = progress.state;
  const transition = findTransition(licensingWorkflow, from, step.action, tagsOf("full", "standard"));
  if (!transition) throw new Error(`${stage.story.login}: no ${step.action} from ${from}`);
  const doer = doerOf(stage, transition);
  progress.clock = clockAfter(transition.clock, progress.clock, step.on, promisedDecision(newLicence.code).value, builtInCalendar);
  progress.state = targetOf(transition, from);
  progress.revision += 1;
  progress.holderId = doer.staff && ["underReview"].includes(progress.state) ? doer.id : null;
  if (step.action === "submit") submit(stage, subject.caseId, progress, rows, at);
  if (step.action === "accept") progress.acceptedAt = at;
  if ((finishedStates as readonly string[]).includes(progress.state)) progress.finishedAt = at;
  const remarks = step.remarks ?? [];
  rows.remarks.push(...remarks.map((remark) => remarkRow(remark, subject.caseId, progress.round, doer.id, at)));
  const granted = step.action === "grant" ? stage.takeLicence(step.on) : undefined;
  if (granted) rows.granted = { on: step.on, at, ...granted };
  const values: NoticeValues = {
    ...(progress.clock.stageDueOn ? { dueOn: progress.clock.stageDueOn } : {}), count: remarks.length, ...step.said,
    ...(granted ? { licenceNumber: granted.number, validTo: granted.validTo } : {}),
  };
  rows.events.push({
    id: idAt(at), caseId: subject.caseId, action: step.action, fromState: from, toState: progress.state, actorId: doer.id, actorName: doer.name, actorRole: doer.role,
    note: noteOf(step, values, progress.round), detail: { ...step.said, ...(remarks.length > 0 ? { remarks: remarks.map(({ place, level, text }) => ({ place, level, text })) } : {}) }, at,
  });
  const messageId = transition.notice ? inform(stage, subject, rows, transition.notice as NoticeKey, values, at) : undefined;
  if (transition.document && messageId) rows.documents.push({ ...documentOf(stage, subject, progress, doer, at), kind: transition.document, values: { ...values, remarks }, place: { ...placeOf(stage, subject, progress), messageId } });
}

/** 此刻的案件，写进文书的。 */
function documentOf({ enterprise, contextAt }: Stage, subject: NoticeSubject, { round, clock, submittedAt, acceptedAt }: Progress, doer: { id: string; name: string; staff: boolean }, at: Date): Pick<StoryDocument, "facts" | "issuer" | "at"> {
  const context = contextAt(round);
  return {
    at, issuer: doer.staff ? { id: doer.id, name: doer.name } : { id: null, name: "系统" },
    facts: {
      caseNumber: subject.number, business: subject.business, procedure: context.procedure, scopeText: newLicence.scopeText(context.answers, context), office: subject.office,
      addressee: { name: enterprise.name, uscc: enterprise.uscc }, round, issuedOn: shanghaiDate(at), calendar: builtInCalendar,
      ...(submittedAt ? { submittedOn: shanghaiDate(submittedAt) } : {}), ...(acceptedAt ? { acceptedOn: shanghaiDate(acceptedAt) } : {}),
      ...(clock.stageDueOn ? { stageDueOn: clock.stageDueOn } : {}), ...(clock.statutoryDueOn ? { statutoryDueOn: clock.statutoryDueOn } : {}),
    },
  };
}

const placeOf = ({ enterprise }: Stage, { caseId }: NoticeSubject, { round }: Progress) => ({ caseId, enterpriseId: enterprise.id, officeCode: enterprise.officeCode, round });


function doerOf({ enterprise, staff }: Stage, transition: LicensingTransition) {
  const found = staff.find((person) => (transition.roles as readonly string[]).includes(person.role));
  return found
    ? { id: found.id, name: found.name, role: found.role, staff: true }
    : { id: enterprise.accountId, name: enterprise.contact, role: "enterprise", staff: false };
}

function submit({ enterprise, contextAt }: Stage, caseId: string, progress: Progress, rows: CaseRows, at: Date): void {
  progress.round += 1;
  progress.submittedAt = at;
  const context = contextAt(progress.round);
  rows.submissions.push({
    id: idAt(at), applicationId: caseId, round: progress.round, snapshot: asJson({ answers: context.answers, files: context.files, facts: { enterprise: context.enterprise } }), summary: asJson(summaryOf(newLicence, context)),
    checks: asJson(findingsOf(newLicence, context)), definitionVersion: newLicence.version, ruleSetId: context.ruleSet.id, submittedById: enterprise.accountId, submittedAt: at,
  });
}

/** 冻结的内容一律是纯 JSON。 */
const asJson = (value: unknown): Prisma.InputJsonValue => JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue;

function remarkRow(remark: StoryRemark, caseId: string, round: number, authorId: string, at: Date): Prisma.RemarkCreateManyInput {
  return { id: idAt(at), caseId, round, authorId, createdAt: at, sentAt: at, ...remark };
}

function noteOf({ action, said }: StoryStep, values: NoticeValues, round: number): string | null {
  if (action === "submit") return `第 ${round} 次提交`;
  if (action === "returnForCorrection") return `${values.count ?? 0} 条意见`;
  if (action === "grant") return `许可证编号 ${values.licenceNumber ?? ""}`;
  return said?.article ? `理由：${said.reason ?? ""}；依据：${said.article}` : null;
}

function inform({ enterprise }: Stage, subject: NoticeSubject, rows: CaseRows, notice: NoticeKey, values: NoticeValues, at: Date): string {
  const { title, body, href } = noticeText(notice, subject, values);
  const messageId = idAt(at);
  rows.messages.push({ id: messageId, enterpriseId: enterprise.id, caseId: subject.caseId, title, body, href, createdAt: at });
  const closed = todosClosedBy(notice) as readonly string[];
  for (const todo of rows.todos) if (closed.includes(todo.kind)) todo.doneAt ??= at;
  if (notice === "resubmitted") for (const remark of rows.remarks) Object.assign(remark, { answer: "已修改", answeredAt: at });
  if (notice === "accepted") for (const remark of rows.remarks) remark.resolvedAt ??= at;
  rows.todos.push(...todosOf(notice, subject, { ...values, ratableUntil: lastRatingDay(shanghaiDate(at)) }).map((todo) => ({ id: idAt(at), enterpriseId: enterprise.id, caseId: subject.caseId, createdAt: at, ...todo })));
  return messageId;
}
