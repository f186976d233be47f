import type { OptionMap } from "./option-map";

/** Registered matters that only 登记事项变更 can change (变更事项); the legal representative goes with the certificate. */
export const changeItems = {
  unitName: "法人名称",
  enterpriseType: "企业类型",
  legalRep: "法定代表人",
  domicile: "住所",
} as const satisfies OptionMap;

export type ChangeItemCode = keyof typeof changeItems;

/** What a replacement is asked for (申请类别 of 补（换）证). */
export const reissueReasons = {
  lost: "遗失补证",
  damaged: "损毁补证",
  exchange: "换证",
} as const satisfies OptionMap;

export type ReissueReasonCode = keyof typeof reissueReasons;

/** The copies of a paper licence (补换证件). */
export const licenceParts = {
  original: "正本",
  duplicate: "副本",
} as const satisfies OptionMap;

/** Why a licence is given up (注销事由). */
export const cancellationGrounds = {
  notRenewed: "有效期届满不再延续",
  dissolved: "企业终止（解散、破产）",
  voluntary: "自愿放弃许可",
  afterRestructuring: "分立合并后注销",
  other: "其他",
} as const satisfies OptionMap;

/** What becomes of the paper licence (许可证正副本交回). */
export const paperLicenceReturns = {
  returned: "持有纸质许可证，随申请交回",
  lost: "纸质许可证已遗失，以说明代替",
  none: "没有纸质许可证，只有电子证照",
} as const satisfies OptionMap;
