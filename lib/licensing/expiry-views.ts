import type { OptionMap } from "@/lib/terms/option-map";

/** 届满名单的视图：多少天之内届满，或者已经届满。 */
export const expiryCuts = {
  days90: "九十日内届满",
  days60: "六十日内届满",
  days30: "三十日内届满",
  expired: "已届满未延续",
} as const satisfies OptionMap;

export type ExpiryCut = keyof typeof expiryCuts;

/** 各视图看多少天之内。 */
export const expiryDays: Readonly<Record<Exclude<ExpiryCut, "expired">, number>> = { days90: 90, days60: 60, days30: 30 };

/** 有没有在办的延续。 */
export const renewalFilters = {
  none: "没有办延续",
  running: "延续在办",
} as const satisfies OptionMap;

export type RenewalFilter = keyof typeof renewalFilters;

/** 届满名单的一行。 */
export interface ExpiryRow {
  id: string;
  number: string;
  holder: string;
  uscc: string;
  scopeText: string;
  validTo: string;
  daysLeft: number;
  /** 在办的延续；没有的为空。 */
  renewalId: string;
  renewalNumber: string;
  /** 延续最迟哪天提交；已经过了的说明。 */
  renewBy: string;
  tooLate: boolean;
}
