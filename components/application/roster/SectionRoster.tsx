"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { lateDialog } from "@/components/ui/late";
import { lateIsland } from "@/components/ui/late-island";
import { rowsIn, type SectionTablesProps, tableError } from "../section-tables";
import { Roster } from "./Roster";

const ImportDialog = lateDialog("导入表格", () => import("./ImportDialog").then((module) => module.ImportDialog));

const BatchDrop = lateIsland("批量放入扫描件", () => import("../attachments/BatchDrop").then((module) => module.BatchDrop));

/** 页签里的一份名册。 */
function SectionRoster({ facts, section, table, page, importRows }: SectionTablesProps) {
  const { draft, editing, context } = page;
  const router = useRouter();
  const [importing, setImporting] = useState(false);
  const rows = rowsIn(page, table.key);
  const sheet = `/api/applications/${facts.applicationId}/sheets/${section.key}/${table.key}`;
  return (
    <>
      <Roster section={section} table={table} rows={rows} sectionAnswers={draft.local} context={context} issues={page.issues} refused={draft.refused}
        error={tableError(page, table.key)} editing={editing} uploads={page.uploads} onRemoveFile={page.removeFile}
        sheetHref={table.spreadsheet ? sheet : undefined} onImport={() => setImporting(true)}
        batch={table.slots?.length ? <BatchDrop section={section.key} table={table} rows={rows} uploads={page.uploads} /> : undefined} />
      {importing && (
        <ImportDialog rowLabel={table.rowLabel} templateHref={`${sheet}?kind=template`} onAbandon={() => setImporting(false)}
          importFile={(file) => importRows({ applicationId: facts.applicationId, section: section.key, table: table.key, file })}
          onClose={() => {
            setImporting(false);
            router.refresh();
          }} />
      )}
    </>
  );
}

export const rosterParts = { sheet: SectionRoster };
