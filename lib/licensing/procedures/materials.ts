import { holds, type Scope, type Slot } from "@/lib/forms/definition";
import type { ProcedureCode } from "@/lib/terms/application";
import type { LicensingContext } from "../context";

/** 以告知承诺书代替证明材料的办理方式（决定十三）。 */
const BY_COMMITMENT: readonly ProcedureCode[] = ["commitment", "freeTradeZone"];

export function isByCommitment(procedure: ProcedureCode): boolean {
  return BY_COMMITMENT.includes(procedure);
}

/** 此办理方式下，这份材料可以不在提交时交：承诺替代的，或容缺可后补的。 */
export function isWaived(slot: Pick<Slot<LicensingContext>, "deferrable" | "replacedByCommitment">, procedure: ProcedureCode): boolean {
  if (isByCommitment(procedure)) return slot.replacedByCommitment === true;
  return procedure === "conditionalAcceptance" && slot.deferrable === true;
}

/** 不必在提交时交的材料，清单上代替「选填」说的话；本来就选填的没有。 */
export function waiverWord(slot: Pick<Slot<LicensingContext>, "deferrable" | "replacedByCommitment">, procedure: ProcedureCode): string | undefined {
  if (!isWaived(slot, procedure)) return undefined;
  return isByCommitment(procedure) ? "以告知承诺书代替" : "可在受理后补";
}

/** 按办理方式决定必传与否的材料：声明里的两个标记在此变成「何时必传」。 */
export function material(slot: Slot<LicensingContext>): Slot<LicensingContext> {
  return {
    ...slot,
    required: (scope: Scope<LicensingContext>) => holds(slot.required, scope, true) && !isWaived(slot, scope.context.procedure),
  };
}
