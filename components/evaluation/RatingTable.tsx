import { Status } from "@/components/ui/Status";
import { Table } from "@/components/ui/Table";
import type { RatingRow } from "@/lib/evaluation/views";
import { shanghaiMoment } from "@/lib/workflow/iso-date";

/** 评价列表：差评用词与图标标出，不只靠颜色。 */
export function RatingTable({ rows }: { rows: readonly RatingRow[] }) {
  return (
    <Table
      caption="收到的评价，新的在前"
      rows={rows}
      rowKey={(row) => row.id}
      empty="还没有收到评价。"
      columns={[
        { key: "number", head: "编号或服务点", cell: (row) => row.number || "—", rowHead: true, nowrap: true },
        { key: "business", head: "业务", cell: (row) => row.business, phoneLabel: "业务" },
        { key: "level", head: "评价", cell: (row) => <Status tone={row.bad ? "bad" : "good"}>{row.word}</Status>, phoneLabel: "评价" },
        { key: "options", head: "详情", cell: (row) => row.options.join("、"), phoneLabel: "详情", phoneWide: true },
        { key: "comment", head: "意见建议", cell: (row) => row.comment, phoneLabel: "意见", phoneWide: true },
        { key: "rater", head: "评价人", cell: (row) => row.rater, phoneLabel: "评价人", minor: true },
        { key: "at", head: "时间", cell: (row) => shanghaiMoment(new Date(row.at)), phoneLabel: "时间", nowrap: true },
      ]}
    />
  );
}
