import type { Actor } from "@/lib/access/actor";
import { db } from "@/lib/data/client";
import { answersOf, rowsOf } from "@/lib/forms/answers";
import { cellsOf } from "@/lib/forms/spreadsheet";
import { writeSheet } from "@/lib/integrations/spreadsheet/write-sheet";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { placedColumns } from "./sheet-columns";
import { openSheet, type SheetFile, type SheetInput } from "./sheet-place";

/** 导出一张表的全部行，与模板同列，可改后再导入；成批带出个人信息，每次记入审计。 */
export async function exportRows(actor: Actor, input: SheetInput): Promise<SheetFile> {
  const place = await openSheet(actor, input);
  const { section, table, context, number } = place;
  const rows = rowsOf(answersOf(context.answers, section.key), table.key);
  const bytes = await writeSheet({ title: table.label, columns: placedColumns(place), rows: cellsOf(section, table, rows, context) });
  await recordAudit(db(), { actor, action: "sheet.export", subject: "Case", subjectId: input.applicationId, detail: { section: section.key, table: table.key, rows: rows.length } });
  return { name: `${number}-${table.label}.xlsx`, bytes };
}
