import type { OptionMap } from "./option-map";

/** What an enterprise is reminded of before a date passes. */
export const reminderKinds = {
  correction: "补正期限",
  deferral: "容缺补齐期限",
  rectification: "限期整改",
  conditions: "条件保持",
  verification: "承诺核查",
  licence: "许可证届满",
} as const satisfies OptionMap;

export type ReminderKind = keyof typeof reminderKinds;
