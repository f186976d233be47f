import { type Row, rowsOf, type SectionAnswers, textOf } from "@/lib/forms/answers";
import { type Section, fieldsOf } from "@/lib/forms/definition";
import { refusalsIn } from "@/lib/forms/draft";
import type { Issue } from "@/lib/forms/issue";
import type { SectionPatch } from "@/lib/forms/section-patch";
import type { LicensingContext } from "@/lib/licensing/context";

type LicensingSection = Section<LicensingContext>;

/** 别家用着时只说已被使用，不说是谁（decisions 6）。 */
export function usedElsewhere(place: Pick<Issue, "section" | "table" | "row" | "field">): Issue {
  return { ...place, message: "该身份证号码已被使用，同一名电工只能登记一次", severity: "blocking", nature: "wrong" };
}

/** 先去掉永远不会对的：格式不可能的字段与行，各说原因；其余照存。 */
export function withoutImpossible(section: LicensingSection, patch: SectionPatch, context: LicensingContext): { patch: SectionPatch; refused: Issue[] } {
  const own = context.answers[section.key] ?? {};
  const to = Object.fromEntries(patch.fields.map((change) => [change.key, change.to]));
  const inFields = refusalsIn(fieldsOf(section.groups), to, { own: { ...own, ...to }, section: own, context }, { section: section.key });
  const inRows = patch.rows.flatMap((change) => {
    const table = section.tables.find((candidate) => candidate.key === change.table);
    if (!table || change.to === null) return [];
    const row = change.to as Row;
    return refusalsIn(fieldsOf(table.groups), row, { own: row, section: own, context }, { section: section.key, table: table.key, row: change.rowId });
  });
  return {
    refused: [...inFields, ...inRows],
    patch: {
      fields: patch.fields.filter((change) => !inFields.some((issue) => issue.field === change.key)),
      rows: patch.rows.filter((change) => !inRows.some((issue) => issue.row === change.rowId && issue.table === change.table)),
    },
  };
}

/** 一处不该重复的值在表里出现第二次：后改的那行不存。 */
export function repeatedRows(section: LicensingSection, answers: SectionAnswers, patch: SectionPatch): Issue[] {
  return section.tables.flatMap((table) => {
    const unique = table.unique;
    if (!unique) return [];
    const rows = rowsOf(answers, table.key);
    const changed = new Set(patch.rows.filter((change) => change.table === table.key && change.to !== null).map((change) => change.rowId));
    const seen = new Set(rows.filter((row) => !changed.has(row.rowId)).map((row) => textOf(row, unique.field)));
    const isRepeat = (value: string): boolean => seen.has(value) || (seen.add(value), false);
    return rows
      .filter((row) => changed.has(row.rowId) && textOf(row, unique.field) !== "" && isRepeat(textOf(row, unique.field)))
      .map((row): Issue => ({ section: section.key, table: table.key, row: row.rowId, field: unique.field, message: unique.message, severity: "blocking", nature: "wrong" }));
  });
}

/** 被拒的行、字段退回库里原来的样子；原来没有的就不存。 */
export function revertRows(answers: SectionAnswers, stored: SectionAnswers, refused: readonly Issue[]): SectionAnswers {
  const reverted: SectionAnswers = { ...answers };
  for (const { table, field } of refused) if (table === undefined && field !== undefined) reverted[field] = stored[field] ?? null;
  for (const table of new Set(refused.map((issue) => issue.table).filter((key): key is string => key !== undefined))) {
    const bad = new Set(refused.filter((issue) => issue.table === table).map((issue) => issue.row));
    const old = new Map(rowsOf(stored, table).map((row) => [row.rowId, row]));
    reverted[table] = rowsOf(answers, table).flatMap((row) => (bad.has(row.rowId) ? (old.get(row.rowId) ?? []) : row));
  }
  return reverted;
}
