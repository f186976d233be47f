import { addDays, type IsoDate, shanghaiMoment } from "@/lib/workflow/iso-date";
import { RATING_WINDOW_DAYS } from "./phone";

/** The last day on which a service finished on this day may be rated: of the to-do, of its page and of its code. */
export const lastRatingDay = (finishedOn: IsoDate): IsoDate => addDays(finishedOn, RATING_WINDOW_DAYS);

const MINUTE = 60_000;

/** “2026年11月28日 15:07”, from which it is possible: never before the instant, whose seconds are not shown. */
export const fromMoment = (instant: Date): string => shanghaiMoment(new Date(Math.ceil(instant.getTime() / MINUTE) * MINUTE));

/** The phone has rated within five days; from when it can again. */
export const takenWords = (until: Date): string => `这个手机号码五天内已评价过，${fromMoment(until)}之后可以再评`;

/** On the to-do that stays open after such a refusal (decision 31). */
export const againWords = (until: Date): string => `${fromMoment(until)} 起可以再评，也可换一个号码`;
