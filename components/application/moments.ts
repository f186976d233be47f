import { formatChineseDate, shanghaiDate, shanghaiTime } from "@/lib/workflow/iso-date";

// 由字串算出，不用 Intl.DateTimeFormat：每页都带着这些，手机上单是造它就要十几毫秒。

/** 「14:32」，北京时间。 */
export const timeOf = (iso: string): string => shanghaiTime(new Date(iso));

/** 「2026年11月20日」。 */
export const fullDayOf = (iso: string): string => formatChineseDate(shanghaiDate(new Date(iso)));

/** 「12月3日」，由 YYYY-MM-DD。 */
export const shortDate = (date: string): string => `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;

/** 「11月20日」。 */
export const dayOf = (iso: string): string => shortDate(shanghaiDate(new Date(iso)));

/** 今年的「11月20日」，往年的「2022年5月24日」。 */
export const recentDayOf = (iso: string, now: Date): string => (fullDayOf(iso).slice(0, 4) === fullDayOf(now.toISOString()).slice(0, 4) ? dayOf(iso) : fullDayOf(iso));

/** 「11月20日 16:05」。 */
export const momentOf = (iso: string): string => `${dayOf(iso)} ${timeOf(iso)}`;

/** 「2026年11月20日 16:05」。 */
export const fullMomentOf = (iso: string): string => `${fullDayOf(iso)} ${timeOf(iso)}`;
