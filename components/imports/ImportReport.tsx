import { EmptyState } from "@/components/ui/EmptyState";
import { Pager } from "@/components/ui/Pager";
import { Status } from "@/components/ui/Status";
import { type Column, Table } from "@/components/ui/Table";
import { Views } from "@/components/ui/Views";
import type { ImportRunView } from "@/lib/licensing/imports/import-views";
import type { ImportRow } from "@/lib/licensing/imports/report";
import { importOutcomes, type ImportOutcomeCode, importSheets } from "@/lib/terms/imports";
import { codesOf } from "@/lib/terms/option-map";

const tones = { added: "good", updated: "info", unchanged: "off", faulty: "bad" } as const;

const columnsOf = (outcome: ImportOutcomeCode): Column<ImportRow>[] => [
  { key: "line", head: "行", rowHead: true, nowrap: true, cell: (row) => `${importSheets[row.sheet]}第 ${row.line} 行` },
  { key: "title", head: "企业或许可证", phoneLabel: "企业或许可证", cell: (row) => row.title },
  { key: "outcome", head: "结果", nowrap: true, cell: (row) => <Status tone={tones[row.outcome]}>{importOutcomes[row.outcome]}</Status> },
  ...(outcome === "faulty" ? [{ key: "faults", head: "哪里不对", phoneLabel: "哪里不对", phoneWide: true, cell: (row: ImportRow) => <Faults row={row} /> }] : []),
  ...(outcome === "updated" ? [{ key: "changes", head: "改动", phoneLabel: "改动", phoneWide: true, cell: (row: ImportRow) => <Changes row={row} /> }] : []),
];

/** 原来 → 改成，一项一行。 */
function Changes({ row: { changes = [] } }: { row: ImportRow }) {
  return (
    <ul>
      {changes.map(({ column, before, after }) => (
        <li key={column}>
          <b>{column}</b>：<span className="soft">{before || "无"}</span> → {after || "无"}
        </li>
      ))}
    </ul>
  );
}

function Faults({ row: { faults } }: { row: ImportRow }) {
  if (faults.length === 0) return null;
  return (
    <ul>
      {faults.map(({ column, reason, value }) => (
        <li key={`${column}-${reason}`}>
          <b>{column}</b>：{reason}
          {value !== "" && <span className="soft">（原内容：{value}）</span>}
        </li>
      ))}
    </ul>
  );
}

/** 一次导入逐行的结果，按结果分开看。 */
export function ImportReport({ run }: { run: ImportRunView }) {
  const href = (query: Record<string, string>): string => `/admin/imports/${run.id}?${new URLSearchParams(query)}`;
  return (
    <section className="panel" aria-label="逐行的结果">
      <div className="ph">
        <Views label="结果" href={(key) => href({ outcome: key })}
          views={codesOf(importOutcomes).map((code) => ({ key: code, label: importOutcomes[code], count: run.counts[code], current: code === run.outcome, urgent: code === "faulty" && run.counts.faulty > 0 }))} />
        {run.counts.faulty > 0 && <a className="btn slim" href={`/api/imports/${run.id}/faults`} download>下载错误清单</a>}
      </div>
      {run.outcome === "updated" && run.changedColumns.length > 0 && (
        <p className="pb soft">改动的列：{run.changedColumns.map(({ column, rows }) => `${column} ${rows} 行`).join("、")}</p>
      )}
      <Table caption={`${importOutcomes[run.outcome]}的行`} rows={run.rows} rowKey={(row) => `${row.sheet}-${row.line}`} columns={columnsOf(run.outcome)} empty={<EmptyState>没有这样的行。</EmptyState>} />
      {run.pages > 1 && <Pager page={run.page} pages={run.pages} summary={`第 ${run.first} 至 ${run.first + run.rows.length - 1} 行，共 ${run.counts[run.outcome]} 行`} href={(page) => href({ outcome: run.outcome, page: String(page) })} />}
    </section>
  );
}
