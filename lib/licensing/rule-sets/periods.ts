import { limits } from "./limits";

const YEARS = ["", "一", "两", "三"] as const;
const MONTHS = ["", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十", "十一"] as const;

/** A period as sentences say it: 24 → 两年, 6 → 六个月. */
export function monthsInWords(months: number): string {
  const year = months % 12 === 0 ? YEARS[months / 12] : undefined;
  if (year) return `${year}年`;
  return `${MONTHS[months] ?? months}个月`;
}

/** How long an enterprise that missed its deadline has no 容缺受理. */
export const deferralBar = monthsInWords(limits.deferredMaterialBarMonths.value);

/** Until when every promise is verified after the decision. */
export const verificationPeriod = monthsInWords(limits.commitmentVerificationMonths.value);

/** How long 许可事项变更 is barred after one of the five events. */
export const upgradeBar = monthsInWords(limits.upgradeBarMonths.value);

/** No application for so long after concealing facts or handing in false material (行政许可法第七十八条). */
export const concealmentBar = monthsInWords(limits.concealmentBarMonths.value);

/** … and after a licence got by deceit or bribery (第七十九条). */
export const deceitBar = monthsInWords(limits.deceitBarMonths.value);
