import { type MonthRange, readMonthRange } from "@/lib/forms/month-range";
import type { IsoDate } from "@/lib/workflow/iso-date";
import { addMonthsTo, customPeriod, customPeriodWord, findPeriod, type Month, monthsOf, parsePeriod, type Period, type PeriodChoice, periodChoices, periodWords, type PeriodQuery } from "@/lib/workflow/period";

/** 没有另选时看最近十二个月，连本月在内。 */
export const recentMonths = "recent";
const RECENT = 12;
const recentWord = `近${RECENT}个月`;

/** 地址栏所问的期间，与写着的月份；没有选自定义的不看月份。 */
export function readStatisticsPeriod(query: PeriodQuery, today: IsoDate): { period: Period; asked: MonthRange } {
  const asked = readMonthRange(query.period === customPeriod ? query : {});
  return { period: parseStatisticsPeriod({ period: query.period, ...asked.read }, today), asked };
}

/** 地址栏所问的期间，不可信；没问的、认不出的为近十二个月。 */
export function parseStatisticsPeriod(query: PeriodQuery, today: IsoDate): Period {
  const month = today.slice(0, 7);
  const recent = { key: recentMonths, from: addMonthsTo(month, 1 - RECENT), to: month };
  if (!query.period || query.period === recentMonths) return recent;
  const parsed = parsePeriod(query, today);
  return parsed.key === query.period ? parsed : recent;
}

/** 期间一栏可选的：近十二个月在最前。 */
export function statisticsPeriodChoices(today: IsoDate): PeriodChoice[] {
  const recent = { label: "最近", options: [{ value: recentMonths, label: recentWord }] };
  return [recent, ...periodChoices(today)];
}

/** 一个期间的写法说成文字；自定义的月份另列，认不出的照写。 */
export function statisticsPeriodWord(key: string): string {
  if (key === recentMonths) return recentWord;
  if (key === customPeriod) return customPeriodWord;
  const found = findPeriod(key);
  return found ? periodWords(found) : key;
}

/** 一个月起于北京时间的哪一刻。 */
const startOf = (month: Month): Date => new Date(`${month}-01T00:00:00+08:00`);

/** 各月的起点，末了是最后一个月的终点。 */
export function boundsOf(period: Pick<Period, "from" | "to">): Date[] {
  return [...monthsOf(period), addMonthsTo(period.to, 1)].map(startOf);
}
