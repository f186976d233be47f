import type { OptionMap } from "./option-map";

/** A request for more time to decide (延长期限); the head of the office decides on it. */
export const extensionStates = {
  requested: "待批准",
  approved: "已延长",
  declined: "未获批准",
} as const satisfies OptionMap;

export type ExtensionState = keyof typeof extensionStates;
