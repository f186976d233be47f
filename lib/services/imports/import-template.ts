import "server-only";
import type { Actor } from "@/lib/access/actor";
import { authorise } from "@/lib/access/can";
import { type BaseContext } from "@/lib/forms/answers";
import { writeSheets } from "@/lib/integrations/spreadsheet/write-sheet";
import { importSection, importTables } from "@/lib/licensing/imports/columns";
import { placedColumns } from "@/lib/services/sheets/sheet-columns";

const context: BaseContext = { today: "", answers: {}, files: [] };

/** 导入用的模板：企业、许可证两张表，各有示例行、下拉与填写说明。 */
export async function importTemplate(actor: Actor): Promise<{ name: string; bytes: Buffer }> {
  authorise(actor, "settings.edit");
  const sheets = Object.values(importTables).map((table) => {
    const columns = placedColumns({ section: importSection, table, context });
    return { title: table.label, columns, sample: columns.map((column) => column.sample), rows: [] };
  });
  return { name: "企业与许可证导入模板.xlsx", bytes: await writeSheets(sheets) };
}
