import type { OptionMap } from "./option-map";

/** States of a claim to an enterprise that is on record without an account (认领). */
export const claimStates = {
  pending: "待核实",
  approved: "已开通",
  rejected: "不予开通",
} as const satisfies OptionMap;

export type ClaimStateCode = keyof typeof claimStates;
