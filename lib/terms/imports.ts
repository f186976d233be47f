import type { OptionMap } from "./option-map";

/** The two sheets of an import file, in the order in which they are read. */
export const importSheets = {
  enterprises: "企业",
  licences: "许可证",
} as const satisfies OptionMap;

export type ImportSheetCode = keyof typeof importSheets;

/** What becomes of a row. */
export const importOutcomes = {
  added: "新增",
  updated: "更新",
  unchanged: "无变化",
  faulty: "有错",
} as const satisfies OptionMap;

export type ImportOutcomeCode = keyof typeof importOutcomes;

/** States of an import; one with faults can never be confirmed, see stateOf in lib/licensing/imports/import-views.ts. */
export const importStates = {
  checked: "待确认",
  blocked: "有错，须重新上传",
  applied: "已导入",
  discarded: "已放弃",
} as const satisfies OptionMap;

export type ImportStateCode = keyof typeof importStates;

/** Why a licence has the version an import gave it. */
export const importReasons = { first: "导入", corrected: "导入更正" } as const;
