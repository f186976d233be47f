import { EmptyState } from "@/components/ui/EmptyState";
import { Link } from "@/components/ui/Link";
import { Status, type StatusTone } from "@/components/ui/Status";
import { type Column, Table } from "@/components/ui/Table";
import type { LicenceRow } from "@/lib/licensing/licence-views";
import type { LicenceStateCode } from "@/lib/terms/states";
import { formatChineseDate } from "@/lib/workflow/iso-date";

const tones: Partial<Record<LicenceStateCode, StatusTone>> = { valid: "good", renewalPending: "warn", rectification: "warn" };

/** 许可证现在怎样，用字说。 */
export function LicenceStatus({ state, word }: { state: LicenceStateCode; word: string }) {
  return <Status tone={tones[state] ?? "bad"}>{word}</Status>;
}

const columns: Column<LicenceRow>[] = [
  { key: "number", head: "许可证编号", rowHead: true, nowrap: true, cell: (row) => <Link href={`/admin/licences/${row.id}`}>{row.number}</Link> },
  { key: "holder", head: "持证单位", cell: (row) => row.holder },
  { key: "scope", head: "类别和等级", cell: (row) => row.scopeText },
  { key: "uscc", head: "统一社会信用代码", minor: true, nowrap: true, soft: true, phoneWide: true, cell: (row) => row.uscc },
  { key: "validTo", head: "有效期至", nowrap: true, phoneLabel: "有效期至", cell: (row) => formatChineseDate(row.validTo) },
  { key: "state", head: "状态", nowrap: true, cell: (row) => <LicenceStatus state={row.state} word={row.stateWord} /> },
];

/** 本机构发出的许可证，新的在前。 */
export function LicenceTable({ rows, caption }: { rows: readonly LicenceRow[]; caption: string }) {
  return <Table caption={caption} rows={rows} rowKey={(row) => row.id} columns={columns} empty={<EmptyState>没有找到许可证。</EmptyState>} />;
}
