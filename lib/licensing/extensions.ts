import type { ExtensionState } from "@/lib/terms/extension";
import { formatChineseDate, type IsoDate } from "@/lib/workflow/iso-date";
import { limits } from "./rule-sets/limits";
import type { LicensingAction } from "./workflow";

const states: Partial<Record<LicensingAction, ExtensionState>> = { requestExtension: "requested", approveExtension: "approved", declineExtension: "declined" };

/** 一个动作之后，延长期限的申请到哪一步；与延长无关的动作为 undefined。 */
export const extensionAfter = (action: LicensingAction): ExtensionState | undefined => states[action];

/** 一次延长期限的申请：谁、何时、为什么。 */
export interface ExtensionRequest {
  reason: string;
  by: string;
  at: Date;
}

interface Told {
  action: string;
  actorName: string;
  at: Date;
  detail: unknown;
}

const reasonIn = (detail: unknown): string => {
  const { reason } = (detail ?? {}) as { reason?: unknown };
  return typeof reason === "string" ? reason : "";
};

/** 经过里最近的一次申请；没有申请过为 undefined。经过不论先后次序。 */
export function lastExtensionRequest(events: readonly Told[]): ExtensionRequest | undefined {
  const requests = events.filter(({ action }) => action === ("requestExtension" satisfies LicensingAction));
  const last = requests.reduce<Told | undefined>((latest, event) => (latest && latest.at >= event.at ? latest : event), undefined);
  return last && { reason: reasonIn(last.detail), by: last.actorName, at: last.at };
}

/** 经过与通知里的一句：延长几日、到哪天、为什么。 */
export const extensionWords = (dueOn: IsoDate | null | undefined, reason: string): string =>
  `办结期限延长 ${limits.statutoryExtension.value} 个工作日${dueOn ? `，至${formatChineseDate(dueOn)}` : ""}；理由：${reason}`;
