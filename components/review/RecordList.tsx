"use client";

import { Icon } from "@/components/ui/Icon";
import { Status, Tag } from "@/components/ui/Status";
import type { SummaryRow, SummaryTable } from "@/lib/forms/summary";
import { AnswerLine, RemarkButton } from "./AnswerLine";
import { placeKey, useCaseDesk } from "./case-desk";
import { FileList } from "./FileList";
import { PlacedRemarks } from "./PlacedRemarks";

/** 一张子表：每行一条，点开看全部内容和附件；新增、减少、变更用字说。 */
export function RecordList({ section, sectionLabel, table }: { section: string; sectionLabel: string; table: SummaryTable }) {
  const { view, onlyChanges } = useCaseDesk();
  const removed = view.changes.filter((change) => change.section === section && change.table === table.table && change.kind === "removed");
  const marked = (row: SummaryRow): boolean => view.changes.some((change) => change.section === section && change.row === row.rowId);
  const rows = table.rows.filter((row) => !onlyChanges || marked(row));
  return (
    <div className="records">
      <h3>
        {table.label} <span className="soft small">{table.rows.length} 条</span>
      </h3>
      {removed.map((change) => (
        <p key={change.row} className="bad-t"><Tag tone="changed">减少</Tag> {change.before}</p>
      ))}
      {rows.map((row) => (
        <RecordRow key={row.rowId} section={section} sectionLabel={sectionLabel} table={table} row={row} changed={marked(row)} />
      ))}
      {table.rows.length === 0 && <p className="soft">没有填写</p>}
    </div>
  );
}

interface RecordRowProps {
  section: string;
  sectionLabel: string;
  table: SummaryTable;
  row: SummaryRow;
  changed: boolean;
}

function RecordRow({ section, sectionLabel, table, row, changed }: RecordRowProps) {
  const { changes, view } = useCaseDesk();
  const added = changes.get(placeKey({ section, row: row.rowId }))?.kind === "added";
  const remarked = view.remarks.some((remark) => remark.rowId === row.rowId && remark.state !== "resolved");
  const trail = `${sectionLabel} › ${row.title}`;
  const place = { sectionKey: section, rowId: row.rowId };
  const elsewhere = view.live.filter((check) => check.rowId === row.rowId);
  const brief = row.lines.filter((line) => table.columns.includes(line.field) && !row.title.includes(line.text)).map((line) => line.text).filter(Boolean);
  return (
    <details id={`row-${row.rowId}`}>
      <summary>
        <Icon name="right" />
        <span>
          <b>{row.title}</b> <span className="soft">{brief.join("　")}</span> {changed && <Tag tone="changed">{added ? "新增" : "变更"}</Tag>} {remarked && <Tag tone="must">有意见</Tag>} {elsewhere.length > 0 && <Tag tone="must">人员重复</Tag>}
        </span>
      </summary>
      <p className="row-remark">
        <RemarkButton place={place} label={trail} />
      </p>
      {elsewhere.map((check) => (
        <p key={check.key} className="small"><Status tone={check.outcome === "unmet" ? "bad" : "warn"}>{check.label}</Status> <span className="soft">{check.detail}</span></p>
      ))}
      <PlacedRemarks place={place} />
      <table className="ans">
        <caption className="sr">{trail}</caption>
        <tbody>
          {row.lines.map((line) => (
            <AnswerLine key={line.field} section={section} rowId={row.rowId} line={line} trail={trail} />
          ))}
        </tbody>
      </table>
      <FileList section={section} rowId={row.rowId} slots={row.slots} trail={trail} />
    </details>
  );
}
