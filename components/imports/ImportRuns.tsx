import { fullMomentOf } from "@/components/application/moments";
import { EmptyState } from "@/components/ui/EmptyState";
import { Link } from "@/components/ui/Link";
import { Status } from "@/components/ui/Status";
import { type Column, Table } from "@/components/ui/Table";
import type { ImportRunRow } from "@/lib/licensing/imports/import-views";
import { importOutcomes, importStates } from "@/lib/terms/imports";
import { codesOf } from "@/lib/terms/option-map";

export const importTones = { checked: "info", blocked: "bad", applied: "good", discarded: "off" } as const;

const columns: Column<ImportRunRow>[] = [
  { key: "file", head: "文件", rowHead: true, cell: (row) => <Link href={`/admin/imports/${row.id}`}>{row.fileName}</Link> },
  { key: "state", head: "状态", nowrap: true, cell: (row) => <Status tone={importTones[row.state]}>{importStates[row.state]}</Status> },
  ...codesOf(importOutcomes).map((code): Column<ImportRunRow> => ({ key: code, head: importOutcomes[code], num: true, phoneLabel: importOutcomes[code], cell: (row) => row.counts[code] })),
  { key: "checked", head: "检查", phoneLabel: "检查", soft: true, cell: (row) => `${fullMomentOf(row.createdAt)} ${row.createdBy}` },
  { key: "applied", head: "确认", phoneLabel: "确认", phoneHidden: (row) => row.appliedAt === "", minor: true, soft: true, cell: (row) => (row.appliedAt ? `${fullMomentOf(row.appliedAt)} ${row.appliedBy}` : "") },
];

/** 历次导入，新的在前。 */
export function ImportRuns({ rows }: { rows: readonly ImportRunRow[] }) {
  return <Table caption="历次导入，新的在前" rows={rows} rowKey={(row) => row.id} columns={columns} empty={<EmptyState>还没有导入过。</EmptyState>} />;
}
