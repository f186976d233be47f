import { Table } from "@/components/ui/Table";
import type { BusinessRow } from "@/lib/licensing/statistics/views";
import { applicationStates, finishedStates } from "@/lib/terms/states";

/** 一个业务一行：期间里提交的、各种结果，现在在办的、其中逾期的。 */
export function BusinessTable({ rows }: { rows: readonly BusinessRow[] }) {
  return (
    <Table
      caption="按业务统计"
      rows={rows}
      rowKey={({ business }) => business}
      empty="这一期间没有案件。"
      columns={[
        { key: "word", head: "业务", cell: ({ word }) => word, rowHead: true },
        { key: "received", head: "提交", cell: ({ received }) => received, num: true, phoneLabel: "提交" },
        ...finishedStates.map((state) => ({ key: state, head: applicationStates[state], cell: ({ outcomes }: BusinessRow) => outcomes[state], num: true, phoneLabel: applicationStates[state] })),
        { key: "running", head: "现在在办", cell: ({ running }) => running.reduce((sum, { count }) => sum + count, 0), num: true, phoneLabel: "在办" },
        { key: "overdue", head: "其中逾期", cell: ({ overdue }) => (overdue > 0 ? <span className="bad-t">{overdue}</span> : 0), num: true, phoneLabel: "逾期" },
      ]}
    />
  );
}
