import type { OptionMap } from "./option-map";

/** Documents of a case, by the names in use since about 2021. */
export const documentKinds = {
  receipt: "申请材料接收凭证",
  acceptance: "行政许可受理通知书",
  conditionalAcceptance: "行政许可容缺受理通知书",
  deferralMet: "容缺材料补齐确认书",
  correction: "行政许可补正材料通知书",
  nonAcceptance: "行政许可不予受理通知书",
  extension: "延长行政许可期限通知书",
  siteVisit: "现场核查通知书",
  grant: "准予行政许可决定书",
  refusal: "不予行政许可决定书",
  cancellation: "注销行政许可决定书",
  revocationNotice: "撤销行政许可事先告知书",
  hearing: "听证告知书",
  revocation: "撤销行政许可决定书",
  conditions: "限期补足许可条件通知书",
  rectification: "责令整改通知书",
  termination: "终止办理通知书",
} as const satisfies OptionMap;

export type DocumentKind = keyof typeof documentKinds;

/** Documents that end or burden: the remedies stand in every one of them. */
export const adverseDocuments = ["nonAcceptance", "refusal", "revocation", "conditions", "rectification"] as const satisfies readonly DocumentKind[];

/** Documents that parties to a merger or division may read as well: what was decided, not what was remarked. */
export const documentsForParties = ["grant", "refusal", "cancellation", "termination"] as const satisfies readonly DocumentKind[];

/** Ways of service (送达). */
export const deliveryWays = {
  electronic: "电子送达",
  direct: "直接送达",
  post: "邮寄送达",
} as const satisfies OptionMap;

export type DeliveryWay = keyof typeof deliveryWays;

/** Whether a document has reached the enterprise. */
export const deliveryStates = {
  pending: "未送达",
  delivered: "已送达",
} as const satisfies OptionMap;

export type DeliveryState = keyof typeof deliveryStates;
