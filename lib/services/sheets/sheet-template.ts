import type { Actor } from "@/lib/access/actor";
import { writeSheet } from "@/lib/integrations/spreadsheet/write-sheet";
import { placedColumns } from "./sheet-columns";
import { openSheet, type SheetFile, type SheetInput } from "./sheet-place";

/** 可下载填写的模板：必填带星号，选项成下拉，第一行是不会导入的示例。 */
export async function sheetTemplate(actor: Actor, input: SheetInput): Promise<SheetFile> {
  const place = await openSheet(actor, input);
  const columns = placedColumns(place);
  const bytes = await writeSheet({ title: place.table.label, columns, sample: columns.map((column) => column.sample), rows: [] });
  return { name: `${place.table.label}模板.xlsx`, bytes };
}
