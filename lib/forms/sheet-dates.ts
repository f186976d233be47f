import type { KindName } from "./kinds/values";
import { bareHeader } from "./sheet-header";

const FIRST_DAY = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

/** 电子表格把日期存成 1899-12-30 起的天数，又可能把年月补成日期：日期列、年月列都取回文字。 */
export function tidyDates(fields: readonly { label: string; kind: KindName }[], { headers, lines }: { headers: string[]; lines: string[][] }): { headers: string[]; lines: string[][] } {
  const kinds = new Map(fields.map((field) => [bareHeader(field.label), field.kind]));
  const columns = headers.map((header) => kinds.get(bareHeader(header)));
  return { headers, lines: lines.map((cells) => cells.map((cell, index) => tidyDate(cell, columns[index]))) };
}

function tidyDate(cell: string, kind: KindName | undefined): string {
  if (kind !== "date" && kind !== "month") return cell;
  const day = /^\d{5}$/.test(cell) ? new Date(FIRST_DAY + Number(cell) * DAY).toISOString().slice(0, 10) : cell;
  return kind === "month" ? day.replace(/^(\d{4}-\d{2})-\d{2}$/, "$1") : day;
}
