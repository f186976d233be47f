import { Message } from "@/components/ui/Message";
import { Status } from "@/components/ui/Status";
import { type Column, Table } from "@/components/ui/Table";
import type { BatchPreview, BatchResult, BatchRow } from "@/lib/licensing/batch";

const columns: Column<BatchRow>[] = [
  { key: "number", head: "编号", nowrap: true, soft: true, cell: (row) => row.number },
  { key: "enterprise", head: "企业", rowHead: true, cell: (row) => row.enterprise },
  { key: "business", head: "业务", phoneWide: true, cell: (row) => [row.business, row.scopeText].filter(Boolean).join("，") },
  { key: "outcome", head: "办了之后", phoneWide: true, cell: (row) => (row.obstacle ? <Status tone="bad">不能办：{row.obstacle}</Status> : row.outcome) },
];

/** 办理之前：每一件会怎样，不能办的为什么。 */
export function BatchRows({ preview: { rows, confirm } }: { preview: BatchPreview }) {
  const blocked = rows.filter(({ obstacle }) => obstacle !== "").length;
  return (
    <>
      {blocked > 0 && <Message tone="warn">{blocked} 件不能办，其余 {rows.length - blocked} 件照办。</Message>}
      <Table caption="这一批的案件与后果" rows={rows} rowKey={(row) => row.applicationId} rowTone={(row) => (row.obstacle ? "bad" : undefined)} columns={columns} />
      {confirm && <p>{confirm}</p>}
    </>
  );
}

const results: Column<BatchResult>[] = [
  { key: "number", head: "编号", rowHead: true, nowrap: true, cell: (row) => row.number },
  { key: "outcome", head: "结局", phoneWide: true, cell: (row) => <Status tone={row.done ? "good" : "bad"}>{row.done ? row.words : `没有办成：${row.words}`}</Status> },
];

/** 办理之后：逐件的结局，没有办成的在前。 */
export function BatchOutcome({ results: rows }: { results: readonly BatchResult[] }) {
  const failed = rows.filter(({ done }) => !done).length;
  const sorted = [...rows].sort((a, b) => Number(a.done) - Number(b.done));
  return (
    <>
      <Message tone={failed > 0 ? "warn" : "good"} announce>{failed > 0 ? `办成 ${rows.length - failed} 件，${failed} 件没有办成。` : `${rows.length} 件都已办成。`}</Message>
      <Table caption="逐件的结局" rows={sorted} rowKey={(row) => row.applicationId} columns={results} />
    </>
  );
}
