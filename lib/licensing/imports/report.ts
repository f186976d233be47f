import type { CellFault } from "@/lib/forms/spreadsheet";
import type { ImportOutcomeCode, ImportSheetCode } from "@/lib/terms/imports";
import type { LicenceFace } from "./register";

/** 一处不对：哪一列、什么、原来写的（号码不重复）。 */
export type ImportFault = Omit<CellFault, "line">;

/** 文件里一行的结果。 */
export interface ImportRow {
  sheet: ImportSheetCode;
  /** 电子表格里的行号；表头缺列的为 1。 */
  line: number;
  /** 企业名称与代码，或许可证编号。 */
  title: string;
  outcome: ImportOutcomeCode;
  faults: ImportFault[];
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

/** 两次核对之间变了的行：第二次的结果。 */
export function changedRows(before: readonly ImportRow[], after: readonly ImportRow[]): ImportRow[] {
  const keyOf = (row: ImportRow): string => `${row.sheet}-${row.line}`;
  const earlier = new Map(before.map((row) => [keyOf(row), JSON.stringify([row.outcome, row.faults])]));
  return after.filter((row) => earlier.get(keyOf(row)) !== JSON.stringify([row.outcome, row.faults]));
}
