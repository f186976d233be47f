import type { OptionMap } from "./option-map";

/** 电工发证机关. */
export const electricianIssuers = {
  emergencyManagement: "应急管理部门（原安全监管部门）",
  energyRegulator: "能源监管机构（电工进网作业许可证，已停发，历史）",
  humanResources: "人力资源社会保障部门（职业资格/职业技能等级）",
  industryBody: "行业/企业评价机构",
  other: "其他",
} as const satisfies OptionMap;

/** Kinds of electrician certificate (证书类型). */
export const certificateKinds = {
  specialOperation: "特种作业操作证",
  gridAccessPermit: "电工进网作业许可证（历史）",
  vocationalQualification: "职业资格证书",
  skillLevel: "职业技能等级证书",
} as const satisfies OptionMap;

/** 作业类别 of the special-work catalogue. */
export const electricianCategories = {
  highVoltage: "高压电工作业",
  lowVoltage: "低压电工作业",
  powerCable: "电力电缆作业",
  relayProtection: "继电保护作业",
  electricalTest: "电气试验作业",
  explosionProof: "防爆电气作业",
} as const satisfies OptionMap;

export type ElectricianCategoryCode = keyof typeof electricianCategories;

/** Groups in which electricians are counted. */
export const electricianGroups = {
  highVoltage: "高压",
  lowVoltage: "低压",
  special: "特种",
  other: "其他",
} as const satisfies OptionMap;

export type ElectricianGroupCode = keyof typeof electricianGroups;

/** The group of each work category; only 高压 counts against a level. */
export const electricianGroupOf = {
  highVoltage: "highVoltage",
  lowVoltage: "lowVoltage",
  powerCable: "special",
  relayProtection: "special",
  electricalTest: "special",
  explosionProof: "other",
} as const satisfies Readonly<Record<ElectricianCategoryCode, ElectricianGroupCode>>;
