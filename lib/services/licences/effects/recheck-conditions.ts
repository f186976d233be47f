import type { Db } from "@/lib/data/client";
import type { LicenceHolder } from "@/lib/licensing/business";
import { closeConditions, openConditions } from "@/lib/services/follow-ups/keep-conditions";
import { unmetConditions } from "../unmet-conditions";
import { holderId } from "./holder";
import type { EffectOrder } from "./order";

/** 人员变动生效之后按实际的在册人员与现行的许可证重新核对：不再符合的限期补足，已经补足的了结。依据：决定九。 */
export async function recheckConditions(tx: Db, order: EffectOrder, holder: LicenceHolder = "applicant"): Promise<void> {
  const enterpriseId = await holderId(tx, order, holder);
  const { caseId, officeCode, today } = order;
  const found = await unmetConditions(tx, enterpriseId, today);
  if (!found) return;
  if (found.unmet.length === 0) await closeConditions(tx, enterpriseId);
  else await openConditions(tx, { caseId, officeCode, enterpriseId, on: today, unmet: found.unmet, licenceId: found.licenceId });
}
