import type { OptionMap } from "./option-map";

/** Kinds of applicant (企业类型). */
export const enterpriseTypes = {
  company: "企业法人",
  institution: "事业单位法人",
  otherLegalPerson: "其他法人",
} as const satisfies OptionMap;

/** Registration types (登记注册类型) with their statistical codes. */
export const registrationTypes = {
  "110": "国有企业",
  "120": "集体企业",
  "130": "股份合作企业",
  "140": "联营企业",
  "151": "国有独资公司",
  "159": "其他有限责任公司",
  "160": "股份有限公司",
  "171": "私营独资企业",
  "172": "私营合伙企业",
  "173": "私营有限责任公司",
  "174": "私营股份有限公司",
  "190": "其他企业",
  "200": "港、澳、台商投资企业",
  "300": "外商投资企业",
} as const satisfies OptionMap;

/** Kinds of shareholder (股东类型). */
export const shareholderTypes = {
  naturalPerson: "自然人",
  company: "企业法人",
  institution: "事业单位",
  governmentBody: "机关",
  association: "社会团体",
  foreign: "外商",
  hongKongMacaoTaiwan: "港澳台",
  other: "其他",
} as const satisfies OptionMap;

/** Identity documents of a shareholder. */
export const shareholderIdTypes = {
  residentId: "居民身份证",
  uscc: "统一社会信用代码",
  passport: "护照",
  other: "其他",
} as const satisfies OptionMap;

/** Ways of contributing capital (出资方式). */
export const contributionMethods = {
  cash: "货币",
  inKind: "实物",
  intellectualProperty: "知识产权",
  landUseRight: "土地使用权",
  other: "其他",
} as const satisfies OptionMap;
