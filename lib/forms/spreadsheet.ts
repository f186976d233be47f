import type { BaseContext, Row } from "./answers";
import { answersOf } from "./answers";
import { type Field, type Scope, type Section, type Table, fieldsOf, holds, optionsOf } from "./definition";
import { fieldText } from "./display";
import { emptyRow } from "./draft";
import { faultOf } from "./issues";
import { kindOf } from "./kinds";

/** 模板、导出、导入由同一张表的声明得出：表头是字段名，选项成下拉。 */
export interface SheetColumn {
  field: string;
  header: string;
  required: boolean;
  options: string[];
  help?: string;
}

export interface CellFault {
  /** 电子表格里的行号（表头为第 1 行）。 */
  line: number;
  column: string;
  reason: string;
  value: string;
}

export interface SheetReading {
  rows: Row[];
  faults: CellFault[];
  /** 因错误没有导入的行数。 */
  refused: number;
}

function columnFields<C extends BaseContext>(table: Table<C>): Field<C>[] {
  return fieldsOf(table.groups).filter((field) => !field.derive);
}

const blankScope = <C extends BaseContext>(section: Section<C>, context: C): Scope<C> => ({
  own: {},
  section: answersOf(context.answers, section.key),
  context,
});

export function columnsOf<C extends BaseContext>(section: Section<C>, table: Table<C>, context: C): SheetColumn[] {
  const scope = blankScope(section, context);
  return columnFields(table).map((field) => ({
    field: field.key,
    header: field.label,
    required: holds(field.required, scope, true),
    options: Object.values(optionsOf(field, scope) ?? {}),
    ...(field.help ? { help: field.help } : {}),
  }));
}

/** 导出：每行的单元格文字，与模板同列，可原样再导入。 */
export function cellsOf<C extends BaseContext>(section: Section<C>, table: Table<C>, rows: readonly Row[], context: C): string[][] {
  const own = answersOf(context.answers, section.key);
  return rows.map((row) =>
    columnFields(table).map((field) => {
      const text = kindOf(field).toText(row[field.key], optionsOf(field, { own: row, section: own, context }));
      return field.kind === "date" || field.kind === "month" ? String(row[field.key] ?? "") : text || fieldText({ ...field, unit: undefined }, { own: row, section: own, context });
    }),
  );
}

/**
 * 试读：headers 为表头行，lines 为其后各行。好的行返回，坏的行逐格列出原因；
 * 以 unique 字段认出已有的人，重复导入是更新而不是再加一行。
 */
export function readSheet<C extends BaseContext>(
  section: Section<C>,
  table: Table<C>,
  sheet: { headers: string[]; lines: string[][] },
  context: C,
  existing: readonly Row[],
  newRowId: () => string,
): SheetReading {
  const fields = columnFields(table);
  const position = new Map(sheet.headers.map((header, index) => [header.replace(/[*＊\s]/g, ""), index]));
  const missing = fields.filter((field) => holds(field.required, blankScope(section, context), true) && !position.has(field.label));
  if (missing.length > 0) {
    return { rows: [], refused: sheet.lines.length, faults: missing.map((field) => ({ line: 1, column: field.label, reason: "缺少这一列，请使用下载的模板", value: "" })) };
  }
  const reading: SheetReading = { rows: [], faults: [], refused: 0 };
  const seen = new Map<string, number>();
  sheet.lines.forEach((cells, index) => {
    if (cells.every((cell) => cell.trim() === "")) return;
    const line = index + 2;
    const found = readLine(section, table, fields, position, cells, context, existing, newRowId);
    const key = table.unique ? String(found.row[table.unique.field] ?? "") : "";
    if (key !== "" && seen.has(key)) found.faults.push({ column: labelOf(fields, table.unique?.field), reason: `与第 ${seen.get(key)} 行重复`, value: key });
    if (key !== "") seen.set(key, line);
    if (found.faults.length === 0) return void reading.rows.push(found.row);
    reading.refused += 1;
    reading.faults.push(...found.faults.map((fault) => ({ line, ...fault })));
  });
  return reading;
}

const labelOf = <C extends BaseContext>(fields: Field<C>[], key: string | undefined): string =>
  fields.find((field) => field.key === key)?.label ?? "";

function readLine<C extends BaseContext>(
  section: Section<C>,
  table: Table<C>,
  fields: Field<C>[],
  position: Map<string, number>,
  cells: string[],
  context: C,
  existing: readonly Row[],
  newRowId: () => string,
): { row: Row; faults: Omit<CellFault, "line">[] } {
  const faults: Omit<CellFault, "line">[] = [];
  const row = emptyRow(table, newRowId());
  const scope: Scope<C> = { ...blankScope(section, context), own: row };
  for (const field of fields) {
    const at = position.get(field.label);
    if (at === undefined) continue;
    const cell = cells[at] ?? "";
    const value = kindOf(field).fromCell(cell, optionsOf(field, scope));
    if (value === undefined) faults.push({ column: field.label, reason: "不在可选范围内", value: cell });
    else row[field.key] = value;
  }
  for (const field of fields) {
    const value = row[field.key];
    if (kindOf(field).isEmpty(value)) {
      if (holds(field.required, scope, true) && position.has(field.label)) faults.push({ column: field.label, reason: "未填写", value: "" });
      continue;
    }
    const fault = value === undefined ? undefined : faultOf(field, value, scope);
    if (fault) faults.push({ column: field.label, reason: fault, value: cells[position.get(field.label) ?? -1] ?? "" });
  }
  const known = table.unique && existing.find((other) => other[table.unique?.field ?? ""] === row[table.unique?.field ?? ""]);
  return { row: known ? { ...row, rowId: known.rowId } : row, faults: dedupe(faults) };
}

/** 一格只说一条原因。 */
function dedupe(faults: Omit<CellFault, "line">[]): Omit<CellFault, "line">[] {
  return faults.filter((fault, index) => faults.findIndex((other) => other.column === fault.column) === index);
}
