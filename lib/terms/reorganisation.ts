import type { OptionMap } from "./option-map";

/** How an enterprise divides (分立方式). */
export const divisionTypes = {
  surviving: "存续分立",
  dissolving: "解散分立",
} as const satisfies OptionMap;

/** How enterprises merge (合并方式). */
export const mergerTypes = {
  absorption: "吸收合并",
  newEntity: "新设合并",
} as const satisfies OptionMap;

/** All four; the codes of the two maps do not meet. */
export const reorganisations = { ...divisionTypes, ...mergerTypes } as const satisfies OptionMap;

export type ReorganisationCode = keyof typeof reorganisations;

/** What the dialog at the start calls the two ways of 分立 and 合并 (办理方式). */
export const reorganisationRoutes = {
  commitment: "告知承诺制",
  standard: "传统审批流程",
} as const satisfies OptionMap;

/** What a counterparty has answered. */
export const confirmationStates = {
  pending: "待确认",
  confirmed: "已同意",
  declined: "不同意",
} as const satisfies OptionMap;

export type ConfirmationStateCode = keyof typeof confirmationStates;

/** Steps of a counterparty's confirmation in the history of a case. */
export const confirmationEvents = {
  confirmParty: "另一方同意",
  declineParty: "另一方不同意",
  recordPartyConsent: "登记另一方的书面同意",
} as const satisfies OptionMap;
