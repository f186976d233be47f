import type { OptionMap } from "./option-map";

/** Identity documents of a person (证件类型). */
export const idTypes = {
  residentId: "居民身份证",
  hongKongMacaoPermit: "港澳居民来往内地通行证",
  taiwanPermit: "台湾居民来往大陆通行证",
  foreignPermanentResident: "外国人永久居留身份证",
  passport: "护照",
} as const satisfies OptionMap;

export type IdTypeCode = keyof typeof idTypes;

/** 性别. */
export const genders = {
  male: "男",
  female: "女",
} as const satisfies OptionMap;

export type GenderCode = keyof typeof genders;

/** 学历. */
export const educations = {
  doctor: "博士研究生",
  master: "硕士研究生",
  bachelor: "大学本科",
  college: "大学专科",
  secondaryVocational: "中专/职高/技校",
  highSchool: "高中",
  juniorHighOrBelow: "初中及以下",
} as const satisfies OptionMap;

/** Results of a training (培训结果). */
export const trainingResults = {
  passed: "合格",
  failed: "不合格",
} as const satisfies OptionMap;

/** Types of personnel of a licence holder (人员类型). */
export const personnelRoles = {
  technicalLead: "技术负责人",
  safetyLead: "安全负责人",
  technician: "电力相关技术人员",
  skilledWorker: "电力相关专业技能人员",
} as const satisfies OptionMap;

export type PersonnelRoleCode = keyof typeof personnelRoles;

/** The same in a few characters, for lists. */
export const personnelRolesInShort = {
  technicalLead: "技术负责人",
  safetyLead: "安全负责人",
  technician: "技术人员",
  skilledWorker: "电工",
} as const satisfies Readonly<Record<PersonnelRoleCode, string>>;

/** Reasons for leaving (离职原因). */
export const leaveReasons = {
  resigned: "辞职",
  contractEnded: "合同到期",
  retired: "退休",
  transferred: "调离",
  deceased: "死亡",
  other: "其他",
} as const satisfies OptionMap;
