import { importStates, type ImportOutcomeCode, type ImportStateCode } from "@/lib/terms/imports";
import { isCodeOf } from "@/lib/terms/option-map";
import type { ImportCounts, ImportRow } from "./report";

/** 库里存的状态给人看的样子：查出有错的永远不能确认，改好后须重新上传。 */
export function stateOf(state: string, { faulty }: ImportCounts): ImportStateCode {
  if (state === "checked" && faulty > 0) return "blocked";
  return isCodeOf(importStates, state) ? state : "discarded";
}

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
  /** 更新的各行里，各列有几行要改。 */
  changedColumns: { column: string; rows: number }[];
}
