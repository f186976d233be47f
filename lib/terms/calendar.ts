import type { OptionMap } from "./option-map";

/** Limits that rest on the working calendar. */
export const clockedLimits = {
  stageDueOn: "形审期限",
  correction: "补正期限",
  promisedDueOn: "承诺期限",
  statutoryDueOn: "法定期限",
  deferral: "容缺补齐期限",
} as const satisfies OptionMap;

export type ClockedLimit = keyof typeof clockedLimits;

/** Steps in the story of a case that come from a change of the calendar. */
export const calendarEvents = {
  datesRecounted: "节假日安排改动，期限重算",
} as const satisfies OptionMap;
