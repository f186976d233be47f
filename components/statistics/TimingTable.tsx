import { Table } from "@/components/ui/Table";
import { percent } from "@/lib/evaluation/figures/indicators";
import type { Share, Timing } from "@/lib/licensing/statistics/indicators";
import type { StatisticsView } from "@/lib/licensing/statistics/views";
import { daysText } from "./days-text";

interface TimingRow {
  key: string;
  word: string;
  timing: Timing;
}

/** 用时对着承诺与法定期限：按业务，末行是合计。 */
export function TimingTable({ view: { businesses, timing } }: { view: Pick<StatisticsView, "businesses" | "timing"> }) {
  const rows: TimingRow[] = businesses.filter((row) => row.timing.decided > 0).map((row) => ({ key: row.business, word: row.word, timing: row.timing }));
  const late = (of: (timing: Timing) => Share) => (row: TimingRow) => {
    const { part, whole } = of(row.timing);
    return whole === part ? 0 : <span className="bad-t">{whole - part}</span>;
  };
  return (
    <Table
      caption="用时与期限"
      rows={rows.length > 1 ? [...rows, { key: "total", word: "合计", timing }] : rows}
      rowKey={({ key }) => key}
      empty="这一期间没有作出许可决定的案件。"
      columns={[
        { key: "word", head: "业务", cell: ({ word }) => word, rowHead: true },
        { key: "decided", head: "作出决定", cell: (row) => row.timing.decided, num: true, phoneLabel: "决定" },
        { key: "promised", head: "承诺期限内", cell: (row) => percent(row.timing.promised), num: true, phoneLabel: "承诺期限内" },
        { key: "promisedLate", head: "超承诺", cell: late(({ promised }) => promised), num: true, phoneLabel: "超承诺" },
        { key: "statutory", head: "法定期限内", cell: (row) => percent(row.timing.statutory), num: true, phoneLabel: "法定期限内" },
        { key: "statutoryLate", head: "超法定", cell: late(({ statutory }) => statutory), num: true, phoneLabel: "超法定" },
        { key: "median", head: "中位数", cell: (row) => daysText(row.timing.median), num: true, phoneLabel: "中位数" },
        { key: "ninety", head: "九成不超过", cell: (row) => daysText(row.timing.ninety), num: true, phoneLabel: "九成不超过" },
        { key: "longest", head: "最长", cell: (row) => daysText(row.timing.longest), num: true, phoneLabel: "最长" },
      ]}
    />
  );
}
