import { momentOf } from "@/components/application/moments";
import { EmptyState } from "@/components/ui/EmptyState";
import { Link } from "@/components/ui/Link";
import { Status } from "@/components/ui/Status";
import { type Column, Table } from "@/components/ui/Table";
import type { BadRatingRow } from "@/lib/evaluation/bad-ratings/views";
import { DueMark } from "./DueMark";

const columns: Column<BadRatingRow>[] = [
  {
    key: "matter", head: "事项", rowHead: true,
    cell: (row) => (
      <>
        <Link href={`/admin/evaluations/bad/${row.id}`}>{row.matter}<span className="sr">，{row.rater}的差评</span></Link>
        {row.number && <small className="soft">{row.number}</small>}
      </>
    ),
  },
  { key: "level", head: "评价", nowrap: true, cell: (row) => <Status tone="bad">{row.levelWord}</Status> },
  { key: "reason", head: "原因", phoneWide: true, cell: (row) => row.reason },
  { key: "rater", head: "评价人", nowrap: true, minor: true, phoneLabel: "评价人", cell: (row) => row.rater },
  { key: "at", head: "评价时间", nowrap: true, soft: true, phoneLabel: "评价时间", cell: (row) => momentOf(row.ratedAt) },
  { key: "assignee", head: "办理人", nowrap: true, phoneLabel: "办理人", cell: (row) => row.assignee || "—" },
  { key: "state", head: "状态", nowrap: true, phoneLabel: "状态", cell: (row) => row.stateWord },
  { key: "due", head: "期限", nowrap: true, phoneLabel: "期限", cell: (row) => (row.closedAt ? `${momentOf(row.closedAt)} 办结` : <DueMark due={row.due} />) },
];

/** 差评办理列表；逾期的一行用字、图标与底色标出。 */
export function BadRatingTable({ rows, caption }: { rows: readonly BadRatingRow[]; caption: string }) {
  return (
    <Table
      caption={caption} rows={rows} rowKey={(row) => row.id} columns={columns} className="bad-ratings"
      rowTone={(row) => (row.due.tone === "red" ? "bad" : undefined)} empty={<EmptyState>没有这样的差评。</EmptyState>}
    />
  );
}
