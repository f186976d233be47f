import { holidays2025 } from "./holidays/2025";
import { holidays2026 } from "./holidays/2026";
import { holidays2027 } from "./holidays/2027";
import type { HolidayYear } from "./holidays/holiday-year";
import { addDays, daysBetween, isWeekend, weekdayOf, type IsoDate } from "./iso-date";

export type { HolidayYear } from "./holidays/holiday-year";
export { shanghaiDate, type IsoDate } from "./iso-date";

/** Answers for every year: published, provisional with statutory days, or derived from the fixed statutory days. */
export interface HolidayCalendar {
  yearOf(year: number): HolidayYear;
  /** The calendar's word on a date that is not just an ordinary weekday or weekend day. */
  exceptionOn(date: IsoDate): "off" | "work" | undefined;
}

const FIXED_STATUTORY_DAYS = ["01-01", "05-01", "05-02", "10-01", "10-02", "10-03"];

function derivedYear(year: number): HolidayYear {
  return {
    year,
    source: "尚无年度通知：周末和日期固定的法定假日",
    provisional: true,
    daysOff: FIXED_STATUTORY_DAYS.map((day) => `${String(year).padStart(4, "0")}-${day}`),
    makeUpWorkdays: [],
  };
}

/** The years the product ships with. */
export const builtInYears: readonly HolidayYear[] = [holidays2025, holidays2026, holidays2027];

/** The calendar of the built-in years; years given here (a notice loaded later) replace built-in ones. */
export function calendarFor(years: readonly HolidayYear[] = []): HolidayCalendar {
  const known = new Map([...builtInYears, ...years].map((year) => [year.year, year]));
  const exceptions = new Map<IsoDate, "off" | "work">();
  for (const year of known.values()) addExceptions(exceptions, year);

  const yearOf = (year: number): HolidayYear => {
    const found = known.get(year) ?? derivedYear(year);
    if (!known.has(year)) {
      known.set(year, found);
      addExceptions(exceptions, found);
    }
    return found;
  };
  return {
    yearOf,
    exceptionOn: (date) => {
      yearOf(Number(date.slice(0, 4)));
      return exceptions.get(date);
    },
  };
}

function addExceptions(exceptions: Map<IsoDate, "off" | "work">, year: HolidayYear): void {
  for (const date of year.daysOff) exceptions.set(date, "off");
  for (const date of year.makeUpWorkdays) exceptions.set(date, "work");
}

/** The calendar the product ships with. */
export const builtInCalendar = calendarFor();

/** True while the year's days off are not published: dates that depend on it are shown as 暂定. */
export function isProvisional(year: number, calendar: HolidayCalendar = builtInCalendar): boolean {
  return calendar.yearOf(year).provisional;
}

/** 工作日: no weekend, no day off, or a make-up workday. */
export function isWorkingDay(date: IsoDate, calendar: HolidayCalendar = builtInCalendar): boolean {
  const exception = calendar.exceptionOn(date);
  if (exception) return exception === "work";
  const weekday = weekdayOf(date);
  return weekday !== 0 && weekday !== 6;
}

/** The n-th working day after the date (before it when negative); 0 gives the date itself. */
export function addWorkingDays(date: IsoDate, n: number, calendar: HolidayCalendar = builtInCalendar): IsoDate {
  const step = n < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(n); left > 0; ) {
    day = addDays(day, step);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
}

/** Working days after the first day up to and including the second; negative when the second is earlier. */
export function workingDaysBetween(from: IsoDate, to: IsoDate, calendar: HolidayCalendar = builtInCalendar): number {
  if (to < from) return -workingDaysBetween(to, from, calendar);
  const within = (date: IsoDate): boolean => from < date && date <= to;
  let count = weekdaysBetween(from, to);
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    const { daysOff, makeUpWorkdays } = calendar.yearOf(year);
    count += countOf(makeUpWorkdays, (date) => within(date) && isWeekend(date)) - countOf(daysOff, (date) => within(date) && !isWeekend(date));
  }
  return count;
}

const countOf = (dates: readonly IsoDate[], counts: (date: IsoDate) => boolean): number => new Set(dates.filter(counts)).size;

/** Mondays to Fridays after the first day up to and including the second: whole weeks at once, a list reckons it for every row. */
function weekdaysBetween(from: IsoDate, to: IsoDate): number {
  const [days, first] = [daysBetween(from, to), weekdayOf(from)];
  const rest = Array.from({ length: days % 7 }, (_, index) => (first + 1 + index) % 7);
  return Math.floor(days / 7) * 5 + rest.filter((weekday) => weekday !== 0 && weekday !== 6).length;
}
