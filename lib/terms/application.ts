import type { OptionMap } from "./option-map";

/** Why the enterprise applies (申请性质). */
export const applicationNatures = {
  first: "首次申请",
  afterMerger: "合并后申请",
  afterDivision: "分立后申请",
  afterDeregistration: "注销后再次申请",
} as const satisfies OptionMap;

export type ApplicationNatureCode = keyof typeof applicationNatures;

/** Who hands the application in (提交类型). */
export const submitterTypes = {
  legalRepresentative: "法定代表人提交",
  agent: "委托他人提交",
} as const satisfies OptionMap;

export type SubmitterTypeCode = keyof typeof submitterTypes;

/** Procedures (办理方式). */
export const procedures = {
  standard: "一般程序",
  conditionalAcceptance: "容缺受理",
  freeTradeZone: "自贸区",
  commitment: "承诺制",
} as const satisfies OptionMap;

export type ProcedureCode = keyof typeof procedures;
