import { type BaseContext, type Row, rowsOf, type SectionAnswers, textOf } from "./answers";
import { type Field, type Section, fieldsOf } from "./definition";

/** 声明了 index 的字段：值须投影到真实表，由数据库保证唯一。表与行为空的属于页签自身。 */
export interface Projection {
  table?: string;
  rowId?: string;
  field: string;
  value: string;
}

function projected<C extends BaseContext>(fields: readonly Field<C>[], own: SectionAnswers | Row, table?: string, rowId?: string): Projection[] {
  const found: Projection[] = [];
  for (const { key: field, indexWhen } of fields) {
    const value = textOf(own, field);
    if (value !== "" && (indexWhen?.(own) ?? true)) found.push({ table, rowId, field, value });
  }
  return found;
}

const indexedIn = <C extends BaseContext>(fields: readonly Field<C>[]): Field<C>[] => fields.filter((field) => field.index === "electrician");

function inTable<C extends BaseContext>(table: Section<C>["tables"][number], rows: readonly Row[]): Projection[] {
  const indexed = indexedIn(fieldsOf(table.groups));
  return indexed.length === 0 ? [] : rows.flatMap((row) => projected(indexed, row, table.key, row.rowId));
}

/** 本页签里须登记唯一的身份证号码（电工）：页签自身的字段与各表的行。 */
export function electriciansIn<C extends BaseContext>(section: Section<C>, answers: SectionAnswers): Projection[] {
  return [...projected(indexedIn(fieldsOf(section.groups)), answers), ...section.tables.flatMap((table) => inTable(table, rowsOf(answers, table.key)))];
}
