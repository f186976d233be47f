import type { OptionMap } from "./option-map";

/** Credit grades of the energy credit platform; unrated has no privileges of good. */
export const creditGrades = {
  good: "信用良好",
  trustworthy: "守信",
  untrustworthy: "失信",
  seriouslyUntrustworthy: "严重失信",
  unrated: "尚未确定信用类别",
} as const satisfies OptionMap;

export type CreditGradeCode = keyof typeof creditGrades;
