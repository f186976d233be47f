import { type BaseContext, type Row, rowsOf, type SectionAnswers } from "./answers";
import { type Section, fieldsOf } from "./definition";

/** 声明了 index 的字段：值须投影到真实表，由数据库保证唯一。 */
export interface Projection {
  table: string;
  rowId: string;
  field: string;
  value: string;
}

function inTable<C extends BaseContext>(table: Section<C>["tables"][number], rows: readonly Row[]): Projection[] {
  const indexed = fieldsOf(table.groups).filter((field) => field.index === "electrician");
  if (indexed.length === 0) return [];
  return rows
    .flatMap((row) => indexed.map((field) => ({ table: table.key, rowId: row.rowId, field: field.key, value: String(row[field.key] ?? "") })))
    .filter((projection) => projection.value !== "");
}

/** 本页签里须登记唯一的身份证号码（电工）。 */
export function electriciansIn<C extends BaseContext>(section: Section<C>, answers: SectionAnswers): Projection[] {
  return section.tables.flatMap((table) => inTable(table, rowsOf(answers, table.key)));
}
