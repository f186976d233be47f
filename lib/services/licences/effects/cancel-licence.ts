import { Refusal } from "@/lib/access/refusal";
import type { Db } from "@/lib/data/client";
import { endEngagements, sweepClaims } from "@/lib/data/engagements";
import { appendLicenceVersion, type HeldLicence, linkLicence, lockValidLicence, updateLicenceState } from "@/lib/data/licences";
import type { LicenceEffect } from "@/lib/licensing/business";
import { cancelTasksOfEnded } from "@/lib/services/follow-ups/keep-conditions";
import { holderId, requireSame } from "./holder";
import type { EffectOrder } from "./order";

/** 注销一件许可证：留下一版说明，人员不再在册，电工登记释放（决定六）。 */
export async function cancelLicence(tx: Db, order: EffectOrder, { holder, reason }: Extract<LicenceEffect, { kind: "cancel" }>): Promise<void> {
  const held = await lockValidLicence(tx, await holderId(tx, order, holder));
  if (!held) throw new Refusal("conflict", "要注销的许可证已经不在，请退回核对");
  if (holder === "applicant") requireSame(order, held);
  await endLicence(tx, held, { caseId: order.caseId, reason, today: order.today, state: "cancelled" });
  if (holder === "applicant") await linkLicence(tx, order.caseId, held.id);
}

/** 一件许可证到此为止；四种终止作用相同，只是状态不同（注销、撤销、撤回、吊销）。 */
export async function endLicence(
  tx: Db,
  held: HeldLicence,
  { caseId, reason, today, state }: { caseId: string | null; reason: string; today: string; state: "cancelled" | "revoked" | "retracted" | "withdrawn" },
): Promise<void> {
  await updateLicenceState(tx, held.id, state);
  await appendLicenceVersion(tx, held, { caseId, reason });
  await endEngagements(tx, held.enterpriseId, today);
  await sweepClaims(tx, held.enterpriseId);
  await cancelTasksOfEnded(tx, held);
}
