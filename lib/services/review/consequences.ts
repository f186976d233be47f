import type { Db } from "@/lib/data/client";
import { releaseClaims } from "@/lib/data/engagements";
import { resendUnresolvedRemarks, sendDraftRemarks } from "@/lib/data/remarks";
import { findLastSnapshot, type LockedCase } from "@/lib/data/review";
import { getBusiness } from "@/lib/licensing/businesses";
import type { NoticeValues } from "@/lib/licensing/notices";
import { issueLicence } from "@/lib/services/licences/issue-licence";
import { returnsOf } from "./case-facts";
import type { DecideInput } from "./decide";
import { answersInSnapshot } from "./snapshot";

/** 动作带来的、通知与经过要说的事。 */
export interface Consequence {
  values: NoticeValues;
  detail: { [key: string]: string | { [key: string]: string }[] };
}

const nothing: Consequence = { values: {}, detail: {} };

/** 动作在案件之外的作用：发出意见、释放电工、发证。 */
export async function consequenceOf(tx: Db, found: LockedCase, input: DecideInput, today: string): Promise<Consequence> {
  switch (input.action) {
    case "returnForCorrection":
      return sendRemarks(tx, found);
    case "rejectIntake":
    case "refuse":
      await releaseClaims(tx, found.id);
      return nothing;
    case "grant":
      return grant(tx, found, today);
    default:
      return nothing;
  }
}

/** 第一次发出全部草稿；第二次重复未解决的，上次的答复留在经过里。 */
async function sendRemarks(tx: Db, found: LockedCase): Promise<Consequence> {
  const first = returnsOf(found) === 0;
  const sent = first ? await sendDraftRemarks(tx, found.id) : await resendUnresolvedRemarks(tx, found.id, found.round);
  const remarks = sent.map(({ place, level, text, answer }) => ({ place, level, text, ...(answer ? { answer } : {}) }));
  return { values: { count: sent.length }, detail: { remarks } };
}

async function grant(tx: Db, found: LockedCase, today: string): Promise<Consequence> {
  const application = found.application;
  if (!application?.ruleSetId) throw new Error(`case ${found.id} was submitted without a rule set`);
  const answers = answersInSnapshot(await findLastSnapshot(tx, found.id));
  const items = getBusiness(application.business).effects(answers).flatMap((effect) => (effect.kind === "issue" ? effect.items : []));
  const { number, validTo } = await issueLicence(tx, {
    caseId: found.id, officeCode: found.officeCode, ruleSetId: application.ruleSetId, enterprise: found.enterprise, answers, items, today,
  });
  return { values: { licenceNumber: number, validTo }, detail: { licenceNumber: number } };
}
