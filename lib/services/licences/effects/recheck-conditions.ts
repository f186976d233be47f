import type { Db } from "@/lib/data/client";
import { conditionsOf } from "@/lib/licensing/personnel/conditions";
import { engagedPeople } from "@/lib/services/applications/business-facts";
import { closeConditions, openConditions } from "@/lib/services/follow-ups/keep-conditions";
import type { EffectOrder } from "./order";

/** 人员变更生效之后按实际的在册人员重新核对：不再符合的限期补足，已经补足的了结。依据：决定九。 */
export async function recheckConditions(tx: Db, { caseId, officeCode, enterprise, context, today }: EffectOrder): Promise<void> {
  const unmet = conditionsOf(context, await engagedPeople(tx, enterprise.id)).filter(({ met }) => !met);
  const place = { caseId, officeCode, enterpriseId: enterprise.id };
  if (unmet.length === 0) await closeConditions(tx, enterprise.id);
  else await openConditions(tx, { ...place, on: today, unmet, licenceId: context.licence?.licenceId ?? null });
}
