import { fullMomentOf } from "@/components/application/moments";
import { EmptyState } from "@/components/ui/EmptyState";
import { Link } from "@/components/ui/Link";
import { Status } from "@/components/ui/Status";
import { type Column, Table } from "@/components/ui/Table";
import type { ClaimRow } from "@/lib/enterprise/claims";
import { formatChineseDate } from "@/lib/workflow/iso-date";

export const claimTones = { pending: "info", approved: "good", rejected: "off" } as const;

const columns: Column<ClaimRow>[] = [
  { key: "enterprise", head: "企业", rowHead: true, cell: (row) => <><Link href={`/admin/claims/${row.id}`}>{row.enterpriseName}</Link>{row.standsInFor && <span className="small soft">（{row.standsInFor}，那里没有系统管理员）</span>}</> },
  { key: "uscc", head: "统一社会信用代码", phoneLabel: "代码", nowrap: true, phoneWide: true, cell: (row) => row.uscc },
  { key: "applicant", head: "申请人", phoneLabel: "申请人", cell: (row) => `${row.applicant} ${row.mobile}` },
  { key: "createdAt", head: "提交", phoneLabel: "提交", nowrap: true, soft: true, cell: (row) => fullMomentOf(row.createdAt) },
  { key: "state", head: "状态", cell: (row) => <Status tone={row.overdue ? "bad" : claimTones[row.state]}>{row.stateWord}</Status> },
  { key: "dueOn", head: "核实期限", phoneLabel: "核实期限", nowrap: true, cell: (row) => <>{formatChineseDate(row.dueOn)}{row.overdue && "，已过"}</> },
];

/** 认领申请的列表。 */
export function ClaimTable({ rows, caption }: { rows: readonly ClaimRow[]; caption: string }) {
  return <Table caption={caption} rows={rows} rowKey={(row) => row.id} columns={columns} empty={<EmptyState>没有认领申请。</EmptyState>} />;
}
