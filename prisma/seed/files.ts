import { PDFDocument, StandardFonts } from "@cantoo/pdf-lib";
import type { AttachedFile } from "@/lib/forms/answers";
import { answersOf, rowsOf } from "@/lib/forms/answers";
import { holds, type Section, type Slot } from "@/lib/forms/definition";
import type { Business } from "@/lib/licensing/business";
import type { LicensingContext } from "@/lib/licensing/context";

/** 一份申请里一处该有的附件。 */
export interface NeededFile {
  section: string;
  slot: string;
  row?: string;
  name: string;
  imagesOnly: boolean;
}

/** 真实可打开的一页 PDF，内容为标题一行。 */
export async function onePagePdf(title: string): Promise<Buffer> {
  const document = await PDFDocument.create();
  const page = document.addPage([595, 842]);
  page.drawText(title, { x: 60, y: 760, size: 18, font: await document.embedFont(StandardFonts.Helvetica) });
  return Buffer.from(await document.save());
}

/** 24 × 32 的素色登记照（PNG）。 */
export const portraitPng = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAABgAAAAgCAIAAACHPC9vAAAAVElEQVR42mO49ugDVRDDqEGDwyC3kExMRLJBWE3BYxYDqabgMmvUoOFjENXSETVT9mjup0v0EzQFq1kM5JmCaRZtDCLJFDSzaGAQGaYgmzVqEGGDAJKQDKQxmUVoAAAAAElFTkSuQmCC",
  "base64",
);

function ownFiles(section: Section<LicensingContext>, slots: readonly Slot<LicensingContext>[], context: LicensingContext, row?: { rowId: string; title: string }): NeededFile[] {
  const own = answersOf(context.answers, section.key);
  const record = row ? (section.tables.flatMap((table) => rowsOf(own, table.key)).find((candidate) => candidate.rowId === row.rowId) ?? own) : own;
  const scope = { own: record, section: own, context };
  return slots
    .filter((slot) => holds(slot.visible, scope, true) && holds(slot.required, scope, true))
    .map((slot) => ({
      section: section.key, slot: slot.key, ...(row ? { row: row.rowId } : {}), imagesOnly: slot.imagesOnly === true,
      name: `${row ? `${row.title}-` : ""}${slot.label.replaceAll("/", "或")}.${slot.imagesOnly ? "png" : "pdf"}`,
    }));
}

/** 按声明列出这份申请必传的全部附件。 */
export function neededFiles(business: Business, context: LicensingContext): NeededFile[] {
  return business.sections.flatMap((section) => [
    ...ownFiles(section, section.slots, context),
    ...section.tables.flatMap((table) =>
      rowsOf(answersOf(context.answers, section.key), table.key).flatMap((row) =>
        ownFiles(section, table.slots ?? [], context, { rowId: row.rowId, title: String(row[table.titleField] ?? "") }),
      ),
    ),
  ]);
}

/** 让引擎看见的附件。 */
export function asAttached(files: readonly (NeededFile & { id: string; size: number })[]): AttachedFile[] {
  return files.map(({ id, section, slot, row, name, size, imagesOnly }) => ({
    id, section, slot, ...(row ? { row } : {}), name, size, mediaType: imagesOnly ? "image/png" : "application/pdf",
  }));
}

/** 一份申请的上下文，附件尚未备齐。 */
export const contextOf = (base: Omit<LicensingContext, "files">, files: readonly AttachedFile[] = []): LicensingContext => ({ ...base, files });
