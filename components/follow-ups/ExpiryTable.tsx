import { EmptyState } from "@/components/ui/EmptyState";
import { Link } from "@/components/ui/Link";
import { Status } from "@/components/ui/Status";
import { type Column, Table } from "@/components/ui/Table";
import type { ExpiryRow } from "@/lib/licensing/expiry-views";
import { formatChineseDate } from "@/lib/workflow/iso-date";

const left = (days: number): string => (days < 0 ? `届满 ${-days} 天` : days === 0 ? "今日届满" : `还有 ${days} 天`);

function Renewal({ row }: { row: ExpiryRow }) {
  if (row.renewalId) return <Link href={`/admin/applications/${row.renewalId}`}>{row.renewalNumber}</Link>;
  if (row.daysLeft < 0) return <Status tone="off">没有办延续</Status>;
  return <Status tone={row.tooLate ? "bad" : "warn"}>{row.tooLate ? "延续期限已过" : `${formatChineseDate(row.renewBy)}前提交`}</Status>;
}

const columns: Column<ExpiryRow>[] = [
  { key: "holder", head: "持证单位", rowHead: true, cell: (row) => <Link href={`/admin/licences/${row.id}`}>{row.holder}</Link> },
  { key: "number", head: "许可证编号", nowrap: true, cell: (row) => row.number },
  { key: "scope", head: "类别和等级", minor: true, cell: (row) => row.scopeText },
  { key: "uscc", head: "统一社会信用代码", minor: true, nowrap: true, soft: true, cell: (row) => row.uscc },
  { key: "validTo", head: "有效期至", nowrap: true, sort: "ascending", phoneLabel: "有效期至", cell: (row) => formatChineseDate(row.validTo) },
  { key: "left", head: "还有几天", nowrap: true, cell: (row) => <span className={row.daysLeft <= 30 ? "bad-t" : undefined}>{left(row.daysLeft)}</span> },
  { key: "renewal", head: "延续", nowrap: true, cell: (row) => <Renewal row={row} /> },
];

/** 将届满、已届满的许可证，先届满的在前。 */
export function ExpiryTable({ rows, caption }: { rows: readonly ExpiryRow[]; caption: string }) {
  return <Table caption={caption} rows={rows} rowKey={(row) => row.id} columns={columns} empty={<EmptyState>没有这样的许可证。</EmptyState>} />;
}
