import "server-only";
import type { Actor } from "@/lib/access/actor";
import { type HolidayYearRow, listHolidayYears, upsertHolidayYear } from "@/lib/data/calendar";
import { holdClocks } from "@/lib/data/calendar-shifts";
import { db, transaction } from "@/lib/data/client";
import { lockSettings } from "@/lib/data/settings";
import { changeTo, enact, movesOf } from "@/lib/services/settings/calendar-change";
import { builtInYears, type HolidayYear } from "@/lib/workflow/calendar";
import { requireSystem } from "./system-actor";

/** 这一年照随系统附带的：库里没有，或者库里记的就是某一版附带的。管理员登记过的不在内。 */
const follows = (row: HolidayYearRow | undefined): boolean => row === undefined || row.updatedById === null;

/** 还开着的旧版服务器不把已公布的年份退回暂定的。 */
const wouldWithdraw = (row: HolidayYearRow, year: HolidayYear): boolean => !row.provisional && year.provisional;

const same = (a: HolidayYear, b: HolidayYear): boolean => facts(a) === facts(b);
const facts = ({ source, provisional, daysOff, makeUpWorkdays }: HolidayYear): string => JSON.stringify([source, provisional, [...daysOff], [...makeUpWorkdays]]);

/**
 * 把随系统附带的各年记进库里：期限是照哪一份算的，从此有据可查，新旧版本的服务器同时开着也照同一份。
 * 新版附带的安排不同了（如年度通知已公布），在办案件的期限随之重算；管理员登记过的年份不动。
 */
export async function adoptCalendar(actor: Actor): Promise<{ adopted: number; moved: number }> {
  const system = requireSystem(actor);
  const stale = (rows: readonly HolidayYearRow[]): HolidayYear[] =>
    builtInYears.filter((year) => {
      const row = rows.find((one) => one.year === year.year);
      return follows(row) && !(row && (same(row, year) || wouldWithdraw(row, year)));
    });
  if (stale(await listHolidayYears(db())).length === 0) return { adopted: 0, moved: 0 };
  return transaction(async (tx) => {
    await lockSettings(tx);
    await holdClocks(tx);
    const outcome = { adopted: 0, moved: 0 };
    for (const year of stale(await listHolidayYears(tx))) {
      const rows = await listHolidayYears(tx);
      outcome.adopted += 1;
      if (!rows.some((row) => row.year === year.year)) {
        await upsertHolidayYear(tx, year, null);
        continue;
      }
      const change = changeTo(rows, year);
      const { cases, tasks } = await enact(tx, system, change, await movesOf(tx, change));
      outcome.moved += cases + tasks;
    }
    return outcome;
  });
}
