import type { Actor } from "@/lib/access/actor";
import { authorise, requireStaff } from "@/lib/access/can";
import { notFound } from "@/lib/access/refusal";
import { listAuditOn } from "@/lib/data/audit";
import { db } from "@/lib/data/client";
import { findCaseForReview, findNextCase, listAccountNames, type ReviewedCase } from "@/lib/data/review";
import { listFrozenChanges } from "@/lib/data/submissions";
import { diffOf } from "@/lib/forms/diff";
import type { Finding } from "@/lib/forms/issue";
import { dueWords } from "@/lib/licensing/case-clock";
import { claimWords, wordOfEvent } from "@/lib/licensing/event-words";
import { maskChanges, maskFactChanges, maskSummary } from "@/lib/licensing/masked-summary";
import { remarkObstacle } from "@/lib/licensing/obstacles";
import type { CaseView, CheckView, HistoryEntry, ReviewRemark } from "@/lib/licensing/review-views";
import { getRuleSet } from "@/lib/licensing/rule-sets";
import { stageOfState, stages } from "@/lib/licensing/stages";
import { findFollowUpObstacles, findMissing } from "@/lib/services/follow-ups/case-follow-ups";
import { today } from "@/lib/services/platform/clock";
import { procedures } from "@/lib/terms/application";
import { businesses } from "@/lib/terms/businesses";
import { wordOf } from "@/lib/terms/option-map";
import { staffRoles } from "@/lib/terms/roles";
import { type ApplicationStateCode, applicationStates } from "@/lib/terms/states";
import { actionsFor, returnsOf } from "./case-facts";
import { partiesOf, rivalAtIntake } from "./case-parties";
import { changesIn, findingsIn, summaryIn } from "./snapshot";

/** 审查人看到的一件申请：最近一轮提交冻结的摘要、核验、变化、意见、经过，以及此人此刻能做的动作。 */
export async function getCase(actor: Actor, applicationId: string): Promise<CaseView> {
  const staff = requireStaff(actor);
  const found = await findCaseForReview(db(), applicationId);
  const [latest] = found?.application?.submissions ?? [];
  if (!found?.application || !latest) throw notFound("这件申请");
  authorise(staff, "application.read", { officeCode: found.officeCode }, "这件申请");
  const claims = await listAuditOn(db(), "Case", applicationId, Object.keys(claimWords));
  const names = await listAccountNames(db(), [...(found.holderId ? [found.holderId] : []), ...found.remarks.map((remark) => remark.authorId), ...claims.flatMap(takenFrom)]);
  const now = await today(db());
  const missing = await findMissing(found);
  const stage = stageOfState(found.state);
  const holder = found.holderId ? names.get(found.holderId) : undefined;
  const obstacle = staff.roles.includes("intake") ? remarkObstacle(found.state, returnsOf(found)) : "意见由受理岗填写";
  return {
    ...subjectOf(found, found.application),
    ...standingOf(found, now),
    ...contentOf(found.application.submissions),
    amendments: maskFactChanges(changesIn((await listFrozenChanges(db(), applicationId)).get(latest.round))),
    ...(stage ? { stage } : {}),
    holder: holder ?? "",
    mine: found.holderId === staff.accountId,
    claimable: stage !== undefined && staff.roles.includes(stages[stage].role),
    remarks: found.remarks.map((remark) => remarkView(remark, names)),
    remarking: { allowed: obstacle === undefined, reason: obstacle ?? "" },
    history: [...found.events.map(historyEntry), ...claims.map((claim) => claimEntry(claim, names))].sort((a, b) => b.at.localeCompare(a.at)),
    ...(await partiesOf(found)),
    ...(missing ? { deferred: missing.map(({ label }) => label) } : {}),
    actions: actionsFor({ ...found, ...(await rivalAtIntake(found)), followUps: await findFollowUpObstacles(found) }, staff, holder),
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

type Standing = "state" | "stateWord" | "revision" | "acceptedAt" | "due" | "dueOn" | "promisedDueOn" | "statutoryDueOn";

function standingOf(found: ReviewedCase, now: string): Pick<CaseView, Standing> {
  const state = found.state as ApplicationStateCode;
  return {
    state,
    stateWord: wordOf(applicationStates, state),
    revision: found.revision,
    acceptedAt: found.acceptedAt?.toISOString() ?? "",
    due: dueWords(state, found.stageDueOn, now),
    dueOn: found.stageDueOn ?? "",
    promisedDueOn: found.promisedDueOn ?? "",
    statutoryDueOn: found.statutoryDueOn ?? "",
  };
}

type Submissions = NonNullable<ReviewedCase["application"]>["submissions"];

function contentOf([latest, previous]: Submissions): Pick<CaseView, "sections" | "changes" | "comparedRound" | "checks"> {
  const summary = summaryIn(latest?.summary);
  const before = previous ? summaryIn(previous.summary) : undefined;
  return {
    sections: maskSummary(summary),
    changes: before ? maskChanges(diffOf(before, summary), before, summary) : [],
    ...(previous ? { comparedRound: previous.round } : {}),
    checks: findingsIn(latest?.checks).map(checkView).sort((a, b) => weight[a.outcome] - weight[b.outcome]),
  };
}

const weight: Record<CheckView["outcome"], number> = { unmet: 0, warning: 1, met: 2 };

function checkView(finding: Finding): CheckView {
  const unmet = finding.severity === "warning" ? "warning" : "unmet";
  const figures = [finding.need && `需 ${finding.need}`, finding.present && `现有 ${finding.present}`].filter(Boolean).join("，");
  const outcome = finding.met ? "met" : unmet;
  const said = outcome === "met" || finding.message === finding.label ? "" : finding.message;
  return { section: finding.section, label: finding.label, outcome, detail: [figures, said].filter(Boolean).join("；") };
}

function remarkView(remark: ReviewedCase["remarks"][number], names: ReadonlyMap<string, string>): ReviewRemark {
  const { id, sectionKey, rowId, field, slot, text, place, round } = remark;
  return {
    id, sectionKey, text, place, round,
    ...(rowId ? { rowId } : {}), ...(field ? { field } : {}), ...(slot ? { slot } : {}),
    level: remark.level as ReviewRemark["level"],
    author: names.get(remark.authorId) ?? "",
    state: remarkState(remark),
    answer: remark.answer ?? "",
  };
}

function remarkState(remark: { sentAt: Date | null; answeredAt: Date | null; resolvedAt: Date | null }): ReviewRemark["state"] {
  if (!remark.sentAt) return "draft";
  if (remark.resolvedAt) return "resolved";
  return remark.answeredAt ? "answered" : "sent";
}

function historyEntry(event: ReviewedCase["events"][number]): HistoryEntry {
  const detail = (event.detail ?? {}) as Record<string, unknown>;
  const inner = [detail.opinion, event.note ?? detail.reason].filter((text): text is string => typeof text === "string" && text !== "");
  // 系统办的没有岗位可写，名字已经说明
  const role = wordOf({ ...staffRoles, enterprise: "企业", system: "" }, event.actorRole);
  return { id: event.id, at: event.at.toISOString(), word: wordOfEvent(event.action, event.fromState), who: `${event.actorName} ${role}`.trim(), note: inner.join("；") };
}

type Claim = Awaited<ReturnType<typeof listAuditOn>>[number];

const detailOf = (claim: Claim): { from?: string | null; reason?: string | null } => (claim.detail ?? {}) as Record<string, string | null>;

/** 接办的从谁手里；领取的没有。 */
function takenFrom(claim: Claim): string[] {
  const { from } = detailOf(claim);
  return from ? [from] : [];
}

function claimEntry(claim: Claim, names: ReadonlyMap<string, string>): HistoryEntry {
  const { reason } = detailOf(claim);
  const from = takenFrom(claim).map((id) => `原承办人 ${names.get(id) ?? ""}`);
  return { id: claim.id, at: claim.at.toISOString(), word: wordOf(claimWords, claim.action), who: claim.actorName, note: [...from, ...(reason ? [reason] : [])].join("；") };
}
