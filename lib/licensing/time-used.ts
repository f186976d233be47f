import { type HolidayCalendar, workingDaysBetween } from "@/lib/workflow/calendar";
import { type IsoDate, shanghaiDate } from "@/lib/workflow/iso-date";
import { type CaseClock, stoppedDays } from "./case-clock";
import type { TimeUsed } from "./case-views";
import { limits } from "./rule-sets/limits";

/** 算用时所需的案件。 */
export interface TimedCase extends CaseClock {
  submittedAt: Date | null;
  acceptedAt: Date | null;
  finishedAt: Date | null;
}

/**
 * 用了几个工作日、时限是几个：受理之前对着形审的时限，受理之后对着承诺与法定的；停表的日子两边都不算。
 * 没有提交过的为 undefined。
 */
export function timeUsed(found: TimedCase, today: IsoDate, calendar: HolidayCalendar): TimeUsed | undefined {
  const until = found.finishedAt ? shanghaiDate(found.finishedAt) : (found.clockPausedOn ?? today);
  const ended = found.finishedAt ? "办结" : "今";
  const paused = found.finishedAt === null && found.clockPausedOn !== null;
  if (found.acceptedAt) {
    const from = shanghaiDate(found.acceptedAt);
    const stopped = stoppedDays(found.clockStops, calendar);
    const lasting = (to: IsoDate): number => Math.max(0, workingDaysBetween(from, to, calendar) - stopped);
    const due = [["承诺", found.promisedDueOn], ["法定", found.statutoryDueOn]] as const;
    return { span: `受理至${ended}`, used: lasting(until), limits: due.flatMap(([label, on]) => (on ? [{ label, days: lasting(on) }] : [])), paused };
  }
  if (!found.submittedAt) return undefined;
  return {
    span: `本次提交至${ended}`, used: Math.max(0, workingDaysBetween(shanghaiDate(found.submittedAt), until, calendar)), limits: [{ label: "形审", days: limits.intake.value }], paused,
  };
}
