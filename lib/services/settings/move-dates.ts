import {
  type ClockedRow, type ClockedTask, insertCaseEvents, insertMessages, listClockedCases, listClockedTasks, updateClocks, updateTaskDates, updateTodoDates,
} from "@/lib/data/calendar-shifts";
import type { Db } from "@/lib/data/client";
import type { MovedDate } from "@/lib/licensing/calendar-views";
import type { CaseClock } from "@/lib/licensing/case-clock";
import { clockUnder, promisedTo } from "@/lib/licensing/clock-shift";
import { type ClockedLimit, clockedLimits, calendarEvents } from "@/lib/terms/calendar";
import { codesOf } from "@/lib/terms/option-map";
import type { FollowUpKind } from "@/lib/terms/follow-ups";
import type { HolidayCalendar } from "@/lib/workflow/calendar";
import { formatChineseDate, shanghaiDate } from "@/lib/workflow/iso-date";

const DEFERRAL: FollowUpKind = "deferral";

interface MovedCase {
  row: ClockedRow;
  clock: CaseClock;
  moves: { limit: ClockedLimit; from: string; to: string }[];
}

interface MovedTask {
  row: ClockedTask;
  dueOn: string;
}

/** 换成新日历，哪些期限会变。 */
export interface Moves {
  cases: MovedCase[];
  tasks: MovedTask[];
}

/** 两份日历之间，期限不早于 from 的在办案件与容缺任务各变到哪一天；不变的不列。 */
export async function findMoves(db: Db, before: HolidayCalendar, after: HolidayCalendar, from: string): Promise<Moves> {
  const cases = (await listClockedCases(db, from)).map((row) => movedCase(row, before, after)).filter(({ moves }) => moves.length > 0);
  const tasks = (await listClockedTasks(db, DEFERRAL, from))
    .map((row) => ({ row, dueOn: promisedTo(shanghaiDate(row.openedAt), row.dueOn, before, after) }))
    .filter(({ row, dueOn }) => row.dueOn !== dueOn);
  return { cases, tasks };
}

function movedCase(row: ClockedRow, before: HolidayCalendar, after: HolidayCalendar): MovedCase {
  const on = (at: Date | null): string | null => (at === null ? null : shanghaiDate(at));
  const clock = clockUnder({ ...row, submittedOn: on(row.submittedAt), acceptedOn: on(row.acceptedAt) }, before, after);
  const columns = row.promisedDueOn === null ? (["stageDueOn"] as const) : (["promisedDueOn", "statutoryDueOn"] as const);
  const moves = columns.flatMap((column) => {
    const [from, to] = [row[column], clock[column]];
    return from !== null && to !== null && from !== to ? [{ limit: row.state === "correction" ? ("correction" as const) : column, from, to }] : [];
  });
  return { row, clock, moves };
}

/** 给人看的一行行：哪件、哪个期限、从哪天到哪天。 */
export function movedDates({ cases, tasks }: Moves): MovedDate[] {
  return [
    ...cases.flatMap(({ row, moves }) => moves.map(({ limit, from, to }) => ({ id: `${row.id}:${limit}`, number: row.number, enterprise: row.enterprise, what: clockedLimits[limit], from, to }))),
    ...tasks.map(({ row, dueOn }) => ({ id: row.id, number: row.number, enterprise: row.enterprise, what: clockedLimits.deferral, from: row.dueOn, to: dueOn })),
  ];
}

const sentence = ({ limit, from, to }: MovedCase["moves"][number]): string => `${clockedLimits[limit]}由${formatChineseDate(from)}改为${formatChineseDate(to)}`;

/** 写下新的期限：案件、任务与企业的待办一起改，经过里写明，给企业的期限顺延了的告诉企业。 */
export async function applyMoves(tx: Db, { cases, tasks }: Moves, by: { id: string | null; name: string; role: string }): Promise<void> {
  if (cases.length > 0) {
    await updateClocks(tx, cases.map(({ row, clock: { stageDueOn, promisedDueOn, statutoryDueOn } }) => ({ id: row.id, stageDueOn, promisedDueOn, statutoryDueOn })));
    await insertCaseEvents(tx, cases.map(({ row, moves }) => ({
      caseId: row.id, action: codesOf(calendarEvents)[0] ?? "", fromState: row.state, toState: row.state, actorId: by.id, actorName: by.name, actorRole: by.role, note: moves.map(sentence).join("；"),
    })));
  }
  const corrections = cases.filter(({ row }) => row.state === "correction");
  if (corrections.length > 0) await updateTodoDates(tx, "correction", corrections.map(({ row, clock }) => ({ caseId: row.id, dueOn: clock.stageDueOn ?? "" })));
  if (tasks.length > 0) {
    await updateTaskDates(tx, tasks.map(({ row, dueOn }) => ({ id: row.id, dueOn })));
    await updateTodoDates(tx, "deferredMaterial", tasks.map(({ row, dueOn }) => ({ caseId: row.caseId, dueOn })));
  }
  const told = [
    ...corrections.map(({ row, clock }) => ({ row, caseId: row.id, what: clockedLimits.correction, dueOn: clock.stageDueOn ?? "", href: `/applications/${row.id}` })),
    ...tasks.map(({ row, dueOn }) => ({ row, caseId: row.caseId, what: clockedLimits.deferral, dueOn, href: `/follow-ups/${row.id}` })),
  ];
  if (told.length === 0) return;
  await insertMessages(tx, told.map(({ row, caseId, what, dueOn, href }) => ({
    enterpriseId: row.enterpriseId, caseId, title: `${what}顺延`, body: `因节假日安排改动，${row.number} 的${what}顺延到${formatChineseDate(dueOn)}。`, href,
  })));
}
