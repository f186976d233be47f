import type { HolidayYear } from "@/lib/workflow/calendar";
import { addDays, type IsoDate, isWeekend, weekdayOf } from "@/lib/workflow/iso-date";

/** 一天在年历上的样子：放假、调休上班、周末、平日。 */
export type DayKind = "off" | "work" | "weekend" | "weekday";

export type YearDays = Pick<HolidayYear, "daysOff" | "makeUpWorkdays">;

export const dayWords: Readonly<Record<DayKind, string>> = { off: "放假", work: "调休上班", weekend: "周末", weekday: "上班" };

export function kindOf(day: IsoDate, { daysOff, makeUpWorkdays }: YearDays): DayKind {
  if (daysOff.includes(day)) return "off";
  if (makeUpWorkdays.includes(day)) return "work";
  return isWeekend(day) ? "weekend" : "weekday";
}

const without = (days: readonly IsoDate[], day: IsoDate): IsoDate[] => days.filter((one) => one !== day);
const withDay = (days: readonly IsoDate[], day: IsoDate): IsoDate[] => [...without(days, day), day].sort();

/** 点一下：平日与放假互换；周末依次为休息、调休上班、放假。 */
export function toggled(day: IsoDate, { daysOff, makeUpWorkdays }: YearDays): YearDays {
  switch (kindOf(day, { daysOff, makeUpWorkdays })) {
    case "off":
      return { daysOff: without(daysOff, day), makeUpWorkdays };
    case "work":
      return { daysOff: withDay(daysOff, day), makeUpWorkdays: without(makeUpWorkdays, day) };
    case "weekend":
      return { daysOff, makeUpWorkdays: withDay(makeUpWorkdays, day) };
    default:
      return { daysOff: withDay(daysOff, day), makeUpWorkdays };
  }
}

/** 一个月排成一周周，星期一在前；空格为 undefined。 */
export function weeksOf(year: number, month: number): (IsoDate | undefined)[][] {
  const first = `${year}-${String(month).padStart(2, "0")}-01`;
  const cells: (IsoDate | undefined)[] = Array.from({ length: (weekdayOf(first) + 6) % 7 }, () => undefined);
  for (let day = first; day.slice(0, 7) === first.slice(0, 7); day = addDays(day, 1)) cells.push(day);
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => Array.from({ length: 7 }, (_unused, at) => cells[week * 7 + at]));
}

/** 方向键走到哪一天：左右一天，上下一周，翻页键一个月左右，不出这一年。 */
export function movedDay(day: IsoDate, key: string): IsoDate | undefined {
  const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7, PageUp: -28, PageDown: 28 };
  const step = steps[key];
  const to = step === undefined ? undefined : addDays(day, step);
  return to?.slice(0, 4) === day.slice(0, 4) ? to : undefined;
}
