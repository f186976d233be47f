import type { OptionMap } from "./option-map";

/** States of an application; 已办结 is derived, see finishedStates. */
export const applicationStates = {
  draft: "草稿",
  submitted: "待形审",
  correction: "待补正",
  accepted: "已受理",
  underReview: "审查中",
  secondReview: "复审中",
  awaitingSignature: "待签发",
  granted: "准予许可",
  refused: "不予许可",
  notAccepted: "不予受理",
  discarded: "已废弃",
  terminated: "已终止",
} as const satisfies OptionMap;

export type ApplicationStateCode = keyof typeof applicationStates;

/** States that count as 已办结 and open the 好差评 to-do. */
export const finishedStates = ["granted", "refused", "notAccepted", "terminated"] as const satisfies readonly ApplicationStateCode[];

/** What the verification page says about a licence. */
export const licenceStates = {
  valid: "有效",
  renewalPending: "有效（延续审查中）",
  rectification: "整改中",
  expired: "已过期",
  deregistered: "已注销",
  revoked: "已撤销",
  retracted: "已撤回",
  withdrawnAsPenalty: "已吊销",
  notFound: "查无此证",
} as const satisfies OptionMap;

export type LicenceStateCode = keyof typeof licenceStates;
