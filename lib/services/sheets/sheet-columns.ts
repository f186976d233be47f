import type { BaseContext } from "@/lib/forms/answers";
import { fieldsOf, type Section, type Table } from "@/lib/forms/definition";
import type { KindName } from "@/lib/forms/kinds/values";
import { columnsOf, type SheetColumn } from "@/lib/forms/spreadsheet";
import type { SheetColumnSpec } from "@/lib/integrations/spreadsheet/sheet";

/** 示例行里各种字段写什么；选项另取第一个。 */
const samples: Readonly<Record<KindName, string>> = {
  text: "示例", longText: "示例", select: "", radio: "", multiSelect: "", checkbox: "否", integer: "10", decimal: "100.5", date: "2020-03-01", month: "2020-03",
  mobile: "13800000000", phone: "010-00000000", fixedLine: "010-00000000", email: "name@example.com", postalCode: "110000", residentId: "11010519491231002X",
  identityNumber: "11010519491231002X", uscc: "91000000000000000X", region: "辽宁省/沈阳市/和平区", levelMatrix: "", person: "", enterprise: "91000000000000000X",
};

export interface PlacedColumn extends SheetColumnSpec {
  kind: KindName;
  sample: string;
}

/** 表的声明 → 电子表格的列。 */
export function placedColumns<C extends BaseContext>({ section, table, context }: { section: Section<C>; table: Table<C>; context: C }): PlacedColumn[] {
  const kinds = new Map(fieldsOf(table.groups).map((field) => [field.key, field.kind]));
  return columnsOf(section, table, context).map((column) => placed(column, kinds.get(column.field) ?? "text"));
}

function placed({ header, required, options, help }: SheetColumn, kind: KindName): PlacedColumn {
  const multiple = kind === "multiSelect";
  const sample = multiple ? options.slice(0, 2).join("、") : (options[0] ?? samples[kind]);
  const choices = kind === "checkbox" ? ["是", "否"] : options;
  return { header, required, options: choices, multiple, kind, sample: kind === "checkbox" ? samples.checkbox : sample, ...(help ? { help } : {}) };
}
