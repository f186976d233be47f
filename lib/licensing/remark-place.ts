import type { SummaryLine, SummaryRow, SummarySection, SummarySlot } from "@/lib/forms/summary";
import type { RemarkPlace } from "./review-views";

type Leaf = { lines: readonly SummaryLine[]; slots: readonly SummarySlot[] };

const separator = " › ";

function leafLabel({ lines, slots }: Leaf, { field, slot }: RemarkPlace): string | undefined {
  if (field) return lines.find((line) => line.field === field)?.label;
  return slots.find((candidate) => candidate.slot === slot)?.label;
}

export function findRow(section: SummarySection, rowId: string): SummaryRow | undefined {
  return section.tables.flatMap((table) => table.rows).find((row) => row.rowId === rowId);
}

const ownLines = (section: SummarySection): SummaryLine[] => section.groups.flatMap((group) => group.lines);

/** 「技术负责人 › 职称证书编号」；申请里没有这个地方时为 undefined。 */
export function placeText(summary: readonly SummarySection[], place: RemarkPlace): string | undefined {
  const section = summary.find((candidate) => candidate.section === place.sectionKey);
  if (!section) return undefined;
  const row = place.rowId ? findRow(section, place.rowId) : undefined;
  if (place.rowId && !row) return undefined;
  const trail = [section.label, ...(row ? [row.title] : [])];
  if (!place.field && !place.slot) return trail.join(separator);
  const leaf = leafLabel(row ?? { lines: ownLines(section), slots: section.slots }, place);
  return leaf && [...trail, leaf].join(separator);
}

/** 摘要里的一行文字（显示完整号码时按位置取）。 */
export function findLine(summary: readonly SummarySection[], place: RemarkPlace): SummaryLine | undefined {
  const section = summary.find((candidate) => candidate.section === place.sectionKey);
  if (!section) return undefined;
  const lines = place.rowId ? findRow(section, place.rowId)?.lines : ownLines(section);
  return lines?.find((line) => line.field === place.field);
}
