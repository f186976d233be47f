import { type FilterKind, type Misreadings, monthFilter, readFilters, reversedIn } from "./address-filters";
import { faultInMonth } from "./kinds/dates";

type MonthEnd = "from" | "to";

/** 地址里写的起讫两个月份：认得出的，与认不出的、写反了的；有一样不对就不统计，请人改。 */
export interface MonthRange {
  read: Partial<Record<MonthEnd, string>>;
  misread: Misreadings<MonthEnd>;
}

/** 统计只有本世纪的。 */
const month: FilterKind = { ...monthFilter, judge: (text) => faultInMonth(text) ?? (text.startsWith("20") ? undefined : "请输入 2000-01 至 2099-12 的年月") };

/** 读两个月份；没有写的不算。 */
export function readMonthRange(raw: Readonly<Partial<Record<MonthEnd, unknown>>>): MonthRange {
  const { read, misread } = readFilters<MonthEnd>(raw, { from: month, to: month });
  return { read, misread: { ...misread, ...reversedIn(read, "from", "to") } };
}
