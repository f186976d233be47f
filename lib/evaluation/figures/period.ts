import type { IsoDate } from "@/lib/workflow/iso-date";
import { addMonthsTo, findPeriod, type Period, quarterOf } from "@/lib/workflow/period";

/** 公示的季度：季度结束满这么多天，差评的核实、申诉大多已有结果。 */
export const PUBLISHED_AFTER_DAYS = 20;

/** 已公示的季度，新的在前，至多 count 个；互不重叠，也不另公示年度合计，减不出被隐去的。 */
export function publishedQuarters(dayAgo: IsoDate, count: number): Period[] {
  const current = quarterOf(dayAgo.slice(0, 7));
  const start = findPeriod(current)?.from ?? dayAgo.slice(0, 7);
  return Array.from({ length: count }, (_, index) => findPeriod(quarterOf(addMonthsTo(start, -3 * (index + 1))))).flatMap((period) => period ?? []);
}
