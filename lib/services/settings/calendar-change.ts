import type { Actor } from "@/lib/access/actor";
import { type HolidayYearRow, upsertHolidayYear } from "@/lib/data/calendar";
import type { Db } from "@/lib/data/client";
import { differingDays } from "@/lib/licensing/clock-shift";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { calendarFor, type HolidayCalendar, type HolidayYear } from "@/lib/workflow/calendar";
import { applyMoves, findMoves, type Moves } from "./move-dates";

/** 一年的安排由现在的换成要的。 */
export interface CalendarChange {
  wanted: HolidayYear;
  /** 说法不同的日子。 */
  days: string[];
  before: HolidayCalendar;
  after: HolidayCalendar;
}

/** 登记过的各年之上，换掉这一年会有什么不同。 */
export function changeTo(rows: readonly HolidayYearRow[], wanted: HolidayYear): CalendarChange {
  const [before, after] = [calendarFor(rows), calendarFor([...rows.filter(({ year }) => year !== wanted.year), wanted])];
  return { wanted, before, after, days: differingDays(wanted.year, before, after) };
}

/** 哪些期限随之变动；工作日没有差别的都不变。 */
export async function movesOf(database: Db, { days: [first], before, after }: CalendarChange): Promise<Moves> {
  return first === undefined ? { cases: [], tasks: [] } : findMoves(database, before, after, first);
}

/** 写下这一年、变动的期限与审计；调用的人先占住设置与期限。 */
export async function enact(tx: Db, actor: Actor, { wanted, before }: CalendarChange, moves: Moves): Promise<{ cases: number; tasks: number }> {
  const { source, provisional, daysOff, makeUpWorkdays } = before.yearOf(wanted.year);
  const by = actor.kind === "staff" ? { id: actor.accountId, name: actor.name, role: "administrator" } : { id: null, name: actor.kind === "system" ? actor.name : "", role: "system" };
  const moved = { cases: moves.cases.length, tasks: moves.tasks.length };
  await upsertHolidayYear(tx, wanted, by.id);
  await applyMoves(tx, moves, by);
  await recordAudit(tx, {
    actor, action: "settings.calendar", subject: "HolidayYear", subjectId: String(wanted.year),
    detail: {
      before: { source, provisional, daysOff: [...daysOff], makeUpWorkdays: [...makeUpWorkdays] },
      after: { source: wanted.source, provisional: wanted.provisional, daysOff: [...wanted.daysOff], makeUpWorkdays: [...wanted.makeUpWorkdays] }, ...moved,
    },
  });
  return moved;
}
