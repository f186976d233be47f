import { formatChineseDate } from "@/lib/terms/dates";
import { textLike } from "./kind";

const DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;
const MONTH = /^(\d{4})[-/.年](\d{1,2})月?$/;
/** 已经是存的样子：多半如此，不必再整理。 */
const STORED_DAY = /^\d{4}-\d{2}-\d{2}$/;
const STORED_MONTH = /^\d{4}-\d{2}$/;

const pad = (part: string): string => part.padStart(2, "0");

/** 「2026/3/1」「2026年3月1日」「20260301」都写成 2026-03-01；认不出的原样留下。 */
export function normaliseDate(value: string): string {
  if (STORED_DAY.test(value)) return value;
  const tidy = value.normalize("NFKC").replace(/\s/g, "");
  const parts = DAY.exec(tidy.replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3"));
  return parts ? `${parts[1]}-${pad(parts[2] ?? "")}-${pad(parts[3] ?? "")}` : tidy;
}

export function normaliseMonth(value: string): string {
  if (STORED_MONTH.test(value)) return value;
  const tidy = value.normalize("NFKC").replace(/\s/g, "");
  const parts = MONTH.exec(tidy.replace(/^(\d{4})(\d{2})$/, "$1-$2"));
  return parts ? `${parts[1]}-${pad(parts[2] ?? "")}` : tidy;
}

/** 真实存在的日历日。 */
export function isDate(value: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!parts) return false;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

export function isMonth(value: string): boolean {
  return /^(19|20)\d{2}-(0[1-9]|1[0-2])$/.test(value);
}

/** 写的不是真实的日历日时怎样说；是的为空。 */
export function faultInDate(value: string): string | undefined {
  return isDate(value) ? undefined : "请输入真实的日期，如 2026-03-01";
}

/** 写的不是年月时怎样说；是的为空。 */
export function faultInMonth(value: string): string | undefined {
  return isMonth(value) ? undefined : "请输入年月，如 2026-03";
}

export const date = textLike({
  normalise: normaliseDate,
  judge: faultInDate,
  toText: formatChineseDate,
});

export const month = textLike({
  normalise: normaliseMonth,
  judge: faultInMonth,
  toText: (value) => value.replace(/^(\d{4})-0?(\d{1,2})$/, "$1年$2月"),
});
