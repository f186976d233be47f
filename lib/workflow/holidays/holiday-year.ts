import * as z from "zod";
import { type IsoDate, isIsoDate, isWeekend } from "../iso-date";

/** Days off and make-up workdays (调休) of one year, on top of the weekends. */
export interface HolidayYear {
  readonly year: number;
  /** The notice the days come from, shown where a date depends on them. */
  readonly source: string;
  /** True while no notice is published: only weekends and statutory days are known. */
  readonly provisional: boolean;
  readonly daysOff: readonly IsoDate[];
  readonly makeUpWorkdays: readonly IsoDate[];
}

export const FIRST_YEAR = 2020;
export const LAST_YEAR = 2099;

/** More days off than this in a year is a mistake, not a notice. */
const MOST_DAYS = 120;

const Days = z.array(z.string().refine(isIsoDate, "请填写日历上有的日子")).max(MOST_DAYS, `请核对，一年不会超过 ${MOST_DAYS} 天`).transform((days) => [...new Set(days)].sort());

/** One year as an administrator enters it. */
export const HolidayYearInput = z
  .object({
    year: z.int("请选择年份").min(FIRST_YEAR, `请选择 ${FIRST_YEAR} 年以后的年份`).max(LAST_YEAR, `请选择 ${LAST_YEAR} 年以前的年份`),
    source: z.string().trim().min(1, "请写明依据的通知").max(300, "请将依据控制在 300 字以内"),
    provisional: z.boolean(),
    daysOff: Days,
    makeUpWorkdays: Days,
  })
  .superRefine(({ year, daysOff, makeUpWorkdays }, context) => {
    const refuse = (path: "daysOff" | "makeUpWorkdays", message: string): void => context.addIssue({ code: "custom", path: [path], message });
    const outside = (days: readonly string[]): string | undefined => days.find((day) => !day.startsWith(`${year}-`));
    for (const [path, day] of [["daysOff", outside(daysOff)], ["makeUpWorkdays", outside(makeUpWorkdays)]] as const) {
      if (day !== undefined) refuse(path, `请只填 ${year} 年的日子，${day} 不在其内`);
    }
    const both = daysOff.find((day) => makeUpWorkdays.includes(day));
    if (both) refuse("makeUpWorkdays", `请核对 ${both}，它不能既放假又上班`);
    const weekday = makeUpWorkdays.find((day) => !isWeekend(day));
    if (weekday) refuse("makeUpWorkdays", `请核对 ${weekday}，调休上班的只能是星期六或星期日`);
  });

export type HolidayYearInput = z.output<typeof HolidayYearInput>;
