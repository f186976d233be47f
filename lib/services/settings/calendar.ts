import "server-only";
import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise } from "@/lib/access/can";
import { Refusal } from "@/lib/access/refusal";
import { type HolidayYearRow, listHolidayYears } from "@/lib/data/calendar";
import { holdClocks } from "@/lib/data/calendar-shifts";
import { db, transaction } from "@/lib/data/client";
import { lockSettings } from "@/lib/data/settings";
import type { CalendarPreview, CalendarView, CalendarYearView } from "@/lib/licensing/calendar-views";
import { today } from "@/lib/services/platform/clock";
import { requireUnchanged, versionOf } from "@/lib/services/platform/seen-version";
import { calendarFor, type HolidayCalendar, type HolidayYear } from "@/lib/workflow/calendar";
import { FIRST_YEAR, HolidayYearInput, LAST_YEAR } from "@/lib/workflow/holidays/holiday-year";
import { shanghaiDate } from "@/lib/workflow/iso-date";
import { changeTo, enact, movesOf } from "./calendar-change";
import { movedDates } from "./move-dates";

export { HolidayYearInput };

const EXAMPLES = 12;
/** 页面列出的年份：去年到后年。 */
const BEFORE = 1;
const AHEAD = 2;

/** 节假日页所见：各年的安排与选中的一年；只给系统管理员。 */
export async function getCalendar(actor: Actor, year?: number): Promise<CalendarView> {
  authorise(actor, "settings.edit");
  const [rows, on] = await Promise.all([listHolidayYears(db()), today(db())]);
  const calendar = calendarFor(rows);
  const thisYear = Number(on.slice(0, 4));
  const shown = new Set([...rows.map((row) => row.year), ...Array.from({ length: BEFORE + AHEAD + 1 }, (_, index) => thisYear - BEFORE + index)]);
  const chosen = year !== undefined && Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR ? year : thisYear;
  return { years: [...shown].sort((a, b) => a - b).map((one) => yearView(one, calendar, rows)), chosen: yearView(chosen, calendar, rows), today: on };
}

function yearView(year: number, calendar: HolidayCalendar, rows: readonly HolidayYearRow[]): CalendarYearView {
  const { source, provisional, daysOff, makeUpWorkdays } = calendar.yearOf(year);
  const version = versionOf(contentOf(calendar.yearOf(year)));
  const row = rows.find((one) => one.year === year);
  const recorded = row !== undefined && row.updatedById !== null;
  return { year, source, provisional, daysOff, makeUpWorkdays, recorded, updatedOn: recorded ? shanghaiDate(row.updatedAt) : "", version };
}

/** 一年里管理员看到、改得了的全部。 */
const contentOf = ({ source, provisional, daysOff, makeUpWorkdays }: HolidayYear) => ({ source, provisional, daysOff, makeUpWorkdays });

/** 若这样改，哪些在办案件与容缺任务的期限会变；什么也不写。 */
export async function previewCalendar(actor: Actor, input: HolidayYearInput): Promise<CalendarPreview> {
  authorise(actor, "settings.edit");
  const change = changeTo(await listHolidayYears(db()), input);
  const moves = await movesOf(db(), change);
  return { days: change.days, cases: moves.cases.length, tasks: moves.tasks.length, examples: movedDates(moves).slice(0, EXAMPLES) };
}

export const ChangeCalendarInput = z.object({
  wanted: HolidayYearInput,
  /** 改之前看到的那一份。 */
  version: z.string().max(60),
  /** 预览时说会变几件；此刻不同了，请管理员再看一遍。 */
  expected: z.object({ cases: z.int().nonnegative(), tasks: z.int().nonnegative() }),
});

/**
 * 启用一年的安排：年份、在办案件与容缺任务的期限、审计在一个事务里；改的当儿没有别人在改期限。
 * @returns 变了几件，与改后的版次：接着改的时候带回
 * @throws Refusal conflict 这一年别人先改过，或预览之后又有变化
 */
export async function changeCalendar(actor: Actor, { wanted, version, expected }: z.output<typeof ChangeCalendarInput>): Promise<{ cases: number; tasks: number; version: string }> {
  authorise(actor, "settings.edit");
  return transaction(async (tx) => {
    await lockSettings(tx);
    await holdClocks(tx);
    const change = changeTo(await listHolidayYears(tx), wanted);
    requireUnchanged(version, contentOf(change.before.yearOf(wanted.year)), `${wanted.year} 年的安排`);
    const moves = await movesOf(tx, change);
    if (moves.cases.length !== expected.cases || moves.tasks.length !== expected.tasks) throw new Refusal("conflict", "预览之后又有案件变动，请再预览一次");
    return { ...(await enact(tx, actor, change, moves)), version: versionOf(contentOf(change.after.yearOf(wanted.year))) };
  });
}
