import { calendarEvents } from "@/lib/terms/calendar";
import { followUpEvents } from "@/lib/terms/follow-ups";
import { type OptionMap, wordOf } from "@/lib/terms/option-map";
import { confirmationEvents } from "@/lib/terms/reorganisation";
import { type SiteVisitEvent, siteVisitEvents } from "@/lib/terms/site-visits";
import type { ApplicationStateCode } from "@/lib/terms/states";
import { type LicensingAction, licensingWorkflow } from "./workflow";

/** 换承办人不改案件的状态，不在流程表里；键是审计所记的动作。 */
export const claimWords = { "case.claim": "领取", "case.takeOver": "接办", "case.assign": "指派", "case.reassign": "移交" } as const satisfies OptionMap;

/** 经过里一个动作的字，取自流程表；同一动作在不同状态可有不同的字（提交、重新提交）。 */
export function wordOfEvent(action: string, fromState: string): string {
  const rows = licensingWorkflow.filter((row) => row.action === (action as LicensingAction));
  return (rows.find((row) => row.from.includes(fromState as ApplicationStateCode)) ?? rows[0])?.label ?? wordOf({ ...calendarEvents, ...followUpEvents, ...confirmationEvents, ...siteVisitEvents }, action);
}

const innerActions: readonly string[] = ["requestExtension", "declineExtension", "siteVisitRecorded", "siteVisitSigned"] satisfies (LicensingAction | SiteVisitEvent)[];

/** 机构内部的一步，企业的办理经过里不列。 */
export const isInnerEvent = (action: string): boolean => innerActions.includes(action);
