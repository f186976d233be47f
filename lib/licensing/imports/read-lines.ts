import type { BaseContext, Row } from "@/lib/forms/answers";
import { fieldsOf } from "@/lib/forms/definition";
import { readSheet } from "@/lib/forms/spreadsheet";
import { tidyDates } from "@/lib/forms/sheet-dates";
import { bareHeader } from "@/lib/forms/sheet-header";
import { importSheets, type ImportSheetCode } from "@/lib/terms/imports";
import { importSection, importTables } from "./columns";
import { MAX_IMPORT_ROWS } from "./limits";
import type { ImportFault } from "./report";

/** 电子表格里的一张表：headers 为表头，lines[i] 是第 i + 2 行。 */
export interface SheetText {
  headers: string[];
  lines: string[][];
}

/** 读出的一行：值，与这一行哪里不对。 */
export interface ImportLine {
  line: number;
  values: Readonly<Record<string, string>>;
  /** 各列在文件里的原文：说哪里不对时照它写，不写代码。 */
  written: Readonly<Record<string, string>>;
  faults: ImportFault[];
}

const blank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === "");

/** 逐行读出一张表：形状、必填、选项、校验位由字段的声明判断；表头不对的只有一行，说缺哪几列。 */
export function readLines(sheet: ImportSheetCode, text: SheetText, today: string): ImportLine[] {
  const table = importTables[sheet];
  const context: BaseContext = { today, answers: {}, files: [] };
  const tidy = tidyDates(fieldsOf(table.groups), text);
  const numbers = tidy.lines.flatMap((cells, index) => (blank(cells) ? [] : [index + 2]));
  if (numbers.length > MAX_IMPORT_ROWS) return [{ line: 1, values: {}, written: {}, faults: [{ column: importSheets[sheet], reason: `一次最多导入 ${MAX_IMPORT_ROWS} 行，请分成几个文件`, value: "" }] }];
  let next = 0;
  // 一行一个标识，取它的行号：没有错的行由此认回第几行
  const reading = readSheet(importSection, table, tidy, context, [], () => String(numbers[next++] ?? 0));
  const good = new Map(reading.rows.map((row) => [Number(row.rowId), row]));
  const faults = new Map<number, ImportFault[]>();
  for (const { line, ...fault } of reading.faults) faults.set(line, [...(faults.get(line) ?? []), masked(sheet, fault)]);
  const asWritten = rawReader(sheet, tidy);
  const lines = numbers.map((line): ImportLine => {
    const written = asWritten(line);
    return { line, written, values: good.has(line) ? valuesOf(good.get(line)) : written, faults: faults.get(line) ?? [] };
  });
  const head = faults.get(1);
  return head ? [{ line: 1, values: {}, written: {}, faults: head }] : lines;
}

const valuesOf = (row: Row | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(row ?? {}).flatMap(([key, value]) => (typeof value === "string" && key !== "rowId" ? [[key, value]] : [])));

/** 一行各格的原文；有错的行也由此认出它说的是哪一家、哪一件。 */
function rawReader(sheet: ImportSheetCode, { headers, lines }: SheetText): (line: number) => Record<string, string> {
  const at = new Map(headers.map((header, index) => [bareHeader(header), index]));
  const fields = fieldsOf(importTables[sheet].groups);
  return (line) => Object.fromEntries(fields.map(({ key, label }) => [key, (lines[line - 2]?.[at.get(bareHeader(label)) ?? -1] ?? "").trim()]));
}

/** 证件、手机号码不在报告里再写一遍。 */
function masked(sheet: ImportSheetCode, fault: ImportFault): ImportFault {
  const field = fieldsOf(importTables[sheet].groups).find(({ label }) => label === fault.column);
  return field?.mask ? { ...fault, value: "" } : fault;
}
