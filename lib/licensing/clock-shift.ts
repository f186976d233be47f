import { addWorkingDays, type HolidayCalendar, workingDaysBetween } from "@/lib/workflow/calendar";
import { addDays, type IsoDate } from "@/lib/workflow/iso-date";
import { type CaseClock, stoppedDays } from "./case-clock";

/** 一件在办案件的期限与起算日。 */
export interface ClockedCase extends CaseClock {
  /** 最近一次提交、受理是哪一天。 */
  submittedOn: IsoDate | null;
  acceptedOn: IsoDate | null;
}

/** 同样多的工作日，按另一份日历数到哪一天。 */
function recount(from: IsoDate, dueOn: IsoDate, [before, after]: readonly [HolidayCalendar, HolidayCalendar], stops: readonly string[] = []): IsoDate {
  const counted = workingDaysBetween(from, dueOn, before) - stoppedDays(stops, before);
  return addWorkingDays(from, counted + stoppedDays(stops, after), after);
}

const latest = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b);

/**
 * 日历改了之后一件在办案件的期限：机关的期限按工作日重算，早了晚了都照新的数；
 * 给企业的补正期限已经告知，只顺延、不提前（ADR 0025）。
 */
export function clockUnder(found: ClockedCase, before: HolidayCalendar, after: HolidayCalendar): CaseClock {
  const { stageDueOn, promisedDueOn, statutoryDueOn, clockPausedOn, clockStops, acceptedOn, submittedOn } = found;
  const both = [before, after] as const;
  if (promisedDueOn !== null && acceptedOn !== null) {
    const promised = recount(acceptedOn, promisedDueOn, both, clockStops);
    return {
      promisedDueOn: promised, statutoryDueOn: statutoryDueOn === null ? null : recount(acceptedOn, statutoryDueOn, both, clockStops),
      stageDueOn: stageDueOn === promisedDueOn ? promised : stageDueOn, clockPausedOn, clockStops,
    };
  }
  const unchanged = { stageDueOn, promisedDueOn, statutoryDueOn, clockPausedOn, clockStops };
  if (stageDueOn === null) return unchanged;
  if (clockPausedOn !== null) return { ...unchanged, stageDueOn: promisedTo(clockPausedOn, stageDueOn, before, after) };
  return submittedOn === null ? unchanged : { ...unchanged, stageDueOn: recount(submittedOn, stageDueOn, both) };
}

/** 已经告知企业的期限（补正、容缺补齐）：按新日历更晚的顺延，更早的不变。 */
export function promisedTo(from: IsoDate, dueOn: IsoDate, before: HolidayCalendar, after: HolidayCalendar): IsoDate {
  return latest(dueOn, recount(from, dueOn, [before, after]));
}

/** 两份日历对这一年的说法不同的日子，从早到晚；到期早于第一个的期限不会变。 */
export function differingDays(year: number, before: HolidayCalendar, after: HolidayCalendar): IsoDate[] {
  const days: IsoDate[] = [];
  for (let day = `${year}-01-01`; day.startsWith(`${year}-`); day = addDays(day, 1)) {
    if (workingDaysBetween(addDays(day, -1), day, before) !== workingDaysBetween(addDays(day, -1), day, after)) days.push(day);
  }
  return days;
}
