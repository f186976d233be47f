import { listOf, type Row, textOf } from "@/lib/forms/answers";
import { isMonth } from "@/lib/forms/kinds/dates";
import { categories, type CategoryCode } from "@/lib/terms/categories";

/** 2026-03 → 自公元零年起的第几个月。 */
const monthIndex = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

function monthsIn(row: Row, thisMonth: string): number[] {
  const [from, to] = [textOf(row, "from"), textOf(row, "to") || thisMonth];
  if (!isMonth(from) || !isMonth(to)) return [];
  const start = monthIndex(from);
  const end = Math.min(monthIndex(to), monthIndex(thisMonth));
  return Array.from({ length: Math.max(0, end - start + 1) }, (_, i) => start + i);
}

/** 相关管理工作的月数：只计勾选了管理工作、且从事活动属于该类别的经历；重叠的月份计一次，起止两月都计。 */
export function managementMonths(rows: readonly Row[], category: CategoryCode, today: string): number {
  const relevant = rows.filter((row) => row.isManagement === true && listOf(row, "category").includes(category));
  return new Set(relevant.flatMap((row) => monthsIn(row, today.slice(0, 7)))).size;
}

/** 「9 年 4 个月」；整年不说月，不满一年不说年。 */
export function monthsInWords(months: number): string {
  const [years, rest] = [Math.floor(months / 12), months % 12];
  if (years === 0) return `${rest} 个月`;
  return rest === 0 ? `${years} 年` : `${years} 年 ${rest} 个月`;
}

/** 各类别的年限；都一样时只说一个，没有选类别时为空。 */
export function managementYearsText(rows: readonly Row[], applied: readonly CategoryCode[], today: string): string {
  const texts = applied.map((category) => ({ category, text: monthsInWords(managementMonths(rows, category, today)) }));
  const [first, ...others] = texts;
  if (!first) return "";
  if (others.every((other) => other.text === first.text)) return first.text;
  return texts.map(({ category, text }) => `${categories[category]} ${text}`).join("，");
}
