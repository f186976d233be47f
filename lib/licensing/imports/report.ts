import type { CellFault } from "@/lib/forms/spreadsheet";
import type { ImportOutcomeCode, ImportSheetCode } from "@/lib/terms/imports";
import type { LicenceFace } from "./register";

/** 一处不对：哪一列、什么、原来写的（号码不重复）。 */
export type ImportFault = Omit<CellFault, "line">;

/** 更新的一行里变的一项：哪一列，原来怎么写、改成什么；号码已遮盖，空的为空串。 */
export interface ImportChange {
  column: string;
  before: string;
  after: string;
}

/** 文件里一行的结果。 */
export interface ImportRow {
  sheet: ImportSheetCode;
  /** 电子表格里的行号；表头缺列的为 1。 */
  line: number;
  /** 企业名称与代码，或许可证编号。 */
  title: string;
  outcome: ImportOutcomeCode;
  faults: ImportFault[];
  /** 更新的各项；别的结果没有。 */
  changes?: ImportChange[];
}

/** 要写入的一家企业。 */
export interface EnterpriseWrite {
  uscc: string;
  name: string;
  officeCode: string;
  particulars: Record<string, string>;
}

/** 要写入的一件许可证。 */
export interface LicenceWrite extends LicenceFace {
  number: string;
  uscc: string;
  officeCode: string;
  officeName: string;
  serial: number;
  state: string;
  firstIssuedOn: string;
  scopeText: string;
}

/** 核对一份文件的全部结论：逐行的结果，与没有错时要写的。 */
export interface ImportPlan {
  rows: ImportRow[];
  enterprises: { added: EnterpriseWrite[]; updated: EnterpriseWrite[] };
  /** newVersion：证面变了，另出一版。 */
  licences: { added: LicenceWrite[]; updated: (LicenceWrite & { newVersion: boolean })[] };
}

export type ImportCounts = Record<ImportOutcomeCode, number>;

/** 各种结果有几行。 */
export function countsOf(rows: readonly Pick<ImportRow, "outcome">[]): ImportCounts {
  const counts: ImportCounts = { added: 0, updated: 0, unchanged: 0, faulty: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts;
}

/** 各列有几行要改，多的在前：行数多时先看这个。 */
export function changedColumns(rows: readonly ImportRow[]): { column: string; rows: number }[] {
  const counts = new Map<string, number>();
  for (const { column } of rows.flatMap(({ changes = [] }) => changes)) counts.set(column, (counts.get(column) ?? 0) + 1);
  return [...counts].map(([column, count]) => ({ column, rows: count })).sort((a, b) => b.rows - a.rows);
}

/** 一行说了什么；存成 JSON 再取出，键的次序会变，所以逐项排开。 */
const saidBy = ({ outcome, faults, changes = [] }: ImportRow): string =>
  JSON.stringify([outcome, faults.map(({ column, reason, value }) => [column, reason, value]), changes.map(({ column, before, after }) => [column, before, after])]);

/** 两次核对之间变了的行：第二次的结果。 */
export function changedRows(before: readonly ImportRow[], after: readonly ImportRow[]): ImportRow[] {
  const keyOf = (row: ImportRow): string => `${row.sheet}-${row.line}`;
  const earlier = new Map(before.map((row) => [keyOf(row), saidBy(row)]));
  return after.filter((row) => earlier.get(keyOf(row)) !== saidBy(row));
}
