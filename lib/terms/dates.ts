/** 2026-03-01 → 2026年3月1日；不是日历日的原样留下。 */
export function formatChineseDate(value: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  return parts ? `${parts[1]}年${Number(parts[2])}月${Number(parts[3])}日` : value;
}

/** 星期一在前，如日历的列。 */
export const weekdays = ["一", "二", "三", "四", "五", "六", "日"] as const;
