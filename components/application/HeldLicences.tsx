import { ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { Link } from "@/components/ui/Link";
import { Panel } from "@/components/ui/Panel";
import { Status } from "@/components/ui/Status";
import { Table } from "@/components/ui/Table";
import type { LicenceRow } from "@/lib/licensing/licence-views";
import { formatChineseDate } from "@/lib/workflow/iso-date";
import { licenceStanding, toneOfLicence } from "./home/HeldLicence";

/** 许可证列表；还没有的指向新申请。 */
export function HeldLicences({ rows }: { rows: readonly LicenceRow[] }) {
  if (rows.length === 0) {
    return (
      <Panel flush>
        <EmptyState actions={<ButtonLink kind="primary" href="/guides/new-licence">许可证新申请</ButtonLink>}>贵单位还没有许可证。</EmptyState>
      </Panel>
    );
  }
  return (
    <Panel flush>
      <Table caption="持有的许可证" rows={rows} rowKey={(row) => row.id}
        columns={[
          { key: "number", head: "许可证编号", rowHead: true, nowrap: true, cell: (row) => <Link href={`/licences/${row.id}`}>{row.number}</Link> },
          { key: "scope", head: "类别和等级", phoneLabel: "类别和等级", cell: (row) => row.scopeText },
          { key: "from", head: "有效期自", phoneLabel: "有效期自", nowrap: true, cell: (row) => formatChineseDate(row.validFrom) },
          { key: "to", head: "有效期至", phoneLabel: "有效期至", nowrap: true, cell: (row) => formatChineseDate(row.validTo) },
          { key: "state", head: "状态", phoneLabel: "状态", cell: (row) => <Status tone={toneOfLicence[row.state] ?? "bad"}>{licenceStanding(row)}</Status> },
          { key: "act", head: "操作", act: true, cell: (row) => <a className="link" href={`/api/licences/${row.number}/certificate`} download>下载电子证照<span className="sr">{row.number}</span></a> },
        ]} />
    </Panel>
  );
}
