import * as z from "zod";
import type { Actor, EnterpriseActor } from "@/lib/access/actor";
import { authorise, requireEnterprise } from "@/lib/access/can";
import { forbidden, notFound, Refusal } from "@/lib/access/refusal";
import { type ApplicationRecord, countAhead, lockApplicationRecord } from "@/lib/data/applications";
import { closeTodoWithoutCase } from "@/lib/data/reminders";
import { storeScopeText, storeSubmission } from "@/lib/data/application-writes";
import { reclaimElectricians } from "@/lib/data/claims";
import { storeCasePeople } from "@/lib/data/case-standing";
import { type Db, transaction } from "@/lib/data/client";
import { answersOf } from "@/lib/forms/answers";
import { isBlocking, judge } from "@/lib/forms/business";
import type { Finding } from "@/lib/forms/issue";
import { electriciansIn } from "@/lib/forms/projection";
import { type SummarySection, summaryOf } from "@/lib/forms/summary";
import type { Business } from "@/lib/licensing/business";
import { getBusiness } from "@/lib/licensing/businesses";
import { clockAfter, dueValues } from "@/lib/licensing/case-clock";
import { changesAgainstLicence, type FactChange } from "@/lib/licensing/changes";
import type { LicensingContext } from "@/lib/licensing/context";
import { isNoticeKey } from "@/lib/licensing/notices";
import { peopleNamed } from "@/lib/licensing/personnel/named";
import type { Obstacle } from "@/lib/licensing/preconditions";
import { promisedDecision } from "@/lib/licensing/rule-sets/limits";
import type { SubmitOutcome } from "@/lib/licensing/views";
import { licensingWorkflow } from "@/lib/licensing/workflow";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { notify } from "@/lib/services/communication/notify";
import { issueDocument } from "@/lib/services/documents/issue-document";
import { askParties } from "@/lib/services/parties/ask-parties";
import { effectsNow, presentContext } from "@/lib/services/parties/effects-of-case";
import { calendarOf } from "@/lib/services/platform/clock";
import { withIdempotency } from "@/lib/services/platform/idempotency";
import type { ApplicationStateCode } from "@/lib/terms/states";
import { findTransition } from "@/lib/workflow/transition";
import { contextOf } from "./application-context";
import { enterpriseActions } from "./application-view";
import { engagedPeople, liveFacts, submissionObstacleIn } from "./business-facts";
import { requireFreePeople } from "./free-people";
import { usedElsewhere } from "./refused-rows";
import { isUnchanged } from "./unchanged";

export const SubmitApplicationInput = z.object({
  applicationId: z.uuid(),
  idempotencyKey: z.uuid(),
  truthPromise: z.literal(true, { error: "请先勾选对材料真实性负责的声明" }),
});
export type SubmitApplicationInput = z.infer<typeof SubmitApplicationInput>;

/**
 * 资料提交：全部重新判断，快照与摘要冻结，状态、经过、期限、通知在一个事务里。
 * 同时点了多次（或重试），只有一次提交，其余得到同一答复。
 * @throws Refusal invalid 附全部不符项；conflict 现在不能提交、与上一轮没有区别、还有意见未答复
 */
export async function submitApplication(actor: Actor, input: SubmitApplicationInput): Promise<SubmitOutcome> {
  const enterprise = requireEnterprise(actor);
  return transaction((tx) =>
    withIdempotency(tx, { key: input.idempotencyKey, accountId: enterprise.accountId, action: "submit", subject: input.applicationId }, async () => {
      const record = await lockApplicationRecord(tx, input.applicationId);
      if (!record) throw notFound("这份申请");
      authorise(actor, "application.submit", { enterpriseId: record.enterpriseId }, "这份申请");
      if (record.state === "submitted") return outcomeOf(record);
      permit(record, enterprise, await submissionObstacleIn(tx, record));
      const context = contextOf(record, await liveFacts(tx, record));
      const business = getBusiness(record.business);
      const checks = requireComplete(business, context);
      await requireElectricians(tx, record, business, context);
      await requireFreePeople(tx, record, business, context);
      const summary = summaryOf(business, context);
      await requireChange(tx, record, summary);
      return freeze(tx, enterprise, record, business, context, { summary, checks });
    }),
  );
}

const outcomeOf = (record: ApplicationRecord): SubmitOutcome => ({
  number: record.number, round: record.round, submittedAt: record.submittedAt ?? record.now, queuePlace: record.ahead + 1,
});

function permit(record: ApplicationRecord, actor: EnterpriseActor, obstacle: Obstacle | undefined): void {
  const offered = enterpriseActions(record, actor, obstacle).find((candidate) => candidate.action === "submit");
  if (offered?.blockedBy) throw new Refusal("conflict", offered.blockedBy);
  if (offered) return;
  const anyoneMay = findTransition(licensingWorkflow, record.state as ApplicationStateCode, "submit");
  throw anyoneMay ? forbidden("您的账号不能提交，请由企业管理员或提交人办理") : new Refusal("conflict", "这份申请现在不能提交");
}

/** 全部规则判断一遍；返回逐条的结论，与申请一同冻结。 */
function requireComplete(business: Business, context: LicensingContext): Finding[] {
  const { issues, findings } = judge(business, context);
  const blocking = issues.filter(isBlocking);
  if (blocking.length > 0) throw new Refusal("invalid", `还有 ${blocking.length} 项不符合，不能提交`, { issues: blocking });
  return findings;
}

/** 草稿闲置满九十天会让出电工（decisions 6）：这时还在名册上的，别家可能已经登记。 */
async function requireElectricians(tx: Db, { caseId, enterpriseId }: ApplicationRecord, business: Business, { answers }: LicensingContext): Promise<void> {
  const named = business.sections.flatMap((section) => electriciansIn(section, answersOf(answers, section.key)).map((electrician) => ({ section: section.key, ...electrician })));
  const held = await reclaimElectricians(tx, { caseId, enterpriseId, allies: business.partiesOf?.(answers) ?? [] }, named.map(({ value }) => value));
  const issues = named.filter(({ value }) => !held.has(value)).map(({ section, table, rowId, field }) => usedElsewhere({ section, table, row: rowId, field }));
  if (issues.length > 0) throw new Refusal("invalid", `还有 ${issues.length} 项不符合，不能提交`, { issues });
}

/** 补正后原样再交不算补正（ux：退回后须有改动）。 */
async function requireChange(tx: Db, record: ApplicationRecord, summary: readonly SummarySection[]): Promise<void> {
  if (await isUnchanged(tx, record, summary)) throw new Refusal("conflict", "与上一次提交相比没有任何修改，请按补正意见修改后再提交");
}

/** 冻结的摘要与逐条核验。 */
interface Frozen {
  summary: SummarySection[];
  checks: Finding[];
}

/** 与申请一同冻结的事实：以后再看，仍是提交时的样子。 */
const factsIn = ({ enterprise, licence, people, parties }: LicensingContext): object => ({ enterprise, licence, people, parties });

/** 变更前 → 变更后，与申请一同冻结；名册的增减要与此刻的在册人员比。 */
async function changesIn(tx: Db, { enterpriseId }: ApplicationRecord, business: Business, context: LicensingContext): Promise<FactChange[]> {
  if (business.startsFrom === "none") return [];
  return changesAgainstLicence(business, { ...context, people: context.people ?? (await engagedPeople(tx, enterpriseId)) });
}

async function freeze(tx: Db, actor: EnterpriseActor, record: ApplicationRecord, business: Business, context: LicensingContext, frozen: Frozen): Promise<SubmitOutcome> {
  const transition = findTransition(licensingWorkflow, record.state as ApplicationStateCode, "submit");
  if (!transition) throw new Refusal("conflict", "这份申请现在不能提交");
  const round = record.round + 1;
  const calendar = await calendarOf(record.calendarRevision, tx);
  const clock = clockAfter(transition.clock, record, context.today, promisedDecision(business.code).value, calendar);
  const effects = business.partiesOf ? effectsNow(record, await presentContext(tx, record)) : [];
  await askParties(tx, record, business, context, effects);
  const advanced = await storeSubmission(tx, {
    at: record, to: { state: transition.to, submittedAt: record.now, ...clock, ...(business.several ? { openKey: `${record.enterpriseId}:${business.code}:${record.caseId}` } : {}) },
    event: { action: transition.action, actorId: actor.accountId, actorName: actor.name, note: `第 ${round} 次提交` }, round, definitionVersion: business.version, ruleSetId: context.ruleSet.id,
    snapshot: { answers: context.answers, files: context.files, facts: factsIn(context), changes: await changesIn(tx, record, business, context), ...(effects.length > 0 ? { effects } : {}) }, ...frozen,
  });
  if (!advanced) throw new Refusal("conflict", "这份申请刚被别人办理过，请刷新后再试");
  await storeCasePeople(tx, record.caseId, peopleNamed(context.answers));
  const scopeText = business.scopeText(context.answers, context);
  if (scopeText !== record.scopeText) await storeScopeText(tx, record.caseId, scopeText);
  if (business.code === "renewal") await closeTodoWithoutCase(tx, record.enterpriseId, "renewal");
  await recordAudit(tx, { actor, action: "case.submit", subject: "Case", subjectId: record.caseId, detail: { round } });
  const messageId = isNoticeKey(transition.notice) ? await notify(tx, { caseId: record.caseId, notice: transition.notice, values: dueValues(clock.stageDueOn, calendar), known: record }) : undefined;
  if (transition.document) await issueDocument(tx, { caseId: record.caseId, kind: transition.document, messageId });
  return outcomeOf({ ...record, round, submittedAt: record.now, ahead: await countAhead(tx, record.caseId) });
}
