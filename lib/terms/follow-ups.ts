import type { OptionMap } from "./option-map";

/** What remains to be done after an acceptance or a decision. */
export const followUpKinds = {
  deferral: "容缺补齐",
  verification: "承诺核查",
  rectification: "限期整改",
  conditions: "条件保持",
} as const satisfies OptionMap;

export type FollowUpKind = keyof typeof followUpKinds;

/** States of a follow-up; they are its own, not the case's. */
export const followUpStates = {
  open: "待办理",
  supplied: "待核对",
  proposed: "拟撤销，待确认",
  met: "已完成",
  failed: "未完成",
  cancelled: "已取消",
} as const satisfies OptionMap;

export type FollowUpState = keyof typeof followUpStates;

/** States that still wait for someone. */
export const runningFollowUps = ["open", "supplied", "proposed"] as const satisfies readonly FollowUpState[];

/** Steps of a follow-up in the story of a case; they do not change the case's state. */
export const followUpEvents = {
  deferralSupplied: "提交补齐材料",
  deferralMet: "容缺材料按时补齐",
  deferralIncomplete: "容缺材料不齐",
  promiseTruthful: "承诺核查属实",
  rectificationOrdered: "承诺核查不属实，限期整改",
  rectificationReported: "报告整改完成",
  rectified: "整改完成",
  conditionsKept: "经核对符合许可条件",
  conditionsLost: "逾期仍不符合许可条件，限期整改",
  revocationProposed: "拟撤销许可",
  revocationRejected: "不撤销许可",
  licenceRevoked: "撤销许可",
} as const satisfies OptionMap;

export type FollowUpEvent = keyof typeof followUpEvents;

/** States of a proposal to revoke a licence: it takes effect only when another person has confirmed it. */
export const revocationStates = {
  pending: "待确认",
  confirmed: "已确认",
  rejected: "不撤销",
  lapsed: "许可证已终止",
} as const satisfies OptionMap;

export type RevocationState = keyof typeof revocationStates;
