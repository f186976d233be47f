import { type HolidayCalendar, isWorkingDay } from "@/lib/workflow/calendar";
import { addDays, type IsoDate } from "@/lib/workflow/iso-date";
import { addMonthsTo, type Period } from "@/lib/workflow/period";

/** 工作日历：自 since 起每一天为止有几个工作日；两日之差即其间的工作日。 */
export interface DayCounts {
  since: IsoDate;
  counts: readonly number[];
}

/** 受理至决定再长也不会超过这么多个月；更早受理的从这里算起。 */
const MONTHS_BEFORE = 36;

/** 自期间之前三年起，每一天为止有几个工作日：两日之差即其间的工作日，库里不必懂节假日。 */
export function workingDayCounts({ from, to }: Pick<Period, "from" | "to">, calendar: HolidayCalendar): DayCounts {
  const since = `${addMonthsTo(from, -MONTHS_BEFORE)}-01`;
  const end = `${addMonthsTo(to, 1)}-01`;
  const counts: number[] = [];
  for (let day = since; day < end; day = addDays(day, 1)) counts.push((counts.at(-1) ?? 0) + Number(isWorkingDay(day, calendar)));
  return { since, counts };
}
