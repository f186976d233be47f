import type { HolidayYear } from "@/lib/workflow/calendar";

/** 一年的安排，管理员看到的样子。 */
export interface CalendarYearView extends HolidayYear {
  /** 管理员登记过；否则随系统附带，或者还没有收录。 */
  recorded: boolean;
  updatedOn: string;
  /** 所见的内容；改的时候带回，据此认出别人先改过。 */
  version: string;
}

export interface CalendarView {
  years: CalendarYearView[];
  chosen: CalendarYearView;
  today: string;
}

/** 改了之后会变的一个期限。 */
export interface MovedDate {
  id: string;
  number: string;
  enterprise: string;
  /** 哪个期限。 */
  what: string;
  from: string;
  to: string;
}

/** 改了会怎样：变几件，举例。 */
export interface CalendarPreview {
  /** 与现在的安排相比，说法不同的日子。 */
  days: string[];
  cases: number;
  tasks: number;
  examples: MovedDate[];
}
