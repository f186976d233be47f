import { formatChineseDate, weekdays } from "@/lib/terms/dates";

export { formatChineseDate };

/** A day in Shanghai, YYYY-MM-DD; such strings compare as dates. */
export type IsoDate = string;

const DAY = 86_400_000;
const SHANGHAI_OFFSET = 8 * 3_600_000;

const toTime = (date: IsoDate) => Date.parse(`${date}T00:00:00Z`);
const fromTime = (time: number): IsoDate => new Date(time).toISOString().slice(0, 10);

/** The day it is in Shanghai at an instant. */
export function shanghaiDate(instant: Date): IsoDate {
  return fromTime(instant.getTime() + SHANGHAI_OFFSET);
}

/** True for a day of the calendar written YYYY-MM-DD. */
export function isIsoDate(value: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? toTime(value) : Number.NaN;
  return !Number.isNaN(time) && fromTime(time) === value;
}

/** The day n days later (earlier when negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return fromTime(toTime(date) + days * DAY);
}

/** The same day of the month n months later; the last day of the month when that month is shorter. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return fromTime(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)));
}

/** The same day n years later; 29 February becomes 28 February. */
export function addYears(date: IsoDate, years: number): IsoDate {
  return addMonths(date, years * 12);
}

/** Days from one day to another; negative when the second is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((toTime(to) - toTime(from)) / DAY);
}

/** 0 = Sunday … 6 = Saturday. */
export function weekdayOf(date: IsoDate): number {
  return new Date(toTime(date)).getUTCDay();
}

/** 星期一 … 星期日. */
export const weekdayWord = (date: IsoDate): string => `星期${weekdays[(weekdayOf(date) + 6) % 7]}`;

/** A Saturday or a Sunday. */
export const isWeekend = (date: IsoDate): boolean => weekdayOf(date) % 6 === 0;

const localTime = (instant: Date): string => new Date(instant.getTime() + SHANGHAI_OFFSET).toISOString();

/** 14:32, the wall clock in Shanghai at an instant. */
export const shanghaiTime = (instant: Date): string => localTime(instant).slice(11, 16);

/** 2026年11月22日 14:32, the wall clock in Shanghai at an instant. */
export function shanghaiMoment(instant: Date): string {
  const local = localTime(instant);
  return `${formatChineseDate(local.slice(0, 10))} ${local.slice(11, 16)}`;
}
