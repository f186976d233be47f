import { addWorkingDays, builtInCalendar, isProvisional, workingDaysBetween, type HolidayCalendar } from "./calendar";
import { addDays, type IsoDate } from "./iso-date";

/** Time not counted: the day of the pause still counts, the day of the resumption does not. */
export interface PausedPeriod {
  readonly from: IsoDate;
  /** Absent while the clock stands still. */
  readonly to?: IsoDate;
}

/** A limit in working days; plain data, fit for storage. Counting starts the day after `startedOn`. */
export interface WorkingDayClock {
  readonly startedOn: IsoDate;
  readonly limit: number;
  /** In order of time, not overlapping. */
  readonly pausedPeriods: readonly PausedPeriod[];
}

export type Light = "paused" | "green" | "amber" | "red";

/** From this many remaining working days on the light is amber. */
export const AMBER_FROM = 2;

/** A clock that starts: the first counted day is the working day after `startedOn`. */
export function startClock(startedOn: IsoDate, limit: number): WorkingDayClock {
  return { startedOn, limit, pausedPeriods: [] };
}

/** True while the clock stands still, e.g. in 补正. */
export function isPaused(clock: WorkingDayClock): boolean {
  const last = clock.pausedPeriods.at(-1);
  return last !== undefined && last.to === undefined;
}

/** Stops the clock at the end of the day. */
export function pause(clock: WorkingDayClock, on: IsoDate): WorkingDayClock {
  const last = clock.pausedPeriods.at(-1);
  if (isPaused(clock)) throw new RangeError("the clock is paused already");
  if (on < (last?.to ?? clock.startedOn)) throw new RangeError(`the clock cannot be paused on ${on}, before its latest event`);
  return { ...clock, pausedPeriods: [...clock.pausedPeriods, { from: on }] };
}

/** Lets the clock run again: the first counted day is the working day after `on`. */
export function resume(clock: WorkingDayClock, on: IsoDate): WorkingDayClock {
  const last = clock.pausedPeriods.at(-1);
  if (last === undefined || last.to !== undefined) throw new RangeError("the clock is running already");
  if (on < last.from) throw new RangeError(`the clock cannot be resumed on ${on}, before its pause`);
  return { ...clock, pausedPeriods: [...clock.pausedPeriods.slice(0, -1), { from: last.from, to: on }] };
}

/** Gives n more working days (延长期限). */
export function extend(clock: WorkingDayClock, n: number): WorkingDayClock {
  return { ...clock, limit: clock.limit + n };
}

/** The last working day of the limit; undefined when it cannot be known before the clock resumes. */
export function dueOn(clock: WorkingDayClock, calendar: HolidayCalendar = builtInCalendar): IsoDate | undefined {
  let from = clock.startedOn;
  let left = clock.limit;
  for (const period of clock.pausedPeriods) {
    const counted = workingDaysBetween(from, period.from, calendar);
    if (counted > left) break;
    if (period.to === undefined) return undefined;
    left -= counted;
    from = period.to;
  }
  // Used up on the very day of the pause: the last working day that the pause covers.
  if (left === 0 && from !== clock.startedOn) return addWorkingDays(addDays(from, 1), -1, calendar);
  return addWorkingDays(from, left, calendar);
}

/** Working days left after today: 0 on the due date, negative when late; it stands still while paused. */
export function remaining(clock: WorkingDayClock, today: IsoDate, calendar: HolidayCalendar = builtInCalendar): number {
  let used = 0;
  let from: IsoDate | undefined = clock.startedOn;
  for (const period of clock.pausedPeriods) {
    if (from === undefined || period.from >= today) break;
    used += workingDaysBetween(from, period.from, calendar);
    from = period.to;
  }
  if (from !== undefined && from < today) used += workingDaysBetween(from, today, calendar);
  return clock.limit - used;
}

/** The traffic light of a work list. */
export function light(left: number, paused = false): Light {
  if (left < 0) return "red";
  if (paused) return "paused";
  return left <= AMBER_FROM ? "amber" : "green";
}

/** All that a page shows of a clock. */
export interface ClockReading {
  readonly dueOn: IsoDate | undefined;
  readonly remaining: number;
  readonly light: Light;
  /** True when the due date rests on a year whose days off are not published. */
  readonly provisional: boolean;
}

/** Reads a clock on a day. */
export function readClock(clock: WorkingDayClock, today: IsoDate, calendar: HolidayCalendar = builtInCalendar): ClockReading {
  const due = dueOn(clock, calendar);
  const left = remaining(clock, today, calendar);
  const lastYear = Number((due ?? today).slice(0, 4));
  const firstYear = Number(clock.startedOn.slice(0, 4));
  const years = Array.from({ length: Math.max(1, lastYear - firstYear + 1) }, (_, i) => firstYear + i);
  return {
    dueOn: due,
    remaining: left,
    light: due !== undefined && today > due ? "red" : light(left, isPaused(clock)),
    provisional: years.some((year) => isProvisional(year, calendar)),
  };
}
