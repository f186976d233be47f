import type { EnterpriseActor } from "@/lib/access/actor";
import type { ApplicationRecord } from "@/lib/data/applications";
import { findSection } from "@/lib/forms/business";
import { fieldsOf } from "@/lib/forms/definition";
import type { Business } from "@/lib/licensing/business";
import { getBusiness } from "@/lib/licensing/businesses";
import { carriedSections, signedAnewOn } from "@/lib/licensing/carried-over";
import type { LicensingContext } from "@/lib/licensing/context";
import { missingMaterials } from "@/lib/licensing/follow-ups";
import { whereToChange } from "@/lib/licensing/sections/registered";
import type { ApplicationView, PrefillSource, RemarkView } from "@/lib/licensing/views";
import { editableStates, type LicensingAction, licensingWorkflow, tagsOf } from "@/lib/licensing/workflow";
import type { Obstacle } from "@/lib/licensing/preconditions";
import type { ProcedureCode } from "@/lib/terms/application";
import type { BusinessCode } from "@/lib/terms/businesses";
import { businesses } from "@/lib/terms/businesses";
import { wordOf } from "@/lib/terms/option-map";
import type { RemarkLevelCode } from "@/lib/terms/remarks";
import { applicationStates, type ApplicationStateCode } from "@/lib/terms/states";
import { hasLapsed, isProvisionalDate, workingDaysLeft } from "@/lib/licensing/case-clock";
import type { HolidayCalendar } from "@/lib/workflow/calendar";
import { formatChineseDate, shanghaiDate } from "@/lib/workflow/iso-date";
import { availableActions, type AvailableAction } from "@/lib/workflow/transition";

/** 页面所见，由一次读取与评判上下文得出。 */
export function viewOf(record: ApplicationRecord, context: LicensingContext, actor: EnterpriseActor, calendar: HolidayCalendar, obstacle?: Obstacle): ApplicationView {
  const state = record.state as ApplicationStateCode;
  const form = getBusiness(record.business);
  return {
    applicationId: record.caseId,
    number: record.number,
    business: getBusiness(record.business).code as BusinessCode,
    label: businesses[record.business as BusinessCode],
    state,
    stateWord: applicationStates[state],
    procedure: context.procedure,
    scopeText: record.scopeText,
    round: record.round,
    officeName: record.officeName,
    createdAt: record.createdAt,
    ...(record.submittedAt ? { submittedAt: record.submittedAt } : {}),
    ...(record.stageDueOn ? { stageDueOn: record.stageDueOn, remainingWorkingDays: workingDaysLeft(record.stageDueOn, context.today, calendar), ...(isProvisionalDate(record.stageDueOn, calendar) ? { dueProvisional: true } : {}) } : {}),
    ...(state === "submitted" ? { queuePlace: record.ahead + 1 } : {}),
    context: withoutStrangers(context),
    revisions: Object.fromEntries(record.sections.map(({ key, revision }) => [key, revision])),
    savedAt: Object.fromEntries(record.sections.map(({ key, at, by }) => [key, { at, by }])),
    openSections: openSectionsOf(state, record.remarks.map((remark) => remark.section)),
    remarks: state === "correction" ? record.remarks.map((remark) => remarkView(remark, form)) : [],
    actions: enterpriseActions(record, actor, obstacle),
    ...deferredIn(form, context, state),
    ...(record.prefilledFrom ? { prefilledFrom: sourceView(record.prefilledFrom, form, context) } : {}),
  };
}

/** 容缺受理而还没有受理的：此刻缺哪些，受理之后要补。 */
function deferredIn(form: Business, context: LicensingContext, state: ApplicationStateCode): Pick<ApplicationView, "deferred"> {
  const waiting = state === "submitted" || editableStates.includes(state);
  return context.procedure === "conditionalAcceptance" && waiting ? { deferred: missingMaterials(form, context).map(({ label }) => label) } : {};
}

function sourceView({ number, business, at, sections }: NonNullable<ApplicationRecord["prefilledFrom"]>, form: Business, context: LicensingContext): PrefillSource {
  const copied = carriedSections.filter((key) => sections.includes(key));
  const anew = form.sections.filter(({ key }) => copied.some((one) => one === key)).map((section) => [section.key, signedAnewOn(section, context)] as const);
  const signedAnew = Object.fromEntries(anew.filter(([, labels]) => labels.length > 0));
  return { number, label: wordOf(businesses, business), on: shanghaiDate(new Date(at)), sections: copied, signedAnew };
}

/** 另一方有多少人、谁会转来，只有另一方自己与审查人看得到：填一个号码不能试出他在哪家任职。 */
function withoutStrangers({ parties, ...context }: LicensingContext): LicensingContext {
  return { ...context, ...(parties ? { parties: parties.map(({ people: _people, ...party }) => party) } : {}) };
}

/** 草稿全开；待补正只开有意见的；其余只读（ux：退回哪里改哪里）。 */
export function openSectionsOf(state: ApplicationStateCode, returned: readonly string[]): string[] | "all" | "none" {
  if (!editableStates.includes(state)) return "none";
  return state === "draft" ? "all" : [...new Set(returned)];
}

export function isOpen(open: string[] | "all" | "none", section: string): boolean {
  return open === "all" || (open !== "none" && open.includes(section));
}

/** 意见指着不在申请里改的一项的，说明去哪里改。 */
function placeIn(form: Business, { section, field, place }: ApplicationRecord["remarks"][number]): string {
  const declared = fieldsOf(findSection(form, section)?.groups ?? []).find(({ key }) => key === field);
  const where = declared && whereToChange(declared);
  return where ? `${place}（${where}）` : place;
}

function remarkView(remark: ApplicationRecord["remarks"][number], form: Business): RemarkView {
  const { row, field, slot, answer } = remark;
  return {
    id: remark.id,
    section: remark.section,
    ...(row ? { row } : {}),
    ...(field ? { field } : {}),
    ...(slot ? { slot } : {}),
    place: placeIn(form, remark),
    level: remark.level as RemarkLevelCode,
    text: remark.text,
    sentAt: remark.sentAt,
    ...(answer !== null && remark.answeredAt ? { answer } : {}),
  };
}

/** 企业一侧此刻能做的动作；页面的按钮与服务端问同一张流程表。 */
export function enterpriseActions(
  record: Pick<ApplicationRecord, "state" | "events" | "remarks" | "business" | "procedure" | "stageDueOn" | "now">,
  actor: EnterpriseActor,
  obstacle?: Obstacle,
): AvailableAction<LicensingAction>[] {
  const blocked = lapsedCorrection(record) ?? obstacle?.reason ?? unansweredRemarks(record);
  const { review = "full", submitLabel } = getBusiness(record.business);
  const facts = {
    state: record.state as ApplicationStateCode,
    history: record.events as readonly { action: LicensingAction; actorId: string | null }[],
    tags: tagsOf(review, record.procedure as ProcedureCode),
    ...(blocked ? { obstacles: { submit: blocked } } : {}),
  };
  const offered = availableActions(licensingWorkflow, facts, { accountId: actor.accountId, roles: actor.roles });
  const named = submitLabel !== undefined && record.state === "draft";
  return offered.map((one) => (named && one.action === "submit" ? { ...one, label: submitLabel } : one));
}

/** 补正期限一过即按不予受理办结（决定十六），不等定时任务来办。 */
function lapsedCorrection({ state, stageDueOn, now }: Pick<ApplicationRecord, "state" | "stageDueOn" | "now">): string | undefined {
  if (state !== "correction" || !hasLapsed(stageDueOn, shanghaiDate(new Date(now)))) return undefined;
  return `补正期限到${formatChineseDate(stageDueOn ?? "")}为止，已经过了，这份申请按不予受理办结；请重新申请`;
}

function unansweredRemarks({ state, remarks }: Pick<ApplicationRecord, "state" | "remarks">): string | undefined {
  const unanswered = remarks.filter((remark) => remark.level === "must" && !remark.answeredAt).length;
  return state === "correction" && unanswered > 0 ? `还有 ${unanswered} 条必须修改的意见没有勾选“已修改”` : undefined;
}
