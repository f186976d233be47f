import { addWorkingDays, type HolidayCalendar, isProvisional, workingDaysBetween } from "@/lib/workflow/calendar";
import { light, type Light } from "@/lib/workflow/clock";
import type { IsoDate } from "@/lib/workflow/iso-date";
import type { ClockEffect } from "@/lib/workflow/transition";
import type { ApplicationStateCode } from "@/lib/terms/states";
import { limits } from "./rule-sets/limits";

/** 案件上的期限列：到期日、现在停表自哪天起、受理后已经过去的停表。 */
export interface CaseClock {
  stageDueOn: IsoDate | null;
  promisedDueOn: IsoDate | null;
  statutoryDueOn: IsoDate | null;
  clockPausedOn: IsoDate | null;
  /** 起/止，如 2026-12-01/2026-12-08；日历改了据此重算。 */
  clockStops: string[];
}

export const noClock: CaseClock = { stageDueOn: null, promisedDueOn: null, statutoryDueOn: null, clockPausedOn: null, clockStops: [] };

/** 受理之后已经过去的停表共几个工作日。 */
export const stoppedDays = (stops: readonly string[], calendar: HolidayCalendar): number =>
  stops.reduce((sum, stop) => {
    const [from = "", to = ""] = stop.split("/");
    return sum + Math.max(0, workingDaysBetween(from, to, calendar));
  }, 0);

/** 受理后的停表，正停着的算到今天；受理前等补正的不计。 */
const stopsUntil = ({ promisedDueOn, clockPausedOn, clockStops }: CaseClock, today: IsoDate): string[] =>
  promisedDueOn === null || clockPausedOn === null ? clockStops : [...clockStops, `${clockPausedOn}/${today}`];

/** 复表：办结期限顺延停表的工作日；受理前复表则重新起算形审期限（决定十六）。 */
function resumed(clock: CaseClock, today: IsoDate, calendar: HolidayCalendar): CaseClock {
  const { clockPausedOn } = clock;
  const days = clockPausedOn === null ? 0 : Math.max(0, workingDaysBetween(clockPausedOn, today, calendar));
  const later = (date: IsoDate | null): IsoDate | null => (date === null ? null : addWorkingDays(date, days, calendar));
  const promisedDueOn = later(clock.promisedDueOn);
  return {
    stageDueOn: promisedDueOn ?? addWorkingDays(today, limits.intake.value, calendar),
    promisedDueOn,
    statutoryDueOn: later(clock.statutoryDueOn),
    clockPausedOn: null,
    clockStops: stopsUntil(clock, today),
  };
}

/** 延长期限：承诺与法定期限各自顺延（行政许可法第四十二条，经机关负责人批准）。停着的表仍停着。 */
function extended(clock: CaseClock, calendar: HolidayCalendar): CaseClock {
  const later = (date: IsoDate | null): IsoDate | null => (date === null ? null : addWorkingDays(date, limits.statutoryExtension.value, calendar));
  const promisedDueOn = later(clock.promisedDueOn);
  return { ...columnsOf(clock), stageDueOn: promisedDueOn, promisedDueOn, statutoryDueOn: later(clock.statutoryDueOn) };
}

/** 传进来的可以是整行案件，只取期限列。 */
const columnsOf = ({ stageDueOn, promisedDueOn, statutoryDueOn, clockPausedOn, clockStops }: CaseClock): CaseClock => ({ stageDueOn, promisedDueOn, statutoryDueOn, clockPausedOn, clockStops });

/**
 * 一个动作之后的期限。依据：行政许可法第三十二条（五日）、第四十二条（二十日）、第四十五条（停表）。
 * @param promisedDays 本业务承诺的办结工作日
 */
export function clockAfter(effect: ClockEffect | undefined, clock: CaseClock, today: IsoDate, promisedDays: number, calendar: HolidayCalendar): CaseClock {
  const after = (days: number): IsoDate => addWorkingDays(today, days, calendar);
  switch (effect) {
    case "intake":
      return { ...noClock, stageDueOn: after(limits.intake.value) };
    case "pause":
      return { ...columnsOf(clock), stageDueOn: after(limits.correction.value), clockPausedOn: today };
    case "suspend":
      return { ...columnsOf(clock), clockPausedOn: today };
    case "resume":
      return resumed(clock, today, calendar);
    case "extend":
      return extended(clock, calendar);
    case "decision":
      return { ...noClock, stageDueOn: after(promisedDays), promisedDueOn: after(promisedDays), statutoryDueOn: after(limits.statutoryDecision.value) };
    case "stop":
      return { ...columnsOf(clock), stageDueOn: null, clockPausedOn: null, clockStops: stopsUntil(clock, today) };
    default:
      return columnsOf(clock);
  }
}

/** 期限已过；到期那一天还不算。 */
export const hasLapsed = (dueOn: IsoDate | null, today: IsoDate): boolean => dueOn !== null && dueOn < today;

/** 距到期还有几个工作日；到期日一过即为逾期，过后的休息日也算逾期 1 日。 */
export function workingDaysLeft(dueOn: IsoDate, today: IsoDate, calendar: HolidayCalendar): number {
  return dueOn < today ? -Math.max(1, workingDaysBetween(dueOn, today, calendar)) : workingDaysBetween(today, dueOn, calendar);
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

/** 为什么停表（行政许可法第四十五条）：补正，或者受理之后的现场核查。 */
export const pauseReason = (state: ApplicationStateCode): string => (state === "correction" ? "等企业补正" : "现场核查");

/** 到期日落在还没有公布节假日安排的年份，以后可能变动。 */
export const isProvisionalDate = (dueOn: IsoDate, calendar: HolidayCalendar): boolean => isProvisional(Number(dueOn.slice(0, 4)), calendar);

/** 通知里说的期限：到哪天，是不是暂定。 */
export const dueValues = (dueOn: IsoDate | null, calendar: HolidayCalendar): { dueOn?: string; dueProvisional?: boolean } =>
  dueOn === null ? {} : { dueOn, ...(isProvisionalDate(dueOn, calendar) ? { dueProvisional: true } : {}) };

/** 尚未公布安排的年份里的日子，标明暂定。 */
export const provisionalMark = (dueOn: IsoDate, calendar: HolidayCalendar): string => (isProvisionalDate(dueOn, calendar) ? "暂定" : "");

/** 案件列表上一件的期限所需。 */
export type DueColumns = Pick<CaseClock, "stageDueOn"> & Partial<Pick<CaseClock, "promisedDueOn" | "statutoryDueOn" | "clockPausedOn">>;

/**
 * 剩余工作日。受理前按本环节；受理后灯随承诺期限，旁边总有法定期限；超过承诺而未到法定期限的说“超承诺 n”，过了法定期限才是“逾期 n”（决定十七）。
 * 待补正为暂停计时，附补正期限。
 */
export function dueWords(state: ApplicationStateCode, columns: DueColumns, today: IsoDate, calendar: HolidayCalendar): DueWords {
  const { stageDueOn, promisedDueOn = null, statutoryDueOn = null, clockPausedOn = null } = columns;
  if (stageDueOn === null) return { word: "", tone: "none", note: "" };
  const left = (date: IsoDate): number => workingDaysLeft(date, today, calendar);
  const shown = (date: IsoDate): string => `${monthDay(date)}${provisionalMark(date, calendar)}`;
  if (state === "correction") {
    const remaining = left(stageDueOn);
    return remaining >= 0 ? { word: "暂停计时", tone: "paused", note: `补正至 ${shown(stageDueOn)}` } : { word: `补正${counted(remaining)}`, tone: "red", note: "" };
  }
  if (clockPausedOn !== null) return { word: "暂停计时", tone: "paused", note: `自 ${monthDay(clockPausedOn)} 起` };
  if (promisedDueOn === null || statutoryDueOn === null) return intakeWords(state, stageDueOn, left(stageDueOn), calendar);
  const [promised, statutory] = [left(promisedDueOn), left(statutoryDueOn)];
  const note = `${isProvisionalDate(promisedDueOn, calendar) && promisedDueOn !== statutoryDueOn ? `承诺 ${shown(promisedDueOn)}，` : ""}法定 ${shown(statutoryDueOn)}`;
  if (statutory < 0) return { word: counted(statutory), tone: "red", note };
  if (promised < 0) return { word: `超承诺 ${-promised}`, tone: "red", note };
  return { word: counted(promised), tone: light(promised), note };
}

/** 形审环节：五个工作日过了仍没有答复的，视为受理。 */
function intakeWords(state: ApplicationStateCode, dueOn: IsoDate, remaining: number, calendar: HolidayCalendar): DueWords {
  const tacit = state === "submitted" && remaining < 0 ? `${monthDay(addWorkingDays(dueOn, 1, calendar))} 起视为受理` : "";
  return { word: counted(remaining), tone: light(remaining), note: tacit || (isProvisionalDate(dueOn, calendar) ? `${monthDay(dueOn)} 暂定` : "") };
}
