import { maskId, maskMobile } from "@/lib/forms/identifiers";
import type { Change } from "@/lib/forms/diff";
import type { SummaryLine, SummarySection } from "@/lib/forms/summary";
import type { FactChange } from "./changes";
import { findLine } from "./remark-place";

const maskedText = (text: string, mask: SummaryLine["mask"]): string => {
  if (text === "" || !mask) return text;
  return mask === "identity" ? maskId(text) : maskMobile(text);
};

const maskedLine = (line: SummaryLine): SummaryLine => ({ ...line, text: maskedText(line.text, line.mask) });

/** 证件号码、手机号码遮盖后的摘要；完整号码只在有审计的一处给出。 */
export function maskSummary(summary: readonly SummarySection[]): SummarySection[] {
  return summary.map((section) => ({
    ...section,
    groups: section.groups.map((group) => ({ ...group, lines: group.lines.map(maskedLine) })),
    tables: section.tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) => ({ ...row, lines: row.lines.map(maskedLine) })),
    })),
  }));
}

/** 变化里的号码同样遮盖。 */
export function maskChanges(changes: readonly Change[], ...summaries: readonly (readonly SummarySection[])[]): Change[] {
  return changes.map((change) => {
    const place = { sectionKey: change.section, rowId: change.row, field: change.field };
    const mask = change.field ? summaries.map((summary) => findLine(summary, place)?.mask).find(Boolean) : undefined;
    return mask ? { ...change, before: maskedText(change.before, mask), after: maskedText(change.after, mask) } : change;
  });
}

/** 变更前后里的号码同样遮盖。 */
export const maskFactChanges = (changes: readonly FactChange[]): FactChange[] =>
  changes.map(({ label, before, after, mask }) => ({ label, before: maskedText(before, mask), after: maskedText(after, mask) }));
