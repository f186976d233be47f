import { type BaseContext, type Json, type Row, rowsOf, sameJson, type SectionAnswers } from "./answers";
import { type Section, fieldsOf } from "./definition";
import { acceptFields, acceptRow } from "./draft";
import { MISSHAPEN } from "./kinds/kind";
import type { SectionPatch } from "./section-patch";

/** 同一处两边都改了：mine 是这次要写的，theirs 是库里现有的。 */
export interface Conflict {
  table?: string;
  row?: string;
  field?: string;
  mine: Json;
  theirs: Json;
}

export class PatchFault extends Error {}

const EMPTY: Json = null;

/** 没存过与空值是一回事。 */
const sameValue = (a: Json | undefined, b: Json | undefined): boolean => sameJson(blank(a), blank(b));

function blank(value: Json | undefined): Json {
  if (value === undefined || value === "" || value === false) return EMPTY;
  if (Array.isArray(value) && value.length === 0) return EMPTY;
  return value !== null && typeof value === "object" && !Array.isArray(value) && Object.keys(value).length === 0 ? EMPTY : value;
}

function sameRow(a: Row | SectionAnswers | null, b: Row | SectionAnswers | null): boolean {
  if (a === null || b === null) return a === b;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => key === "rowId" || sameValue(a[key], b[key]));
}

/** 把改动整理成可信的：只认声明过的字段与表，值过草稿模式。不合形状的抛 PatchFault。 */
export function parsePatch<C extends BaseContext>(section: Section<C>, patch: SectionPatch): SectionPatch {
  const known = new Set(fieldsOf(section.groups).filter((field) => !field.derive).map((field) => field.key));
  const unknown = patch.fields.find((change) => !known.has(change.key));
  if (unknown) throw new PatchFault(`“${unknown.key}”不能在本页修改`);
  const values = acceptFields(section, Object.fromEntries(patch.fields.map((change) => [change.key, change.to])));
  if (!values.ok) throw faultIn(values.faults);
  return {
    fields: patch.fields.map((change) => ({ ...change, to: values.answers[change.key] ?? null })),
    rows: patch.rows.map((change) => ({ ...change, to: parseRow(section, change) })),
  };
}

/** 删行（to 为空）也只认声明过的表：字段不能当作表来清空。 */
function parseRow<C extends BaseContext>(section: Section<C>, { table: tableKey, rowId, to }: SectionPatch["rows"][number]): Row | null {
  const table = section.tables.find((candidate) => candidate.key === tableKey);
  if (!table) throw new PatchFault("没有这张表");
  if (to === null) return null;
  const row = acceptRow(table, { ...to, rowId });
  if (!row.ok) throw faultIn(row.faults);
  return row.answers;
}

const faultIn = (faults: Readonly<Record<string, string>>): PatchFault => new PatchFault(Object.values(faults)[0] ?? MISSHAPEN);

/** 应用改动：返回新答案与未写入的冲突。patch 须先经 parsePatch。 */
export function applyPatch(current: SectionAnswers, patch: SectionPatch): { answers: SectionAnswers; conflicts: Conflict[] } {
  const answers: SectionAnswers = { ...current };
  const conflicts: Conflict[] = [];
  for (const { key, from, to } of patch.fields) {
    const theirs = current[key];
    if (sameValue(theirs, from) || sameValue(theirs, to)) answers[key] = to;
    else conflicts.push({ field: key, mine: to, theirs: theirs ?? EMPTY });
  }
  for (const table of new Set(patch.rows.map((change) => change.table))) {
    const own = patch.rows.filter((change) => change.table === table);
    const { rows, clashes } = applyRows(table, rowsOf(current, table), own);
    answers[table] = rows;
    conflicts.push(...clashes);
  }
  return { answers, conflicts };
}

function applyRows(table: string, current: Row[], changes: SectionPatch["rows"]): { rows: Row[]; clashes: Conflict[] } {
  const rows = new Map(current.map((row) => [row.rowId, row]));
  const clashes: Conflict[] = [];
  for (const { rowId, from, to } of changes) {
    const theirs = rows.get(rowId) ?? null;
    if (!sameRow(theirs, from) && !sameRow(theirs, to)) clashes.push({ table, row: rowId, mine: to, theirs });
    else if (to === null) rows.delete(rowId);
    else rows.set(rowId, { ...to, rowId });
  }
  return { rows: [...rows.values()], clashes };
}

/** 由「打开时的值」和「现在的值」得出改动；没有改动时两个数组都空。 */
export function patchBetween(before: SectionAnswers, after: SectionAnswers, tables: readonly string[] = []): SectionPatch {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => !tables.includes(key));
  const fields = keys
    .filter((key) => !sameValue(before[key], after[key]))
    .map((key) => ({ key, from: before[key] ?? EMPTY, to: after[key] ?? EMPTY }));
  return { fields, rows: tables.flatMap((table) => rowChanges(table, rowsOf(before, table), rowsOf(after, table))) };
}

function rowChanges(table: string, before: Row[], after: Row[]): SectionPatch["rows"] {
  const was = new Map(before.map((row) => [row.rowId, row]));
  const is = new Map(after.map((row) => [row.rowId, row]));
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((rowId) => ({ table, rowId, from: was.get(rowId) ?? null, to: is.get(rowId) ?? null }))
    .filter((change) => !sameRow(change.from, change.to));
}
