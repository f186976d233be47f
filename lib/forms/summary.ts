import { type AttachedFile, type BaseContext, answersOf, rowsOf, type Row } from "./answers";
import type { FormDefinition } from "./business";
import { type Field, type FieldGroup, type Scope, type Section, type Slot, type Table, fieldsOf, hasContent, holds } from "./definition";
import { fieldText, isVisible } from "./display";
import { filesAt } from "./filed";
import { rowTitle } from "./issues";

/** 冻结的可读摘要：十年后仍按提交时的样子读。全部是文字，不含代码。 */
export interface SummaryLine {
  field: string;
  label: string;
  text: string;
  mask?: "identity" | "phone";
}

export interface SummaryFile {
  id: string;
  name: string;
  size: number;
  mediaType: string;
}

export interface SummarySlot {
  slot: string;
  label: string;
  files: SummaryFile[];
}

export interface SummaryRow {
  rowId: string;
  title: string;
  lines: SummaryLine[];
  slots: SummarySlot[];
}

export interface SummaryTable {
  table: string;
  label: string;
  columns: string[];
  rows: SummaryRow[];
}

export interface SummarySection {
  section: string;
  label: string;
  groups: { title?: string; lines: SummaryLine[] }[];
  tables: SummaryTable[];
  slots: SummarySlot[];
}

function lineOf<C extends BaseContext>(field: Field<C>, scope: Scope<C>): SummaryLine {
  const line: SummaryLine = { field: field.key, label: field.label, text: fieldText(field, scope) };
  return field.mask ? { ...line, mask: field.mask } : line;
}

function linesOf<C extends BaseContext>(groups: readonly FieldGroup<C>[], scope: Scope<C>): SummaryLine[] {
  return fieldsOf(groups).filter((field) => isVisible(field, scope)).map((field) => lineOf(field, scope));
}

function slotsOf<C extends BaseContext>(slots: readonly Slot<C>[], scope: Scope<C>, files: readonly AttachedFile[]): SummarySlot[] {
  return slots
    .filter((slot) => holds(slot.visible, scope, true))
    .map((slot) => ({
      slot: slot.key,
      label: slot.label,
      files: files.filter((file) => file.slot === slot.key).map(({ id, name, size, mediaType }) => ({ id, name, size, mediaType })),
    }));
}

function rowSummary<C extends BaseContext>(section: Section<C>, table: Table<C>, row: Row, index: number, context: C): SummaryRow {
  const scope: Scope<C> = { own: row, section: answersOf(context.answers, section.key), context };
  const files = filesAt(context.files, section.key, row.rowId);
  return { rowId: row.rowId, title: rowTitle(table, row, index), lines: linesOf(table.groups, scope), slots: slotsOf(table.slots ?? [], scope, files) };
}

/** 一个页签的摘要。 */
export function summaryOfSection<C extends BaseContext>(section: Section<C>, context: C): SummarySection {
  const own = answersOf(context.answers, section.key);
  const scope: Scope<C> = { own, section: own, context };
  const files = filesAt(context.files, section.key);
  return {
    section: section.key,
    label: section.label,
    groups: section.groups.map((group) => ({ ...(group.title ? { title: group.title } : {}), lines: linesOf([group], scope) })),
    tables: section.tables.filter((table) => holds(table.visible, scope, true)).map((table) => ({
      table: table.key,
      label: table.label,
      columns: [...table.columns],
      rows: rowsOf(own, table.key).map((row, index) => rowSummary(section, table, row, index, context)),
    })),
    slots: slotsOf(section.slots, scope, files),
  };
}

export function summaryOf<C extends BaseContext>(form: FormDefinition<C>, context: C): SummarySection[] {
  return form.sections.filter((section) => hasContent(section)).map((section) => summaryOfSection(section, context));
}
