import { EmptyState } from "@/components/ui/EmptyState";
import { Link } from "@/components/ui/Link";
import { Tag } from "@/components/ui/Status";
import { type Column, Table } from "@/components/ui/Table";
import type { FollowUpRow } from "@/lib/licensing/follow-up-views";
import { formatChineseDate } from "@/lib/workflow/iso-date";
import { FollowUpFacts } from "./FollowUpFacts";

const columns: Column<FollowUpRow>[] = [
  { key: "enterprise", head: "企业", rowHead: true, cell: (row) => <Link href={`/admin/follow-ups/${row.id}`}>{row.enterprise}</Link> },
  { key: "kind", head: "种类", nowrap: true, cell: (row) => row.kindWord },
  { key: "number", head: "申请编号", nowrap: true, soft: true, cell: (row) => <Link href={`/admin/applications/${row.caseId}`}>{row.number}</Link> },
  { key: "business", head: "业务", cell: (row) => <>{row.business} {row.mark && <Tag>{row.mark}</Tag>}</> },
  { key: "task", head: "要办的事", minor: true, cell: (row) => row.task },
  { key: "due", head: "期限", nowrap: true, sort: "ascending", phoneLabel: "期限", cell: (row) => <>{formatChineseDate(row.dueOn)}{row.dueProvisional && "（暂定）"}{row.dueText && <small className={row.overdue ? "bad-t" : "soft"}> {row.dueText}</small>}</> },
  { key: "licence", head: "许可证", minor: true, nowrap: true, soft: true, cell: (row) => (row.licenceId ? <Link href={`/admin/licences/${row.licenceId}`}>{row.licenceNumber}</Link> : "") },
  { key: "state", head: "状态", nowrap: true, cell: (row) => <FollowUpFacts view={row} /> },
];

/** 后续任务列表；状态里说明逾期。 */
export function FollowUpTable({ rows, caption }: { rows: readonly FollowUpRow[]; caption: string }) {
  return <Table caption={caption} rows={rows} rowKey={(row) => row.id} columns={columns} empty={<EmptyState>没有这样的任务。</EmptyState>} />;
}
