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
  met: "已完成",
  failed: "未完成",
  cancelled: "已取消",
} as const satisfies OptionMap;

export type FollowUpState = keyof typeof followUpStates;

/** States that still wait for someone. */
export const runningFollowUps = ["open", "supplied"] as const satisfies readonly FollowUpState[];

/** Steps of a follow-up in the story of a case; they do not change the case's state. */
export const followUpEvents = {
  deferralSupplied: "提交补齐材料",
  deferralMet: "容缺材料按时补齐",
  deferralIncomplete: "容缺材料不齐",
  promiseTruthful: "承诺核查属实",
  rectificationOrdered: "承诺核查不属实，限期整改",
  rectificationReported: "报告整改完成",
  rectified: "整改完成",
  licenceRevoked: "撤销许可",
} as const satisfies OptionMap;

export type FollowUpEvent = keyof typeof followUpEvents;
