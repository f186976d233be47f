import type { OptionMap } from "./option-map";

/** Ways in to a rating (评价渠道). */
export const evaluationChannels = {
  todo: "待办一事一评",
  visit: "扫码一次一评",
  matter: "扫码一事一评",
} as const satisfies OptionMap;

export type EvaluationChannel = keyof typeof evaluationChannels;

/** Kinds of QR code: per visit of a service point, or bound to one matter. */
export const evaluationCodeKinds = {
  visit: "一次一评",
  matter: "一事一评",
} as const satisfies OptionMap;

export type EvaluationCodeKind = keyof typeof evaluationCodeKinds;

/** The matter of a rating that names no application: the counter itself. */
export const COUNTER_MATTER = "counter";
export const counterMatterWord = "窗口服务";

/** Where a code stands; `used` only a code per matter. */
export const evaluationCodeStates = {
  valid: "有效",
  used: "已评价",
  expired: "已过期",
  revoked: "已撤销",
} as const satisfies OptionMap;

export type EvaluationCodeState = keyof typeof evaluationCodeStates;
