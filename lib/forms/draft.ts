import * as z from "zod/mini";
import type { BaseContext, Json, Row, SectionAnswers } from "./answers";
import { type Field, type Scope, type Section, type Table, fieldsOf } from "./definition";
import type { Issue } from "./issue";
import { faultOf } from "./issues";
import { kindOf } from "./kinds";

export const RowId = z.string().check(z.regex(/^[0-9a-zA-Z-]{8,40}$/));

/** 一张表最多多少行：名册上千人可用，再多即拒绝。 */
export const MAX_ROWS = 3000;

/** 字段的草稿模式：收下错的内容，只拒绝形状不可能的；null 即清空。推导字段不在其中。 */
function shapeOf<C extends BaseContext>(fields: readonly Field<C>[]) {
  return Object.fromEntries(fields.filter((field) => !field.derive).map((field) => [field.key, z.optional(emptied(field))]));
}

function emptied<C extends BaseContext>(field: Field<C>) {
  const { draft, empty } = kindOf(field);
  return z.pipe(z.nullable(draft), z.transform((value: Json | null) => value ?? empty));
}

const rowSchemas = new WeakMap<object, z.ZodMiniType>();
const fieldSchemas = new WeakMap<object, z.ZodMiniType>();

/** 一行的草稿模式；多余的键（含推导字段）被去掉。 */
export function rowSchema<C extends BaseContext>(table: Table<C>): z.ZodMiniType {
  let schema = rowSchemas.get(table);
  if (!schema) rowSchemas.set(table, (schema = z.object({ rowId: RowId, ...shapeOf(fieldsOf(table.groups)) })));
  return schema;
}

/** 页签自身字段（不含子表）的草稿模式，表单与服务端保存共用。 */
export function fieldsSchema<C extends BaseContext>(section: Section<C>): z.ZodMiniType {
  let schema = fieldSchemas.get(section);
  if (!schema) fieldSchemas.set(section, (schema = z.object(shapeOf(fieldsOf(section.groups)))));
  return schema;
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
