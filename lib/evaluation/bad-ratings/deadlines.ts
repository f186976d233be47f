import { addWorkingDays, type HolidayCalendar, workingDaysBetween } from "@/lib/workflow/calendar";
import { light, type Light } from "@/lib/workflow/clock";
import type { IsoDate } from "@/lib/workflow/iso-date";
import type { HandlingDays } from "./handling-days";

export type { HandlingDays } from "./handling-days";

/** How sure a figure is: a source states it; one weak source or inference; nothing found, the value is provisional. */
type Confidence = "VERIFIED" | "LIKELY" | "UNKNOWN";

/** One limit in working days, with where it comes from. */
interface Limit {
  readonly label: string;
  /** What is counted, said once for pages and settings. */
  readonly counted: string;
  readonly value: number;
  readonly confidence: Confidence;
  readonly source: string;
}

const POLICY = "政务服务“好差评”差评办理的地方规定";

/** 差评办理的期限，工作日；全国没有统一的数，各地不同，管理员可以改。2021年1月1日 GB/T 39734-2020 施行起适用。 */
export const badRatingLimits = {
  verify: { label: "分派、核实", counted: "收到评价次日（分派）、分派次日（核实）", value: 1, confidence: "LIKELY", source: `${POLICY}（第一时间联系核实，未写天数）` },
  rectify: { label: "整改", counted: "收到评价次日", value: 5, confidence: "VERIFIED", source: `${POLICY}（德州五个工作日，北京七天）` },
  complex: { label: "情况复杂的整改", counted: "收到评价次日", value: 15, confidence: "VERIFIED", source: `${POLICY}（四川十五个工作日）` },
  callBack: { label: "回访", counted: "答复次日", value: 5, confidence: "UNKNOWN", source: "未找到来源，暂定" },
  appeal: { label: "申诉复核", counted: "提出申诉次日", value: 5, confidence: "UNKNOWN", source: "未找到来源，暂定" },
} as const satisfies Readonly<Record<string, Limit>>;

export type BadRatingLimit = keyof typeof badRatingLimits;

/** The limits as shipped; an administrator may set others. */
export const initialHandlingDays: HandlingDays = {
  verify: badRatingLimits.verify.value,
  rectify: badRatingLimits.rectify.value,
  complex: badRatingLimits.complex.value,
  callBack: badRatingLimits.callBack.value,
  appeal: badRatingLimits.appeal.value,
};

/** Until when a bad rating opened on this day is dispatched. */
export const verifyDueOn = (openedOn: IsoDate, days: HandlingDays, calendar: HolidayCalendar): IsoDate =>
  addWorkingDays(openedOn, days.verify, calendar);

/** Until when it is mended, or explained, and answered. */
export const rectifyDueOn = (from: IsoDate, complex: boolean, days: HandlingDays, calendar: HolidayCalendar): IsoDate =>
  addWorkingDays(from, complex ? days.complex : days.rectify, calendar);

/** Until when the rater is called back, counted from the answer. */
export const callBackDueOn = (answeredOn: IsoDate, days: HandlingDays, calendar: HolidayCalendar): IsoDate =>
  addWorkingDays(answeredOn, days.callBack, calendar);

/** Until when an appeal is decided, counted from the day it was raised. */
export const appealDueOn = (raisedOn: IsoDate, days: HandlingDays, calendar: HolidayCalendar): IsoDate =>
  addWorkingDays(raisedOn, days.appeal, calendar);

/** Both dates a bad rating is opened with, whichever way the rating came in. */
export function openingDeadlines(openedOn: IsoDate, days: HandlingDays, calendar: HolidayCalendar): { stageDueOn: IsoDate; rectifyDueOn: IsoDate } {
  return { stageDueOn: verifyDueOn(openedOn, days, calendar), rectifyDueOn: rectifyDueOn(openedOn, false, days, calendar) };
}

export interface DueReading {
  dueOn: IsoDate;
  /** Working days left: 0 on the day itself, negative when late. */
  left: number;
  light: Exclude<Light, "paused">;
  overdue: boolean;
}

/** How a stage stands today: green, amber from the day before, red when late. */
export function readDue(dueOn: IsoDate, today: IsoDate, calendar: HolidayCalendar): DueReading {
  const overdue = today > dueOn;
  const left = overdue ? Math.min(-1, workingDaysBetween(today, dueOn, calendar)) : workingDaysBetween(today, dueOn, calendar);
  return { dueOn, left, overdue, light: light(left) };
}

/** The limit as lists show it: 逾期 1 天、今日到期、剩 3 天. */
export function dueText({ left, overdue }: DueReading): string {
  if (overdue) return `逾期 ${-left} 个工作日`;
  return left === 0 ? "今日到期" : `剩 ${left} 个工作日`;
}

/** The day whose end has to be reminded of today: the next working day, so that a Friday reminds of Monday. */
export const reminderHorizon = (today: IsoDate, calendar: HolidayCalendar): IsoDate => addWorkingDays(today, 1, calendar);
