import { type Column, Table } from "@/components/ui/Table";
import type { FigureDifference } from "@/lib/licensing/rule-sets/named-figures";

const none = <span className="soft">没有这一项</span>;

/** 两套标准哪些数字不同，一处一行。 */
export function FigureDifferences({ older, newer, rows }: { older: string; newer: string; rows: readonly FigureDifference[] }) {
  const columns: Column<FigureDifference>[] = [
    { key: "where", head: "名称", rowHead: true, cell: (row) => row.where },
    { key: "before", head: older, phoneLabel: "原标准", cell: (row) => row.before || none },
    { key: "after", head: newer, phoneLabel: "新标准", cell: (row) => row.after || none },
  ];
  return <Table caption={`${older}与${newer}不同的数字`} rows={rows} rowKey={(row) => row.where} columns={columns} />;
}
