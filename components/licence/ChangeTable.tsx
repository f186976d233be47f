import { Table } from "@/components/ui/Table";
import type { FactChange } from "@/lib/licensing/licence/version-changes";

/** 变更前 → 变更后，一处一行，全用文字；遮盖之后看不出不同的，说明已经变了。 */
export function ChangeTable({ caption, changes }: { caption: string; changes: readonly FactChange[] }) {
  return (
    <Table caption={caption} rows={changes} rowKey={(change, index) => `${index}-${change.label}`}
      columns={[
        { key: "label", head: "事项", rowHead: true, cell: (change) => change.label },
        { key: "before", head: "变更前", phoneLabel: "变更前", soft: true, cell: (change) => change.before || "没有" },
        { key: "after", head: "变更后", phoneLabel: "变更后", cell: (change) => (change.after === change.before ? `${change.after}（已变更）` : change.after || "没有") },
      ]} />
  );
}
