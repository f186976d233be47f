"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Row } from "@/lib/forms/answers";
import type { Section, Table } from "@/lib/forms/definition";
import type { LicensingContext } from "@/lib/licensing/context";
import { BatchDrop } from "./attachments/BatchDrop";
import { ImportDialog } from "./roster/ImportDialog";
import { Roster } from "./roster/Roster";
import { RecordTable } from "./rows/RecordTable";
import { RowDialog } from "./rows/RowDialog";
import { useRowIssues } from "./rows/use-row-issues";
import type { ApplicationFacts, SectionActions } from "./types";
import type { SectionPage } from "./use-section-page";

export interface SectionTablesProps {
  facts: ApplicationFacts;
  section: Section<LicensingContext>;
  page: SectionPage;
  importRows: SectionActions["importRows"];
}

type TableProps = SectionTablesProps & { table: Table<LicensingContext> };

const NO_ROWS: Row[] = [];

/** 声明里的各张表：短表用对话框，名册用侧边栏。 */
export function SectionTables(props: SectionTablesProps) {
  return props.section.tables.map((table) =>
    table.presentation === "dialog" ? <Records key={table.key} {...props} table={table} /> : <People key={table.key} {...props} table={table} />,
  );
}

/** 整张表的一句话（如人数不足），保存或下一步之后才说。 */
function tableError({ reported }: SectionPage, table: string): string | undefined {
  const own = reported.shown.filter((issue) => issue.table === table && issue.row === undefined);
  return own.length === 0 ? undefined : own.map((issue) => issue.message).join("；");
}

function Records({ section, table, page }: TableProps) {
  const { draft, editing, context } = page;
  const rows = draft.tables[table.key] ?? NO_ROWS;
  const { issuesOf } = useRowIssues({ section, table, context, issues: page.issues });
  const deleted = editing.deleted?.table === table.key ? editing.deleted.row : undefined;
  return (
    <RecordTable table={table} rows={rows} sectionAnswers={draft.local} context={context} issuesOf={issuesOf} error={tableError(page, table.key)}
      onAdd={() => editing.add(table)} onEdit={(row) => editing.edit(table, row)} onDelete={(row) => editing.remove(table, row)}
      deleted={deleted} onUndo={editing.undo} />
  );
}

/** 短表正在编辑的一条；对话框放在表单之外。 */
export function OpenRecord({ section, page }: Pick<SectionTablesProps, "section" | "page">) {
  const { draft, editing, context, uploads, removeFile } = page;
  const { open } = editing;
  if (!open || open.table.presentation !== "dialog") return null;
  const { table, row, fresh } = open;
  const rows = draft.tables[table.key] ?? NO_ROWS;
  const number = rows.findIndex((other) => other.rowId === row.rowId) + 1;
  return (
    <RowDialog key={row.rowId} title={fresh ? `添加${table.rowLabel}` : `${table.editLabel}${table.rowLabel}（第 ${number} 行）`} uploads={uploads} onRemoveFile={removeFile}
      onConfirm={editing.confirm} onCancel={editing.cancel}
      options={{
        section, table, row, fresh, context, sectionAnswers: draft.local, refused: draft.refused, onTyping: editing.type,
        others: rows.filter((other) => other.rowId !== row.rowId),
      }} />
  );
}

function People({ facts, section, table, page, importRows }: TableProps) {
  const { draft, editing, context } = page;
  const router = useRouter();
  const [importing, setImporting] = useState(false);
  const rows = draft.tables[table.key] ?? NO_ROWS;
  const sheet = `/api/applications/${facts.applicationId}/sheets/${section.key}/${table.key}`;
  return (
    <>
      <Roster section={section} table={table} rows={rows} sectionAnswers={draft.local} context={context} issues={page.issues} refused={draft.refused}
        error={tableError(page, table.key)} editing={editing} uploads={page.uploads} onRemoveFile={page.removeFile}
        sheetHref={table.spreadsheet ? sheet : undefined} onImport={() => setImporting(true)}
        batch={table.slots?.length ? <BatchDrop section={section.key} table={table} rows={rows} uploads={page.uploads} /> : undefined} />
      {importing && (
        <ImportDialog rowLabel={table.rowLabel} templateHref={`${sheet}?kind=template`}
          importFile={(file) => importRows({ applicationId: facts.applicationId, section: section.key, table: table.key, file })}
          onClose={() => {
            setImporting(false);
            router.refresh();
          }} />
      )}
    </>
  );
}
