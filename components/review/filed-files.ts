import type { SummaryFile, SummarySection, SummarySlot } from "@/lib/forms/summary";
import type { RemarkPlace } from "@/lib/licensing/review-views";

/** 一个附件和它所在的地方，意见写在那里。 */
export interface FiledFile {
  file: SummaryFile;
  place: RemarkPlace;
  /** 如「技术负责人 › 职称证书」。 */
  label: string;
}

const inSlot = (place: RemarkPlace, trail: string) => ({ slot, label, files }: SummarySlot): FiledFile[] =>
  files.map((file) => ({ file, place: { ...place, slot }, label: `${trail} › ${label}` }));

/** 一个页签的附件，按页面上的次序：先各行的，后页签自己的。 */
export function filedIn(section: SummarySection): FiledFile[] {
  const at: RemarkPlace = { sectionKey: section.section };
  const ofRows = section.tables.flatMap((table) => table.rows.flatMap((row) => row.slots.flatMap(inSlot({ ...at, rowId: row.rowId }, `${section.label} › ${row.title}`))));
  return [...ofRows, ...section.slots.flatMap(inSlot(at, section.label))];
}
