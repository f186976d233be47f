import type { ImportOutcomeCode, ImportStateCode } from "@/lib/terms/imports";
import type { ImportCounts, ImportRow } from "./report";

/** 一次导入的一行字。 */
export interface ImportRunRow {
  id: string;
  fileName: string;
  state: ImportStateCode;
  counts: ImportCounts;
  createdAt: string;
  createdBy: string;
  appliedAt: string;
  appliedBy: string;
}

/** 一次导入的报告：逐行的结果，一页一页地看。 */
export interface ImportRunView extends ImportRunRow {
  sha256: string;
  rows: ImportRow[];
  /** 正在看哪一种结果。 */
  outcome: ImportOutcomeCode;
  page: number;
  pages: number;
  /** 本页第一行是这种结果的第几行。 */
  first: number;
}
