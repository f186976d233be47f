import type { ApplicationStateCode } from "@/lib/terms/states";
import { type LicensingAction, licensingWorkflow } from "./workflow";

/** 经过里一个动作的字，取自流程表；同一动作在不同状态可有不同的字（提交、重新提交）。 */
export function wordOfEvent(action: string, fromState: string): string {
  const rows = licensingWorkflow.filter((row) => row.action === (action as LicensingAction));
  return (rows.find((row) => row.from.includes(fromState as ApplicationStateCode)) ?? rows[0])?.label ?? action;
}
