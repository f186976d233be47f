import { EmptyState } from "@/components/ui/EmptyState";
import { Link } from "@/components/ui/Link";
import { Panel } from "@/components/ui/Panel";
import { Table } from "@/components/ui/Table";
import type { ParticularsChangeView } from "@/lib/enterprise/changed-lines";
import { formatChineseDate } from "@/lib/terms/dates";

/** 登记变更记录：历次登记事项变更，以前的内容都留着。 */
export function ParticularsHistory({ changes }: { changes: readonly ParticularsChangeView[] }) {
  const lines = changes.flatMap(({ id, caseId, effectiveOn, changes: own }) => own.map((line) => ({ id, caseId, effectiveOn, ...line })));
  return (
    <Panel id="particulars-history" title="登记变更记录" flush>
      {lines.length === 0 ? (
        <EmptyState>还没有办理过登记事项变更。</EmptyState>
      ) : (
        <Table caption="历次登记事项变更" rows={lines} rowKey={({ id, label }) => `${id} ${label}`}
          columns={[
            { key: "label", head: "登记事项", rowHead: true, cell: (line) => line.label },
            { key: "before", head: "变更前", phoneLabel: "变更前", soft: true, cell: (line) => line.before || "（空）" },
            { key: "after", head: "变更后", phoneLabel: "变更后", cell: (line) => line.after },
            { key: "on", head: "生效日期", phoneLabel: "生效日期", nowrap: true, cell: (line) => formatChineseDate(line.effectiveOn) },
            { key: "case", head: "申请", act: true, cell: (line) => <Link href={`/applications/${line.caseId}/history`}>办理经过<span className="sr">：{line.label}</span></Link> },
          ]} />
      )}
    </Panel>
  );
}
