import type { Act } from "@/components/account/reply";
import { EmptyState } from "@/components/ui/EmptyState";
import { Link } from "@/components/ui/Link";
import { type Column, Table } from "@/components/ui/Table";
import type { DocumentRow } from "@/lib/licensing/documents/views";
import { formatChineseDate } from "@/lib/workflow/iso-date";
import { DeliveryStatus } from "./DeliveryStatus";
import { DocumentLinks } from "./DocumentLinks";
import { type DeliveryCommand, RegisterDelivery } from "./RegisterDelivery";

const columnsWith = (register: Act<DeliveryCommand>): Column<DocumentRow>[] => [
  { key: "kind", head: "文书", rowHead: true, cell: (row) => <>{row.kindWord}<small className="soft">{row.number}</small></> },
  { key: "enterprise", head: "企业", phoneWide: true, cell: (row) => row.enterprise },
  { key: "case", head: "申请编号", nowrap: true, phoneLabel: "申请", cell: (row) => <Link href={`/admin/applications/${row.caseId}`}>{row.caseNumber}</Link> },
  { key: "issued", head: "出具日期", nowrap: true, phoneLabel: "出具", cell: (row) => formatChineseDate(row.issuedOn) },
  { key: "state", head: "送达", phoneLabel: "送达", cell: (row) => <><DeliveryStatus document={row} /> <small className="soft">{row.delivery}</small></> },
  {
    key: "act", head: "办理", phoneWide: true,
    cell: (row) => <span className="links"><DocumentLinks document={row} receipt /> {row.recordable && <RegisterDelivery document={row} register={register} />}</span>,
  },
];

/** 本机构的文书清单。 */
export function DocumentTable({ rows, caption, register }: { rows: readonly DocumentRow[]; caption: string; register: Act<DeliveryCommand> }) {
  return <Table caption={caption} rows={rows} rowKey={(row) => row.id} className="document-table" columns={columnsWith(register)} empty={<EmptyState>没有这样的文书。</EmptyState>} />;
}
