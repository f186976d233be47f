import type { BaseContext, Json, Row, SectionAnswers } from "./answers";
import { type Field, type Scope, type Section, type Table, fieldsOf } from "./definition";
import type { Issue } from "./issue";
import { faultOf } from "./issues";
import { kindOf } from "./kinds";
import { MISSHAPEN } from "./kinds/kind";

/** 行的稳定编号，由浏览器生成。 */
export const ROW_ID = /^[0-9a-zA-Z-]{8,40}$/;

/** 一张表最多多少行：名册上千人可用，再多即拒绝。 */
export const MAX_ROWS = 3000;

/** 收下的内容（整理过），或逐字段不收的原因。 */
export type Accepted<T extends SectionAnswers> = { ok: true; answers: T } | { ok: false; faults: Record<string, string> };

/** 收下错的内容，只拒绝形状不可能的；null 即清空。推导字段与没声明过的键都不认。 */
function accept<C extends BaseContext>(fields: readonly Field<C>[], given: SectionAnswers): Accepted<SectionAnswers> {
  const accepted: [string, Json][] = [];
  const faults: [string, string][] = [];
  for (const field of fields) {
    const value = Object.hasOwn(given, field.key) ? given[field.key] : undefined;
    if (field.derive || value === undefined) continue;
    const { draft, empty } = kindOf(field);
    const drafted = value === null ? { ok: true as const, value: empty } : draft(value);
    if (drafted.ok) accepted.push([field.key, drafted.value]);
    else faults.push([field.key, drafted.message]);
  }
  return faults.length > 0 ? { ok: false, faults: Object.fromEntries(faults) } : { ok: true, answers: Object.fromEntries(accepted) };
}

/** 一行的草稿，表单与服务端保存共用。 */
export function acceptRow<C extends BaseContext>(table: Table<C>, row: Row): Accepted<Row> {
  if (!ROW_ID.test(row.rowId)) return { ok: false, faults: { rowId: MISSHAPEN } };
  const accepted = accept(fieldsOf(table.groups), row);
  return accepted.ok ? { ok: true, answers: { rowId: row.rowId, ...accepted.answers } } : accepted;
}

/** 页签自身字段（不含子表）的草稿，表单与服务端保存共用。 */
export function acceptFields<C extends BaseContext>(section: Section<C>, answers: SectionAnswers): Accepted<SectionAnswers> {
  return accept(fieldsOf(section.groups), answers);
}

/** 永远不会对的内容（手册要求当场校验的）：填了、格式又不对的 strict 字段。 */
export function refusalsIn<C extends BaseContext>(
  fields: readonly Field<C>[],
  record: SectionAnswers | Row,
  scope: Scope<C>,
  place: Pick<Issue, "section" | "table" | "row">,
): Issue[] {
  return fields.flatMap((field) => {
    const value = record[field.key];
    if (!field.strict || field.derive || value === undefined || kindOf(field).isEmpty(value)) return [];
    const fault = faultOf(field, value, scope);
    return fault ? [{ ...place, field: field.key, message: fault, severity: "blocking", nature: "wrong" }] : [];
  });
}

/** 空白的一行：各字段取初值。 */
export function emptyRow<C extends BaseContext>(table: Table<C>, rowId: string, preset: SectionAnswers = {}): Row {
  const values = fieldsOf(table.groups)
    .filter((field) => !field.derive)
    .map((field): [string, Json] => [field.key, preset[field.key] ?? field.initial ?? kindOf(field).empty]);
  return { rowId, ...Object.fromEntries(values) };
}

/** 页签字段的表单初值：没存过的取种类的空值。 */
export function formValues<C extends BaseContext>(section: Section<C>, answers: SectionAnswers): SectionAnswers {
  return Object.fromEntries(
    fieldsOf(section.groups)
      .filter((field) => !field.derive)
      .map((field) => [field.key, answers[field.key] ?? field.initial ?? kindOf(field).empty]),
  );
}
