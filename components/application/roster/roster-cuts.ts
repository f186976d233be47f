import type { Row } from "@/lib/forms/answers";
import type { Table } from "@/lib/forms/definition";
import type { LicensingContext } from "@/lib/licensing/context";

export const PAGE_ROWS = 20;

export interface RosterCut {
  key: string;
  label: string;
  count: number;
  matches: (row: Row) => boolean;
}

/** 全部、有问题，再加声明的各个视图，都带人数。 */
export function cutsOf(table: Pick<Table<LicensingContext>, "views">, rows: readonly Row[], troubled: ReadonlySet<string>): RosterCut[] {
  const cut = (key: string, label: string, matches: (row: Row) => boolean): RosterCut => ({ key, label, matches, count: rows.filter(matches).length });
  return [
    cut("all", "全部", () => true),
    cut("troubled", "有问题", (row) => troubled.has(row.rowId)),
    ...(table.views ?? []).map((view) => cut(view.label, view.label, view.matches)),
  ];
}

/** 筛选再查找：姓名、证件号含所输入的字即可，大小写与空格不论。 */
export function rowsIn(cuts: readonly RosterCut[], key: string, rows: readonly Row[], typed: string, searched: readonly string[]): readonly Row[] {
  const cut = cuts.find((one) => one.key === key);
  const wanted = typed.normalize("NFKC").replace(/\s/g, "").toUpperCase();
  const hits = (row: Row) => searched.some((field) => String(row[field] ?? "").toUpperCase().includes(wanted));
  return rows.filter((row) => (cut?.matches(row) ?? true) && (wanted === "" || hits(row)));
}

export interface RosterPage {
  rows: readonly Row[];
  page: number;
  pages: number;
  summary: string;
}

/** 页码超出范围时落到最后一页（删去最后一行之后）。 */
export function pageAround(rows: readonly Row[], wanted: number, size: number): RosterPage {
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const page = Math.min(Math.max(1, wanted), pages);
  const from = (page - 1) * size;
  const part = rows.slice(from, from + size);
  return { rows: part, page, pages, summary: part.length === 0 ? "" : `第 ${from + 1}–${from + part.length} 行，共 ${rows.length} 行` };
}
