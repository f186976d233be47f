import type { IsoDate } from "../iso-date";

/** Days off and make-up workdays (调休) of one year, on top of the weekends. */
export interface HolidayYear {
  readonly year: number;
  /** The notice the days come from, shown where a date depends on them. */
  readonly source: string;
  /** True while no notice is published: only weekends and statutory days are known. */
  readonly provisional: boolean;
  readonly daysOff: readonly IsoDate[];
  readonly makeUpWorkdays: readonly IsoDate[];
}
