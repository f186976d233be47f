import { type OptionMap, wordOf } from "./option-map";

/** Why the enterprise applies (申请性质). */
export const applicationNatures = {
  first: "首次申请",
  afterMerger: "合并后申请",
  afterDivision: "分立后申请",
  afterDeregistration: "注销后再次申请",
} as const satisfies OptionMap;

export type ApplicationNatureCode = keyof typeof applicationNatures;

/** Why a holder changes category or level (许可事项变更). */
export const changeNatures = {
  change: "变更类别或等级",
  afterMerger: applicationNatures.afterMerger,
  afterDivision: applicationNatures.afterDivision,
} as const satisfies OptionMap;

export type ChangeNatureCode = keyof typeof changeNatures;

/** 是否降级 of 许可证延续. */
export const downgradeChoices = {
  no: "否",
  yes: "是",
} as const satisfies OptionMap;

/** Who hands the application in (提交类型). */
export const submitterTypes = {
  legalRepresentative: "法定代表人提交",
  agent: "委托他人提交",
} as const satisfies OptionMap;

/** Procedures (办理方式). */
export const procedures = {
  standard: "一般程序",
  conditionalAcceptance: "容缺受理",
  freeTradeZone: "自贸区",
  commitment: "承诺制",
} as const satisfies OptionMap;

export type ProcedureCode = keyof typeof procedures;

/** The mark of a case in lists: empty for the general procedure. */
export const procedureMark = (procedure: string = "standard"): string => (procedure === "standard" ? "" : wordOf(procedures, procedure));
