import { findApplicationRecord } from "@/lib/data/applications";
import { db } from "@/lib/data/client";
import type { ReviewedCase } from "@/lib/data/review";
import { partyView } from "@/lib/licensing/confirmations";
import type { EffectWords } from "@/lib/licensing/effect-words";
import type { CaseView } from "@/lib/licensing/review-views";
import { effectsNow, effectsWhenGranted, presentContext } from "@/lib/services/parties/effects-of-case";
import { rivalOfParties } from "@/lib/services/parties/party-rival";

/** 分立、合并：各方的答复，与准予之后各方会怎样；别的业务没有。 */
export async function partiesOf(found: ReviewedCase): Promise<Pick<CaseView, "parties" | "effects">> {
  if (found.confirmations.length === 0) return {};
  return { parties: found.confirmations.map(({ enterprise, ...answer }) => partyView({ ...answer, ...enterprise })), effects: await effectsOf(found) };
}

/** 待形审的才要核对另一方自己的申请。 */
export async function rivalAtIntake(found: ReviewedCase): Promise<{ rival?: string }> {
  const rival = found.state === "submitted" ? await rivalOfParties(db(), found) : undefined;
  return rival ? { rival } : {};
}

/** 签发之前按此刻的许可证与人员，准予之后按当时写下的；补正中、没有准予的不说。 */
async function effectsOf({ id, state, finishedAt, events }: ReviewedCase): Promise<EffectWords[]> {
  if (state === "granted") return effectsWhenGranted(events);
  const record = finishedAt === null && state !== "correction" ? await findApplicationRecord(id) : undefined;
  return record ? effectsNow(record, await presentContext(db(), record)) : [];
}
