import { EmptyState } from "@/components/ui/EmptyState";
import { Link } from "@/components/ui/Link";
import { Panel } from "@/components/ui/Panel";
import { Status, Tag } from "@/components/ui/Status";
import { Table } from "@/components/ui/Table";
import type { ApplicationRow } from "@/lib/licensing/views";
import { toneOfState } from "./ApplicationStatus";
import { fullDayOf, momentOf } from "./moments";

/** 申请记录，现在的与过去的，新的在前。 */
export function ApplicationList({ rows }: { rows: readonly ApplicationRow[] }) {
  return (
    <Panel title="申请记录" id="records" flush>
      <Table caption="申请记录" rows={rows} rowKey={(row) => row.applicationId} empty={<EmptyState>还没有申请。</EmptyState>}
        columns={[
          { key: "number", head: "申请编号", rowHead: true, nowrap: true, cell: (row) => <Link href={`/applications/${row.applicationId}`}>{row.number}</Link> },
          { key: "label", head: "业务", phoneLabel: "业务", cell: (row) => <>{row.label} {row.mark && <Tag>{row.mark}</Tag>}</> },
          { key: "scope", head: "申请内容", phoneLabel: "申请内容", cell: (row) => row.scopeText },
          { key: "state", head: "状态", phoneLabel: "状态", cell: (row) => <Status tone={toneOfState[row.state]} icon={row.state === "draft" ? "ring" : undefined}>{row.stateWord}</Status> },
          { key: "submitted", head: "提交时间", phoneLabel: "提交时间", nowrap: true, cell: (row) => (row.submittedAt ? fullDayOf(row.submittedAt) : "") },
          { key: "updated", head: "最近保存", phoneLabel: "最近保存", minor: true, cell: (row) => `${momentOf(row.updatedAt)} ${row.updatedBy}` },
          {
            key: "act", head: "操作", act: true,
            cell: (row) => (
              <>
                <Link className="link" href={`/applications/${row.applicationId}`}>{goOn(row)}<span className="sr">：{row.number}</span></Link>
                <Link className="link" href={`/applications/${row.applicationId}/history`}>经过<span className="sr">：{row.number}</span></Link>
              </>
            ),
          },
        ]} />
    </Panel>
  );
}

function goOn({ state }: ApplicationRow): string {
  if (state === "draft") return "继续填写";
  return state === "correction" ? "去补正" : "查看";
}
