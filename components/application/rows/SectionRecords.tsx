"use client";

import { lateDialog, usePreloaded } from "@/components/ui/late";
import { rowsIn, type SectionTablesProps, tableError } from "../section-tables";
import { RecordTable } from "./RecordTable";
import { useRowIssues } from "./use-row-issues";

const loadDialog = () => import("./RowDialog").then((module) => module.RowDialog);

const RowDialog = lateDialog("正在打开", loadDialog);

/** 页签里的一张短表。 */
function SectionRecords({ section, table, page }: SectionTablesProps) {
  const { draft, editing, context } = page;
  usePreloaded(loadDialog);
  const { issuesOf } = useRowIssues({ section, table, context, issues: page.issues });
  const deleted = editing.deleted?.table === table.key ? editing.deleted.row : undefined;
  return (
    <RecordTable table={table} rows={rowsIn(page, table.key)} sectionAnswers={draft.local} context={context} issuesOf={issuesOf} error={tableError(page, table.key)}
      onAdd={() => editing.add(table)} onEdit={(row) => editing.edit(table, row)} onDelete={(row) => editing.remove(table, row)}
      deleted={deleted} onUndo={editing.undo} />
  );
}

/** 短表正在编辑的一条；对话框放在表单之外。 */
function OpenRecord({ section, page }: Pick<SectionTablesProps, "section" | "page">) {
  const { draft, editing, context, uploads, removeFile } = page;
  const { open } = editing;
  if (!open || open.table.presentation !== "dialog") return null;
  const { table, row, fresh } = open;
  const rows = rowsIn(page, table.key);
  const number = rows.findIndex((other) => other.rowId === row.rowId) + 1;
  return (
    <RowDialog key={row.rowId} title={fresh ? `添加${table.rowLabel}` : `${table.editLabel}${table.rowLabel}（第 ${number} 行）`} uploads={uploads} onRemoveFile={removeFile}
      onConfirm={editing.confirm} onCancel={editing.cancel} onAbandon={editing.cancel}
      options={{
        section, table, row, fresh, context, sectionAnswers: draft.local, refused: draft.refused, onTyping: editing.type,
        others: rows.filter((other) => other.rowId !== row.rowId),
      }} />
  );
}

export const recordParts = { dialog: SectionRecords, OpenRecord };
