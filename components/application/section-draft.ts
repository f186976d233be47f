import { type Row, rowsOf, sameJson, type SectionAnswers } from "@/lib/forms/answers";
import { type Section, fieldsOf } from "@/lib/forms/definition";
import type { Issue } from "@/lib/forms/issue";
import { applyPatch, type Conflict, patchBetween } from "@/lib/forms/patch";
import type { SectionPatch } from "@/lib/forms/section-patch";
import type { LicensingContext } from "@/lib/licensing/context";

type FieldChange = SectionPatch["fields"][number];

/** 保存之后从服务端得知的。 */
export interface Saved {
  answers: SectionAnswers;
  conflicts: readonly Conflict[];
  refused: readonly Issue[];
}

export function isEmptyPatch(patch: SectionPatch): boolean {
  return patch.fields.length === 0 && patch.rows.length === 0;
}

/** 只是字段的初值（如证件类型先选好居民身份证）：随第一次保存存下，自己不算改动。 */
export function initialsIn(section: Pick<Section<LicensingContext>, "groups">, patch: SectionPatch): FieldChange[] {
  const initials = new Map(fieldsOf(section.groups).flatMap((field) => (field.initial === undefined ? [] : [[field.key, field.initial] as const])));
  return patch.fields.filter((change) => change.from === null && initials.has(change.key) && sameJson(change.to, initials.get(change.key)));
}

/** 去掉初值之后，人真正填过、改过的。 */
export function withoutInitials(section: Pick<Section<LicensingContext>, "groups">, patch: SectionPatch): SectionPatch {
  const initials = initialsIn(section, patch);
  return initials.length === 0 ? patch : { ...patch, fields: patch.fields.filter((change) => !initials.includes(change)) };
}

/** 只留一行的改动：【确定】只保存这一行。 */
export function onlyRow(patch: SectionPatch, table: string, rowId: string): SectionPatch {
  return { fields: [], rows: patch.rows.filter((change) => change.table === table && change.rowId === rowId) };
}

/**
 * 保存之后的页面内容：以库里的答案为底，凡没有写进去的改动都留在页面上：
 * 没送的、送出之后又改的（改回原样、撤销删除也算，所以与送出的比），以及冲突、被拒的。
 */
export function contentAfterSave(before: SectionAnswers, local: SectionAnswers, sent: SectionPatch, saved: Saved, tables: readonly string[]): SectionAnswers {
  const since = patchBetween(overlay(before, sent), local, tables);
  const all = patchBetween(before, local, tables);
  const held = [...saved.conflicts, ...saved.refused];
  const fields = all.fields.filter((change) => held.some((place) => !place.row && place.field === change.key));
  const rows = all.rows.filter((change) => held.some((place) => place.table === change.table && place.row === change.rowId));
  return overlay(saved.answers, { fields: [...since.fields, ...fields], rows: [...since.rows, ...rows] });
}

/** 把改动盖上去，不问冲突：页面上要看到自己填的。 */
export function overlay(base: SectionAnswers, patch: SectionPatch): SectionAnswers {
  const answers: SectionAnswers = { ...base };
  for (const { key, to } of patch.fields) answers[key] = to;
  for (const { table, rowId, to } of patch.rows) answers[table] = withRow(rowsOf(answers, table), rowId, to);
  return answers;
}

/** 换掉、删去或添上一行，其余各行不动（引用也不变，名册只重画动过的）。 */
export function withRow(rows: readonly Row[], rowId: string, to: SectionAnswers | null): Row[] {
  if (to === null) return rows.filter((row) => row.rowId !== rowId);
  const row: Row = { ...to, rowId };
  return rows.some((other) => other.rowId === rowId) ? rows.map((other) => (other.rowId === rowId ? row : other)) : [...rows, row];
}

/** 暂存在本机的改动放回页面；库里已另有变化的也照样放回，保存时再并排选择。 */
export function restored(base: SectionAnswers, patch: SectionPatch): SectionAnswers {
  const { answers, conflicts } = applyPatch(base, patch);
  return conflicts.length === 0 ? answers : overlay(base, patch);
}

/** 页面内容减去底稿，保存就送这些。 */
export function changesIn(base: SectionAnswers, local: SectionAnswers, tables: readonly string[]): SectionPatch {
  return patchBetween(base, local, tables);
}
