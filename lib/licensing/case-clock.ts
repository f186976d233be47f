import { addWorkingDays, workingDaysBetween } from "@/lib/workflow/calendar";
import { light, type Light } from "@/lib/workflow/clock";
import type { IsoDate } from "@/lib/workflow/iso-date";
import type { ClockEffect } from "@/lib/workflow/transition";
import type { ApplicationStateCode } from "@/lib/terms/states";
import { limits } from "./rule-sets/limits";

/** 案件上的期限列，都是到期日。 */
export interface CaseClock {
  stageDueOn: IsoDate | null;
  promisedDueOn: IsoDate | null;
  statutoryDueOn: IsoDate | null;
  clockPausedOn: IsoDate | null;
}

export const noClock: CaseClock = { stageDueOn: null, promisedDueOn: null, statutoryDueOn: null, clockPausedOn: null };

const later = (date: IsoDate | null, days: number): IsoDate | null => (date === null ? null : addWorkingDays(date, days));

/** 复表：办结期限顺延停表的工作日；受理前复表则重新起算形审期限（决定十六）。 */
function resumed(clock: CaseClock, today: IsoDate): CaseClock {
  const days = clock.clockPausedOn === null ? 0 : Math.max(0, workingDaysBetween(clock.clockPausedOn, today));
  const promisedDueOn = later(clock.promisedDueOn, days);
  return {
    stageDueOn: promisedDueOn ?? addWorkingDays(today, limits.intake.value),
    promisedDueOn,
    statutoryDueOn: later(clock.statutoryDueOn, days),
    clockPausedOn: null,
  };
}

/** 传进来的可以是整行案件，只取期限列。 */
const columnsOf = ({ stageDueOn, promisedDueOn, statutoryDueOn, clockPausedOn }: CaseClock): CaseClock => ({ stageDueOn, promisedDueOn, statutoryDueOn, clockPausedOn });

/**
 * 一个动作之后的期限。依据：行政许可法第三十二条（五日）、第四十二条（二十日）、第四十五条（停表）。
 * @param promisedDays 本业务承诺的办结工作日
 */
export function clockAfter(effect: ClockEffect | undefined, clock: CaseClock, today: IsoDate, promisedDays: number): CaseClock {
  switch (effect) {
    case "intake":
      return { ...noClock, stageDueOn: addWorkingDays(today, limits.intake.value) };
    case "pause":
      return { ...columnsOf(clock), stageDueOn: addWorkingDays(today, limits.correction.value), clockPausedOn: today };
    case "resume":
      return resumed(clock, today);
    case "decision": {
      const promisedDueOn = addWorkingDays(today, promisedDays);
      return { stageDueOn: promisedDueOn, promisedDueOn, statutoryDueOn: addWorkingDays(today, limits.statutoryDecision.value), clockPausedOn: null };
    }
    case "stop":
      return { ...columnsOf(clock), stageDueOn: null, clockPausedOn: null };
    default:
      return columnsOf(clock);
  }
}

/** 期限已过；到期那一天还不算。 */
export const hasLapsed = (dueOn: IsoDate | null, today: IsoDate): boolean => dueOn !== null && dueOn < today;

/** 距到期还有几个工作日；到期日一过即为逾期，过后的休息日也算逾期 1 日。 */
export function workingDaysLeft(dueOn: IsoDate, today: IsoDate): number {
  return dueOn < today ? -Math.max(1, workingDaysBetween(dueOn, today)) : workingDaysBetween(today, dueOn);
}

/** 期限给人看的样子：先说字，颜色只是重复。 */
export interface DueWords {
  word: string;
  tone: Light | "none";
  note: string;
}

const monthDay = (date: IsoDate): string => date.slice(5);

function counted(remaining: number): string {
  if (remaining < 0) return `逾期 ${-remaining}`;
  return remaining === 0 ? "今日到期" : `剩 ${remaining}`;
}

/** 剩余工作日：逾期 n / 今日到期 / 剩 n；待补正为暂停计时，附补正期限。 */
export function dueWords(state: ApplicationStateCode, dueOn: IsoDate | null, today: IsoDate): DueWords {
  if (dueOn === null) return { word: "", tone: "none", note: "" };
  const remaining = workingDaysLeft(dueOn, today);
  if (state === "correction" && remaining >= 0) return { word: "暂停计时", tone: "paused", note: `补正至 ${monthDay(dueOn)}` };
  if (state === "correction") return { word: `补正${counted(remaining)}`, tone: "red", note: "" };
  const tacit = state === "submitted" && remaining < 0 ? `${monthDay(addWorkingDays(dueOn, 1))} 起视为受理` : "";
  return { word: counted(remaining), tone: light(remaining), note: tacit };
}
