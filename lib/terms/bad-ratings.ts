import type { OptionMap } from "./option-map";

/** Where the handling of a bad rating stands. */
export const badRatingStates = {
  new: "待分派",
  assigned: "待核实",
  verified: "已核实",
  rectifying: "整改中",
  appealed: "申诉复核中",
  answered: "待回访",
  calledBack: "已回访",
  closed: "已办结",
} as const satisfies OptionMap;

export type BadRatingState = keyof typeof badRatingStates;

/** What the person responsible finds. */
export const badRatingVerdicts = {
  reasonable: "合理",
  unreasonable: "不合理",
  mistaken: "误评",
  malicious: "恶意",
} as const satisfies OptionMap;

export type BadRatingVerdict = keyof typeof badRatingVerdicts;

/** What the rater says when called back. */
export const callBackOutcomes = {
  satisfied: "满意",
  unsatisfied: "不满意",
  unreachable: "联系不上",
} as const satisfies OptionMap;

export type CallBackOutcome = keyof typeof callBackOutcomes;

export const appealStates = {
  none: "未申诉",
  raised: "复核中",
  upheld: "申诉不成立",
  excluded: "已排除，不计入统计",
} as const satisfies OptionMap;

export type AppealState = keyof typeof appealStates;
