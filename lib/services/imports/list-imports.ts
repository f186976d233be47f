import "server-only";
import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise } from "@/lib/access/can";
import { notFound } from "@/lib/access/refusal";
import { db } from "@/lib/data/client";
import { findImportRun, listImportRuns } from "@/lib/data/imports";
import { writeCsv } from "@/lib/integrations/spreadsheet/write-csv";
import { type ImportRunRow, type ImportRunView, stateOf } from "@/lib/licensing/imports/import-views";
import { changedColumns, type ImportRow } from "@/lib/licensing/imports/report";
import { importOutcomes, importSheets, type ImportOutcomeCode } from "@/lib/terms/imports";
import { codesOf, isCodeOf } from "@/lib/terms/option-map";

const PAGE = 20;
const ROWS = 100;

type Listed = Awaited<ReturnType<typeof listImportRuns>>[number];

const rowOf = ({ id, fileName, state, added, updated, unchanged, faulty, createdAt, createdByName, appliedAt, appliedByName }: Listed): ImportRunRow => ({
  id, fileName,
  state: stateOf(state, { added, updated, unchanged, faulty }),
  counts: { added, updated, unchanged, faulty },
  createdAt: createdAt.toISOString(), createdBy: createdByName,
  appliedAt: appliedAt?.toISOString() ?? "", appliedBy: appliedByName ?? "",
});

/** 历次导入，新的在前；只给系统管理员。 */
export async function listImports(actor: Actor, after?: string): Promise<{ rows: ImportRunRow[]; next?: string }> {
  authorise(actor, "settings.edit");
  const found = await listImportRuns(db(), PAGE + 1, z.uuid().safeParse(after).data);
  const rows = found.slice(0, PAGE).map(rowOf);
  return found.length > PAGE ? { rows, next: rows.at(-1)?.id } : { rows };
}

async function load(actor: Actor, id: string) {
  authorise(actor, "settings.edit");
  const run = z.uuid().safeParse(id).success ? await findImportRun(db(), id) : null;
  if (!run) throw notFound("这次导入");
  return { run, all: run.report as unknown as ImportRow[] };
}

/** 一次导入的报告，一种结果一页一页地看；有错的先看有错的。 */
export async function getImport(actor: Actor, id: string, { outcome, page }: { outcome?: string; page?: string } = {}): Promise<ImportRunView> {
  const { run, all } = await load(actor, id);
  const row = rowOf(run);
  const order: ImportOutcomeCode[] = ["faulty", "added", "updated", "unchanged"];
  const shown = isCodeOf(importOutcomes, outcome) ? outcome : (order.find((code) => row.counts[code] > 0) ?? "added");
  const rows = all.filter((one) => one.outcome === shown);
  const pages = Math.max(1, Math.ceil(rows.length / ROWS));
  const at = Math.min(pages, Math.max(1, Math.trunc(Number(page)) || 1));
  return { ...row, sha256: run.sha256, outcome: shown, page: at, pages, first: (at - 1) * ROWS + 1, changedColumns: changedColumns(all), rows: rows.slice((at - 1) * ROWS, at * ROWS) };
}

/** 错误清单：一处一行，改好文件时照着看。 */
export async function exportImportFaults(actor: Actor, id: string): Promise<{ name: string; bytes: Buffer }> {
  const { run, all } = await load(actor, id);
  const lines = all.flatMap(({ sheet, line, title, faults }) => faults.map(({ column, reason, value }) => [importSheets[sheet], String(line), title, column, reason, value]));
  const sheetOrder = codesOf(importSheets).map((code) => importSheets[code]);
  lines.sort((a, b) => sheetOrder.indexOf(a[0] as never) - sheetOrder.indexOf(b[0] as never) || Number(a[1]) - Number(b[1]));
  return { name: `${run.fileName.replace(/\.xlsx$/i, "")}-错误清单.csv`, bytes: writeCsv(["工作表", "行号", "企业或许可证", "列", "原因", "原内容"], lines) };
}
