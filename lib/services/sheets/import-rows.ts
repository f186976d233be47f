import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { requireEnterprise } from "@/lib/access/can";
import { Refusal } from "@/lib/access/refusal";
import { answersOf, type Row, rowsOf } from "@/lib/forms/answers";
import { fieldsOf } from "@/lib/forms/definition";
import { MAX_ROWS } from "@/lib/forms/draft";
import { MAX_TEXT } from "@/lib/forms/kinds/kind";
import { tidyDates } from "@/lib/forms/sheet-dates";
import { bareHeader } from "@/lib/forms/sheet-header";
import { type CellFault, readSheet, type SheetReading } from "@/lib/forms/spreadsheet";
import { readSheetFile } from "@/lib/integrations/spreadsheet/read-sheet";
import { type SheetContent, SheetFault } from "@/lib/integrations/spreadsheet/sheet";
import { MAX_SHEET_BYTES } from "@/lib/licensing/attachments/sheet-file";
import type { SaveOutcome } from "@/lib/licensing/views";
import { isOpen } from "@/lib/services/applications/application-view";
import { getApplication } from "@/lib/services/applications/get-application";
import { saveSection } from "@/lib/services/applications/save-section";
import { declaredTable, SheetInput, type SheetPlace } from "./sheet-place";

export interface ImportInput extends SheetInput {
  file: Buffer;
}

export interface ImportOutcome {
  imported: number;
  updated: number;
  refused: number;
  faults: CellFault[];
}

/** 读好的表，记着每一行在文件里的行号。 */
interface Draft extends Pick<SheetPlace, "section" | "table"> {
  reading: SheetReading;
  existing: ReadonlyMap<string, Row>;
  lineOf: ReadonlyMap<string, number>;
  cellAt: (line: number, header: string) => string;
}

/**
 * 导入填好的表：好的行保存（以身份证号码认人，已有的更新），坏的行逐格说明行号、列、原因与原内容。
 * @throws Refusal notFound 没有或别家；conflict 现在不能改；invalid 文件不能用
 */
export async function importRows(actor: Actor, { file, ...input }: ImportInput): Promise<ImportOutcome> {
  requireEnterprise(actor);
  const { applicationId, section, table } = parse(input);
  const view = await getApplication(actor, applicationId);
  const declared = declaredTable(view.business, { section, table });
  if (!isOpen(view.openSections, section)) throw new Refusal("conflict", "这个页签现在不能修改，没有导入");
  const content = await read(file);
  const existing = rowsOf(answersOf(view.context.answers, section), table);
  const reading = readSheet(declared.section, declared.table, tidyDates(fieldsOf(declared.table.groups), content), view.context, existing, randomUUID);
  const draft = draftOf(declared, reading, content, existing);
  if (reading.rows.length === 0) return { imported: 0, updated: 0, refused: reading.refused, faults: reading.faults };
  const patch = { fields: [], rows: reading.rows.map((to) => ({ table, rowId: to.rowId, from: draft.existing.get(to.rowId) ?? null, to })) };
  return outcomeOf(draft, await saveSection(actor, { applicationId, section, revision: view.revisions[section] ?? 0, patch }));
}

function parse(input: SheetInput): SheetInput {
  const parsed = SheetInput.safeParse(input);
  if (!parsed.success) throw new Refusal("notFound", "没有找到这张表");
  return parsed.data;
}

async function read(file: Buffer): Promise<SheetContent> {
  try {
    return await readSheetFile(file, { maxBytes: MAX_SHEET_BYTES, maxLines: MAX_ROWS, maxCell: MAX_TEXT });
  } catch (error) {
    if (error instanceof SheetFault) throw new Refusal("invalid", error.message);
    throw error;
  }
}

/** 读出的行与文件同序，跳过空行与有错的行，便对得上行号。 */
function draftOf(declared: Pick<SheetPlace, "section" | "table">, reading: SheetReading, { headers, lines }: SheetContent, existing: readonly Row[]): Draft {
  const faulty = new Set(reading.faults.map((fault) => fault.line));
  const good = lines.flatMap((cells, index) => (cells.every((cell) => cell.trim() === "") || faulty.has(index + 2) ? [] : [index + 2]));
  return {
    ...declared,
    reading,
    existing: new Map(existing.map((row) => [row.rowId, row])),
    lineOf: new Map(reading.rows.map((row, index) => [row.rowId, good[index] ?? 0])),
    cellAt: (line, header) => lines[line - 2]?.[headers.findIndex((candidate) => bareHeader(candidate) === bareHeader(header))] ?? "",
  };
}

/** 保存时又退回的（别家已用的电工、刚被同事改过的）也归到行号上。 */
function outcomeOf(draft: Draft, saved: SaveOutcome): ImportOutcome {
  const labels = new Map(fieldsOf(draft.table.groups).map((field) => [field.key, field.label]));
  const late = [
    ...saved.refused.map(({ row, field, message }) => ({ row: row ?? "", column: labels.get(field ?? "") ?? "", reason: message })),
    ...saved.conflicts.map(({ row }) => ({ row: row ?? "", column: "", reason: "这一行刚被同事改过，请核对后再导入" })),
  ];
  const returned = new Set(late.map(({ row }) => row));
  const kept = draft.reading.rows.filter((row) => !returned.has(row.rowId));
  const faults = late.map(({ row, column, reason }): CellFault => {
    const line = draft.lineOf.get(row) ?? 0;
    return { line, column, reason, value: column === "" ? "" : draft.cellAt(line, column) };
  });
  const updated = kept.filter((row) => draft.existing.has(row.rowId)).length;
  return {
    imported: kept.length - updated,
    updated,
    refused: draft.reading.refused + returned.size,
    faults: [...draft.reading.faults, ...faults].sort((a, b) => a.line - b.line),
  };
}
