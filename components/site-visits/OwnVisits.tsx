import { Link } from "@/components/ui/Link";
import { Panel } from "@/components/ui/Panel";
import { type Column, Table } from "@/components/ui/Table";
import type { OwnVisitRow } from "@/lib/licensing/site-visit-views";
import { siteVisitFields } from "@/lib/terms/site-visits";
import { formatChineseDate } from "@/lib/workflow/iso-date";
import { VisitStatus } from "./VisitStatus";

const columns: Column<OwnVisitRow>[] = [
  { key: "planned", head: siteVisitFields.plannedOn, nowrap: true, sort: "ascending", cell: (row) => formatChineseDate(row.plannedOn) },
  { key: "enterprise", head: "企业", rowHead: true, cell: (row) => <Link href={`/admin/applications/${row.applicationId}/site-visit`}>{row.enterprise}</Link> },
  { key: "number", head: "申请编号", nowrap: true, soft: true, cell: (row) => row.number },
  { key: "place", head: "地点", minor: true, cell: (row) => row.place },
  { key: "officials", head: "核查人员", minor: true, cell: (row) => row.officials.join("、") },
  { key: "task", head: "等您", cell: (row) => row.task },
  { key: "state", head: "状态", nowrap: true, cell: (row) => <VisitStatus state={row.state} /> },
];

/** 我的现场核查；没有的不占地方。 */
export function OwnVisits({ visits }: { visits: readonly OwnVisitRow[] }) {
  if (visits.length === 0) return null;
  return (
    <Panel title={`我的现场核查 ${visits.length} 件`} id="own-visits" flush>
      <Table caption="等您去或者等您签字的现场核查，日期近的在前" rows={visits} rowKey={(row) => row.id} columns={columns} />
    </Panel>
  );
}
