import type { OptionMap } from "./option-map";

/** How sure a figure of the law is. */
export const confidences = {
  VERIFIED: "有出处",
  LIKELY: "出处较弱",
  UNKNOWN: "暂定",
} as const satisfies OptionMap;
