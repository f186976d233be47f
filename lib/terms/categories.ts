import type { OptionMap } from "./option-map";

/** Licence categories (许可类别). */
export const categories = {
  installation: "承装",
  repair: "承修",
  testing: "承试",
} as const satisfies OptionMap;

export type CategoryCode = keyof typeof categories;

/** The work each category covers, also the activity of a work-experience row. */
export const workActivities = {
  installation: "安装",
  repair: "维修",
  testing: "试验",
  other: "其他",
} as const satisfies OptionMap;
