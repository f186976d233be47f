import { EmptyState } from "@/components/ui/EmptyState";
import { Panel } from "@/components/ui/Panel";
import { type Column, Table } from "@/components/ui/Table";
import type { DocumentRow } from "@/lib/licensing/documents/views";
import { formatChineseDate } from "@/lib/workflow/iso-date";
import { DeliveryStatus } from "./DeliveryStatus";
import { DocumentLinks } from "./DocumentLinks";

const columns: Column<DocumentRow>[] = [
  { key: "kind", head: "文书", rowHead: true, cell: (row) => row.kindWord },
  { key: "number", head: "编号", cell: (row) => row.number },
  { key: "issued", head: "出具日期", nowrap: true, phoneLabel: "出具", cell: (row) => formatChineseDate(row.issuedOn) },
  { key: "state", head: "送达", phoneLabel: "送达", cell: (row) => <><DeliveryStatus document={row} /> <small className="soft">{row.state === "delivered" && row.delivery}</small></> },
  { key: "links", head: "查看", act: true, cell: (row) => <DocumentLinks document={row} /> },
];

/** 送给企业的文书；打开即为收到。 */
export function DocumentsPanel({ documents }: { documents: readonly DocumentRow[] }) {
  if (documents.length === 0) return null;
  return (
    <Panel title="文书" id="documents" flush aside={<span className="soft small">打开或下载即视为收到</span>}>
      <Table caption="本件申请的文书，先出具的在前" rows={documents} rowKey={(row) => row.id} columns={columns} empty={<EmptyState>还没有文书。</EmptyState>} />
    </Panel>
  );
}
