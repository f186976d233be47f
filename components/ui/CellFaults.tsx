import { Table } from "@/components/ui/Table";
import type { CellFault } from "@/lib/forms/spreadsheet";

/** 表格文件里不对的各格：第几行、哪一列、为什么、原来写的。 */
export function CellFaults({ caption, faults }: { caption: string; faults: readonly CellFault[] }) {
  return (
    <Table caption={caption} rows={faults} rowKey={(fault, index) => `${fault.line}-${fault.column}-${index}`}
      columns={[
        { key: "line", head: "行号", num: true, rowHead: true, cell: (fault) => `第 ${fault.line} 行` },
        { key: "column", head: "列", phoneLabel: "列", cell: (fault) => fault.column },
        { key: "reason", head: "原因", phoneLabel: "原因", cell: (fault) => fault.reason },
        { key: "value", head: "原内容", phoneLabel: "原内容", cell: (fault) => fault.value || "（空）" },
      ]} />
  );
}
