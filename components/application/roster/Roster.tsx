"use client";

import { type ReactNode, useCallback, useEffect, useMemo, useRef } from "react";
import { FieldError } from "@/components/ui/FieldFrame";
import { classNames } from "@/components/ui/class-names";
import { latePart, usePreloaded } from "@/components/ui/late";
import type { AttachedFile, Row, SectionAnswers } from "@/lib/forms/answers";
import type { Section, Table } from "@/lib/forms/definition";
import { anchorOf } from "@/lib/forms/issue";
import type { LicensingContext } from "@/lib/licensing/context";
import type { Uploads } from "../attachments/use-uploads";
import { useRowIssues } from "../rows/use-row-issues";
import type { Issue } from "@/lib/forms/issue";
import type { RowEditing } from "../use-row-editing";
import { RosterQuota } from "./RosterQuota";
import { RosterTable } from "./RosterTable";
import { RosterTools } from "./RosterTools";

const loadSheet = () => import("./RowSheet").then((module) => module.RowSheet);

const RowSheet = latePart("编辑栏", loadSheet);

export interface RosterProps {
  section: Section<LicensingContext>;
  table: Table<LicensingContext>;
  rows: readonly Row[];
  sectionAnswers: SectionAnswers;
  context: LicensingContext;
  /** 本页的不符项，随写随判。 */
  issues: readonly Issue[];
  refused: readonly Issue[];
  error?: string;
  editing: RowEditing;
  uploads: Uploads;
  onRemoveFile: (file: AttachedFile) => void;
  sheetHref?: string;
  onImport: () => void;
  /** 批量放入扫描件。 */
  batch?: ReactNode;
  disabled?: boolean;
}

/** 名册：汇总、工具、批量扫描件、名册与侧边编辑栏。 */
export function Roster(props: RosterProps) {
  const { section, table, rows, sectionAnswers, context, issues, refused, editing, error, disabled } = props;
  usePreloaded(loadSheet);
  const { issuesOf, troubled } = useRowIssues({ section, table, context, issues });
  const open = editing.open?.table === table ? editing.open : undefined;
  const latest = useRef(editing);
  useEffect(() => {
    latest.current = editing;
  });
  const onEdit = useCallback((row: Row) => latest.current.edit(table, row), [table]);
  const onDelete = useCallback((row: Row) => latest.current.remove(table, row), [table]);
  const totals = useMemo(() => table.totals?.(rows, context) ?? [], [table, rows, context]);
  const deleted = editing.deleted?.table === table.key ? editing.deleted.row : undefined;
  return (
    <>
      <div id={anchorOf({ table: table.key })} tabIndex={-1} className="stack">
        <RosterQuota totals={totals} label={`${table.label}汇总`} />
        {error && <FieldError>{error}</FieldError>}
      </div>
      {!disabled && (
        <RosterTools table={table} rows={rows} scope={{ own: {}, section: sectionAnswers, context }} sheetHref={props.sheetHref}
          onAdd={(preset) => editing.add(table, preset)} onImport={props.onImport} deleted={deleted} onUndo={editing.undo} />
      )}
      {!disabled && props.batch}
      <div className={classNames(open && "split open")}>
        <RosterTable table={table} rows={rows} sectionAnswers={sectionAnswers} context={context} issuesOf={issuesOf} troubled={troubled}
          openRow={open?.row.rowId} onEdit={onEdit} onDelete={onDelete} disabled={disabled} />
        {open && (
          <RowSheet key={open.row.rowId} title={titleOf(table, rows, open.row, open.fresh)} uploads={props.uploads} onRemoveFile={props.onRemoveFile}
            options={{
              section, table, row: open.row, fresh: open.fresh, sectionAnswers, context, refused, onTyping: editing.type,
              others: rows.filter((row) => row.rowId !== open.row.rowId),
            }}
            onConfirm={editing.confirm} onCancel={editing.cancel} onNext={() => openNext(editing, table, rows, open.row)}
            nextLabel={table.unique ? "确定并下一人" : "确定并下一项"} />
        )}
      </div>
    </>
  );
}

function titleOf(table: Table<LicensingContext>, rows: readonly Row[], row: Row, fresh: boolean): string {
  if (fresh) return `添加${table.rowLabel}`;
  const number = rows.findIndex((other) => other.rowId === row.rowId) + 1;
  return `编辑：${String(row[table.titleField] || table.rowLabel)}（第 ${number} 行）`;
}

/** 【确定并下一人】：名册里有下一行就打开它，没有就再添一行，沿用先选的发证机关。 */
function openNext(editing: RowEditing, table: Table<LicensingContext>, rows: readonly Row[], row: Row): void {
  const at = rows.findIndex((other) => other.rowId === row.rowId);
  const next = at < 0 ? undefined : rows[at + 1];
  const first = table.chooseFirst;
  if (next) editing.edit(table, next);
  else editing.add(table, first && row[first] !== undefined ? { [first]: row[first] } : {});
}
