import type { OptionMap } from "./option-map";

/** Levels of the 2020 scale (五级). */
export const levels2020 = {
  "1": "一级",
  "2": "二级",
  "3": "三级",
  "4": "四级",
  "5": "五级",
} as const satisfies OptionMap;

export type Level2020Code = keyof typeof levels2020;

/** Levels of the 2025 scale (三级) with its two restricted variants; for the rank see the rule set. */
export const levels2025 = {
  "1": "一级",
  "2": "二级",
  "3": "三级",
  "2-110": "二级（110千伏以下）",
  "3-10": "三级（10千伏以下）",
} as const satisfies OptionMap;

export type Level2025Code = keyof typeof levels2025;

/** A level of any scale; its meaning needs the rule set that goes with it. */
export type LevelCode = Level2020Code | Level2025Code;
