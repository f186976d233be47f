import type { IsoDate } from "./iso-date";

/** 北京时间的一个月，YYYY-MM；这样的字符串按日期先后可比。 */
export type Month = string;

export interface Period {
  /** 地址栏里的写法：2026、2026-Q3、2026-11、custom。 */
  key: string;
  from: Month;
  to: Month;
}

/** 自定义的至多这么多个月。 */
export const LONGEST_PERIOD = 36;
export const customPeriod = "custom";
export const customPeriodWord = "自定义月份";

const isMonth = (text: string | undefined): text is Month => /^20\d{2}-(0[1-9]|1[0-2])$/.test(text ?? "");
const pad = (month: number): string => String(month).padStart(2, "0");

/** 几个月以后（负数为以前）的那个月。 */
export function addMonthsTo(month: Month, count: number): Month {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const index = year * 12 + number - 1 + count;
  return `${Math.floor(index / 12)}-${pad((index % 12) + 1)}`;
}

/** 从某月到某月，含两头。 */
export function monthsOf({ from, to }: Pick<Period, "from" | "to">): Month[] {
  const months: Month[] = [];
  for (let month = from; month <= to && months.length < 240; month = addMonthsTo(month, 1)) months.push(month);
  return months;
}

/** 一年、一季、一月的起讫；写法不对的为 undefined。 */
export function findPeriod(key: string): Period | undefined {
  if (/^20\d{2}$/.test(key)) return { key, from: `${key}-01`, to: `${key}-12` };
  const quarter = /^(20\d{2})-Q([1-4])$/.exec(key);
  if (quarter) {
    const last = Number(quarter[2]) * 3;
    return { key, from: `${quarter[1]}-${pad(last - 2)}`, to: `${quarter[1]}-${pad(last)}` };
  }
  return isMonth(key) ? { key, from: key, to: key } : undefined;
}

export interface PeriodQuery {
  period?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/** 地址栏所问的期间，不可信：认不出的当作今年；起讫倒置的换过来（页面先说，见 lib/forms/month-range），过长的从后往前取。 */
export function parsePeriod({ period = "", from, to }: PeriodQuery, today: IsoDate): Period {
  const thisYear = today.slice(0, 4);
  if (period !== customPeriod) return findPeriod(period) ?? { key: thisYear, from: `${thisYear}-01`, to: `${thisYear}-12` };
  const ends = [isMonth(from) ? from : `${thisYear}-01`, isMonth(to) ? to : today.slice(0, 7)].toSorted();
  const [first = "", last = ""] = ends;
  const earliest = addMonthsTo(last, 1 - LONGEST_PERIOD);
  return { key: customPeriod, from: first < earliest ? earliest : first, to: last };
}

/** 尚未到来的月份不统计、不画。 */
export const untilNow = (period: Period, today: IsoDate): Pick<Period, "from" | "to"> => {
  const month = today.slice(0, 7);
  return { from: period.from, to: period.to > month && period.from <= month ? month : period.to };
};

const yearMonth = (month: Month): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;

/** 2026年第三季度、2026年1月至11月。 */
export function periodWords({ key, from, to }: Period): string {
  const quarter = /-Q([1-4])$/.exec(key)?.[1];
  if (quarter) return `${from.slice(0, 4)}年第${"一二三四"[Number(quarter) - 1]}季度`;
  if (/^\d{4}$/.test(key)) return `${key}年`;
  if (from === to) return yearMonth(from);
  return from.slice(0, 4) === to.slice(0, 4) ? `${yearMonth(from)}至${Number(to.slice(5))}月` : `${yearMonth(from)}至${yearMonth(to)}`;
}

/** 图的横轴：只写月份，一月带上年份。 */
export const monthTick = (month: Month): string => `${Number(month.slice(5))}月`;

/** 一个月在哪一季，2026-Q3。 */
export const quarterOf = (month: Month): string => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;

export interface PeriodChoice {
  label: string;
  options: { value: string; label: string }[];
}

/** 期间一栏可选的：三年、八季、十二个月，新的在前，末了是自定义。 */
export function periodChoices(today: IsoDate): PeriodChoice[] {
  const month = today.slice(0, 7);
  const back = (count: number, step: number): Month[] => Array.from({ length: count }, (_, index) => addMonthsTo(month, -index * step));
  const named = (keys: string[]) => keys.flatMap((key) => findPeriod(key) ?? []).map((period) => ({ value: period.key, label: periodWords(period) }));
  return [
    { label: "年", options: named(back(3, 12).map((one) => one.slice(0, 4))) },
    { label: "季度", options: named(back(8, 3).map(quarterOf)) },
    { label: "月", options: named(back(12, 1)) },
    { label: "其他", options: [{ value: customPeriod, label: customPeriodWord }] },
  ];
}
