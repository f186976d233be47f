import { Table } from "@/components/ui/Table";
import { noFigure, percent } from "@/lib/evaluation/figures/indicators";
import type { Share, Timing } from "@/lib/licensing/statistics/indicators";
import type { StatisticsView } from "@/lib/licensing/statistics/views";
import { applicationStates } from "@/lib/terms/states";
import { daysText } from "./days-text";

interface TimingRow {
  key: string;
  word: string;
  count: number;
  /** 没有期限可比的为空。 */
  limits?: Pick<Timing, "promised" | "statutory">;
  days: Pick<Timing, "median" | "ninety" | "longest">;
}

const timed = (key: string, word: string, timing: Timing): TimingRow => ({ key, word, count: timing.decided, limits: timing, days: timing });

/** 用时对着承诺与法定期限：按业务，接着是合计；不予受理与终止另起行，没有期限可比。 */
export function TimingTable({ view: { businesses, timing, endings } }: { view: Pick<StatisticsView, "businesses" | "timing" | "endings"> }) {
  const decided = businesses.filter((row) => row.timing.decided > 0).map((row) => timed(row.business, row.word, row.timing));
  const others = endings.map((ending): TimingRow => ({ key: ending.state, word: applicationStates[ending.state], count: ending.count, days: ending }));
  const share = (of: (limits: NonNullable<TimingRow["limits"]>) => Share) => ({ limits }: TimingRow) => (limits ? percent(of(limits)) : noFigure);
  const late = (of: (limits: NonNullable<TimingRow["limits"]>) => Share) => ({ limits }: TimingRow) => {
    if (!limits) return noFigure;
    const { part, whole } = of(limits);
    return whole === part ? 0 : <span className="bad-t">{whole - part}</span>;
  };
  return (
    <Table
      caption="用时与期限"
      rows={[...decided, ...(decided.length > 1 ? [timed("total", "合计", timing)] : []), ...others]}
      rowKey={({ key }) => key}
      empty="这一期间没有办结的案件。"
      columns={[
        { key: "word", head: "业务", cell: ({ word }) => word, rowHead: true },
        { key: "count", head: "件数", cell: ({ count }) => count, num: true, phoneLabel: "件数" },
        { key: "promised", head: "承诺期限内", cell: share(({ promised }) => promised), num: true, phoneLabel: "承诺期限内" },
        { key: "promisedLate", head: "超承诺", cell: late(({ promised }) => promised), num: true, phoneLabel: "超承诺" },
        { key: "statutory", head: "法定期限内", cell: share(({ statutory }) => statutory), num: true, phoneLabel: "法定期限内" },
        { key: "statutoryLate", head: "超法定", cell: late(({ statutory }) => statutory), num: true, phoneLabel: "超法定" },
        { key: "median", head: "中位数", cell: ({ days }) => daysText(days.median), num: true, phoneLabel: "中位数" },
        { key: "ninety", head: "九成不超过", cell: ({ days }) => daysText(days.ninety), num: true, phoneLabel: "九成不超过" },
        { key: "longest", head: "最长", cell: ({ days }) => daysText(days.longest), num: true, phoneLabel: "最长" },
      ]}
    />
  );
}
