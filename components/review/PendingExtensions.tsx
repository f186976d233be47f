import { dayOf } from "@/components/application/moments";
import { Link } from "@/components/ui/Link";
import { Panel } from "@/components/ui/Panel";
import { type Column, Table } from "@/components/ui/Table";
import type { ExtensionRow } from "@/lib/licensing/site-visit-views";
import { formatChineseDate } from "@/lib/workflow/iso-date";

const columns: Column<ExtensionRow>[] = [
  { key: "number", head: "编号", nowrap: true, soft: true, cell: (row) => row.number },
  { key: "enterprise", head: "企业", rowHead: true, cell: (row) => <Link href={`/admin/applications/${row.id}`}>{row.enterprise}</Link> },
  { key: "business", head: "业务", nowrap: true, cell: (row) => row.business },
  { key: "state", head: "状态", nowrap: true, cell: (row) => row.stateWord },
  { key: "reason", head: "理由", cell: (row) => row.reason },
  { key: "by", head: "申请", nowrap: true, phoneLabel: "申请", cell: (row) => `${row.requestedBy}，${dayOf(row.requestedAt)}` },
  { key: "due", head: "法定期限", nowrap: true, sort: "ascending", phoneLabel: "法定期限", cell: (row) => row.statutoryDueOn && formatChineseDate(row.statutoryDueOn) },
];

/** 签发岗：等批准的延长期限，打开案件办理；没有的不占地方。 */
export function PendingExtensions({ rows }: { rows: readonly ExtensionRow[] }) {
  if (rows.length === 0) return null;
  return (
    <Panel title={`待批延期 ${rows.length} 件`} id="pending-extensions" flush>
      <Table caption="等您批准的延长期限，法定期限近的在前" rows={rows} rowKey={(row) => row.id} columns={columns} />
    </Panel>
  );
}
