import { answersOf, type BaseContext, type Json, type Row, type SectionAnswers } from "./answers";
import { type Field, type Scope, type Section, type Table, fieldsOf, holds, optionsOf } from "./definition";
import { isVisible } from "./display";
import { emptyRow } from "./draft";
import { faultOf } from "./issues";
import { kindOf } from "./kinds";
import { bareHeader } from "./sheet-header";

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

const scopeOf = <C extends BaseContext>(section: Section<C>, context: C, own: SectionAnswers | Row): Scope<C> => ({
  own,
  section: answersOf(context.answers, section.key),
  context,
});

/** 只在别的字段取某值时才出现的列不算必填列。 */
const needed = <C extends BaseContext>(field: Field<C>, scope: Scope<C>): boolean =>
  isVisible(field, scope) && holds(field.required, scope, true);

export function columnsOf<C extends BaseContext>(section: Section<C>, table: Table<C>, context: C): SheetColumn[] {
  const scope = scopeOf(section, context, emptyRow(table, ""));
  return columnFields(table).map((field) => ({
    field: field.key,
    header: field.label,
    required: needed(field, scope),
    options: Object.values(optionsOf(field, scope) ?? {}),
    ...(field.help ? { help: field.help } : {}),
  }));
}

/** 导出：每行的单元格文字，与模板同列，可原样再导入。 */
export function cellsOf<C extends BaseContext>(section: Section<C>, table: Table<C>, rows: readonly Row[], context: C): string[][] {
  return rows.map((row) => {
    const scope = scopeOf(section, context, row);
    return columnFields(table).map((field) => kindOf(field).toCell(row[field.key], optionsOf(field, scope)));
  });
}

type LineFault = Omit<CellFault, "line">;

interface Reader<C extends BaseContext> {
  section: Section<C>;
  table: Table<C>;
  context: C;
  fields: Field<C>[];
  /** 字段键 → 第几列；表里没有的列不在内。 */
  position: Map<string, number>;
  /** 唯一字段的值 → 已有的行。 */
  known: Map<string, Row>;
  newRowId: () => string;
}

/**
 * 试读：headers 为表头行，lines 为其后各行。好的行返回，坏的行逐格列出原因；
 * 以 unique 字段认出已有的人，重复导入是更新而不是再加一行，表里没有的列保持原值。
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
  const at = new Map(sheet.headers.map((header, index) => [bareHeader(header), index]));
  const position = new Map(fields.flatMap((field) => (at.has(bareHeader(field.label)) ? [[field.key, at.get(bareHeader(field.label)) ?? 0]] : [])));
  const blank = scopeOf(section, context, emptyRow(table, ""));
  const missing = fields.filter((field) => needed(field, blank) && !position.has(field.key));
  if (missing.length > 0) {
    return { rows: [], refused: sheet.lines.length, faults: missing.map((field) => ({ line: 1, column: field.label, reason: "缺少这一列，请使用下载的模板", value: "" })) };
  }
  const known = new Map(existing.flatMap((row): [string, Row][] => (keyOf(table, row) === "" ? [] : [[keyOf(table, row), row]])));
  return readLines({ section, table, context, fields, position, known, newRowId }, sheet.lines);
}

const keyOf = <C extends BaseContext>(table: Table<C>, row: Record<string, Json>): string =>
  table.unique ? String(row[table.unique.field] ?? "") : "";

function readLines<C extends BaseContext>(reader: Reader<C>, lines: string[][]): SheetReading {
  const reading: SheetReading = { rows: [], faults: [], refused: 0 };
  const seen = new Map<string, number>();
  lines.forEach((cells, index) => {
    if (cells.every((cell) => cell.trim() === "")) return;
    const line = index + 2;
    const { row, faults } = readLine(reader, cells);
    const key = keyOf(reader.table, row);
    if (key !== "" && seen.has(key)) {
      const column = reader.fields.find((field) => field.key === reader.table.unique?.field)?.label ?? "";
      faults.push({ column, reason: `与第 ${seen.get(key)} 行重复`, value: key });
    }
    if (key !== "" && !seen.has(key)) seen.set(key, line);
    if (faults.length === 0) return void reading.rows.push(row);
    reading.refused += 1;
    reading.faults.push(...faults.map((fault) => ({ line, ...fault })));
  });
  return reading;
}

function readLine<C extends BaseContext>(reader: Reader<C>, cells: string[]): { row: Row; faults: LineFault[] } {
  const faults: LineFault[] = [];
  const read: SectionAnswers = {};
  const cellOf = (field: Field<C>): string => cells[reader.position.get(field.key) ?? -1] ?? "";
  const present = reader.fields.filter((field) => reader.position.has(field.key));
  for (const field of present) {
    const value = kindOf(field).fromCell(cellOf(field), optionsOf(field, scopeOf(reader.section, reader.context, read)));
    if (value === undefined) faults.push({ column: field.label, reason: "不在可选范围内", value: cellOf(field) });
    else if (!kindOf(field).isEmpty(value) || field.initial === undefined) read[field.key] = value;
  }
  const known = reader.known.get(keyOf(reader.table, read));
  const row: Row = known ? { ...known, ...read, rowId: known.rowId } : { ...emptyRow(reader.table, reader.newRowId()), ...read };
  const scope = scopeOf(reader.section, reader.context, row);
  for (const field of present) {
    const reason = isVisible(field, scope) ? reasonAgainst(field, scope) : undefined;
    if (reason && !faults.some((fault) => fault.column === field.label)) faults.push({ column: field.label, reason, value: cellOf(field) });
  }
  return { row, faults };
}

function reasonAgainst<C extends BaseContext>(field: Field<C>, scope: Scope<C>): string | undefined {
  const value = scope.own[field.key];
  if (value === undefined || kindOf(field).isEmpty(value)) return holds(field.required, scope, true) ? "未填写" : undefined;
  return faultOf(field, value, scope);
}
