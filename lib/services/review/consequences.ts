import { type ApplicationRecord, lockApplicationRecord } from "@/lib/data/applications";
import type { Db } from "@/lib/data/client";
import { releaseClaims } from "@/lib/data/engagements";
import { lockEnterprises } from "@/lib/data/enterprises";
import { resendUnresolvedRemarks, sendDraftRemarks } from "@/lib/data/remarks";
import type { LockedCase } from "@/lib/data/review";
import type { Business } from "@/lib/licensing/business";
import { getBusiness } from "@/lib/licensing/businesses";
import type { LicensingContext } from "@/lib/licensing/context";
import type { CaseClock } from "@/lib/licensing/case-clock";
import { lastExtensionRequest } from "@/lib/licensing/extensions";
import type { EffectWords } from "@/lib/licensing/effect-words";
import type { DocumentValues } from "@/lib/licensing/documents/facts";
import { limits } from "@/lib/licensing/rule-sets/limits";
import { contextOf } from "@/lib/services/applications/application-context";
import { liveFacts } from "@/lib/services/applications/business-facts";
import { applyEffects } from "@/lib/services/licences/effects/apply-effects";
import { effectsNow, presentContext } from "@/lib/services/parties/effects-of-case";
import { returnsOf } from "./case-facts";
import type { DecideInput } from "./decide";

/** 动作带来的、通知、文书与经过要说的事。 */
export interface Consequence {
  values: DocumentValues;
  detail: { [key: string]: string | { [key: string]: string | string[] }[] };
}

type DueDates = Pick<CaseClock, "promisedDueOn" | "statutoryDueOn">;

const nothing: Consequence = { values: {}, detail: {} };

/**
 * 动作在案件之外的作用：发出意见、释放电工、发证。
 * @param due 办了之后的期限
 */
export async function consequenceOf(tx: Db, found: LockedCase, input: DecideInput, today: string, due: DueDates): Promise<Consequence> {
  switch (input.action) {
    case "returnForCorrection":
      return sendRemarks(tx, found);
    case "rejectIntake":
    case "refuse":
      await releaseClaims(tx, found.id);
      return nothing;
    case "approveExtension":
      return extend(found, due);
    case "grant":
      return grant(tx, found, today);
    default:
      return nothing;
  }
}

/** 延长的理由是申请人写的，批准时原样告知企业（行政许可法第四十二条）。 */
function extend({ events }: LockedCase, { promisedDueOn, statutoryDueOn }: DueDates): Consequence {
  const request = lastExtensionRequest(events);
  const extension = statutoryDueOn ? { extension: { days: limits.statutoryExtension.value, dueOn: statutoryDueOn, ...(promisedDueOn ? { promisedOn: promisedDueOn } : {}) } } : {};
  return request ? { values: { reason: request.reason, ...extension }, detail: { reason: request.reason, requestedBy: request.by } } : nothing;
}

/** 第一次发出全部草稿；第二次重复未解决的，上次的答复留在经过里。 */
async function sendRemarks(tx: Db, found: LockedCase): Promise<Consequence> {
  const first = returnsOf(found) === 0;
  const sent = first ? await sendDraftRemarks(tx, found.id) : await resendUnresolvedRemarks(tx, found.id, found.round);
  const remarks = sent.map(({ place, level, text, answer }) => ({ place, level, text, ...(answer ? { answer } : {}) }));
  return { values: { count: sent.length, remarks }, detail: { remarks } };
}

/** 作用于签发之时的许可证与企业（决定十四）；内容是提交时冻结、此后锁定的。 */
async function grant(tx: Db, found: LockedCase, today: string): Promise<Consequence> {
  const record = await lockApplicationRecord(tx, found.id);
  if (!record?.ruleSetId) throw new Error(`case ${found.id} was submitted without a rule set`);
  const business = getBusiness(record.business);
  const { context, words } = await factsAtGrant(tx, record, business);
  const { licenceNumber, validTo } = await applyEffects(tx, { caseId: found.id, officeCode: found.officeCode, enterprise: found.enterprise, context, today }, business.effects(context));
  const told = words.length > 0 ? { effects: words } : {};
  return {
    values: { ...(licenceNumber ? { licenceNumber } : {}), ...(validTo ? { validTo } : {}), ...(business.outcome ? { outcome: business.outcome } : {}), ...told },
    detail: { ...(licenceNumber ? { licenceNumber } : {}), ...(words.length > 0 ? { effects: words.map(({ uscc, name, lines }) => ({ uscc, name, lines })) } : {}) },
  };
}

/** 分立、合并先锁住各方再读它们的许可证与人员：同时签发的另一件先成的，这里看得到；各方会怎样也在此时写下。 */
async function factsAtGrant(tx: Db, record: ApplicationRecord, { partiesOf }: Business): Promise<{ context: LicensingContext; words: EffectWords[] }> {
  if (!partiesOf) return { context: contextOf(record, await liveFacts(tx, record)), words: [] };
  const answers = Object.fromEntries(record.sections.map(({ key, data }) => [key, data]));
  await lockEnterprises(tx, [record.enterprise.uscc, ...partiesOf(answers)]);
  const context = await presentContext(tx, record);
  return { context, words: effectsNow(record, context) };
}
