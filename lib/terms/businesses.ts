import type { OptionMap } from "./option-map";

/** The eleven businesses under 承装修试业务许可申请, with the words of the home page; the code is also the address. */
export const businesses = {
  "new-licence": "许可证新申请",
  "registration-change": "登记事项变更",
  "scope-change": "许可事项变更",
  renewal: "许可证延续",
  reissue: "许可证补（换）证申请",
  cancellation: "许可证注销",
  "personnel-change": "人员变更申请",
  division: "分立申请",
  merger: "合并申请",
  termination: "业务办理终止申请",
  discard: "申请废弃",
} as const satisfies OptionMap;

export type BusinessCode = keyof typeof businesses;

/** Where the home menu says more than the name of the business. */
const menuWords: Partial<Record<BusinessCode, string>> = {
  "registration-change": "登记事项变更申请",
  "scope-change": "许可事项变更申请",
  renewal: "许可证延续申请",
};

/** The words of the home menu. */
export const menuWordOf = (business: BusinessCode): string => menuWords[business] ?? businesses[business];

/** Older names of a menu entry, for people who look for them. */
export const formerMenuWords: Partial<Record<BusinessCode, string>> = {
  renewal: "许可延续申请",
  reissue: "许可证补换证申请",
};
