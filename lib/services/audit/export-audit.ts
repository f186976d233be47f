import "server-only";
import type { Actor } from "@/lib/access/actor";
import { authorise } from "@/lib/access/can";
import { Refusal } from "@/lib/access/refusal";
import type { AuditQuery } from "@/lib/audit/query";
import { type AuditCursor, type FoundEntry, listAuditEntries } from "@/lib/data/audit-search";
import { db } from "@/lib/data/client";
import { writeCsv } from "@/lib/integrations/spreadsheet/write-csv";
import { writeSheet } from "@/lib/integrations/spreadsheet/write-sheet";
import { atMost } from "@/lib/services/platform/at-most";
import { now } from "@/lib/services/platform/clock";
import { XLSX } from "@/lib/services/sheets/sheet-place";
import type { AuditFormat } from "@/lib/terms/audit";
import { shanghaiDate, shanghaiMoment } from "@/lib/workflow/iso-date";
import { describeEntry, fullText } from "./describe-entry";
import { recordAudit } from "./record-audit";
import { filterOf, labelsOf, noted, rowOf } from "./search-audit";

/** 一次至多导出这么多条；表格文件整份在内存里做，少一些。 */
const most: Readonly<Record<AuditFormat, number>> = { csv: 50_000, xlsx: 10_000 };
const mediaTypes: Readonly<Record<AuditFormat, string>> = { csv: "text/csv; charset=utf-8", xlsx: XLSX };
const BATCH = 1_000;
const headers = ["时间", "人", "哪一侧", "动作", "对象", "编号或名称", "来源地址", "内容", "标识"];

/** 做一份表格要处理器时间：一份一份地做。 */
const writing = atMost(1, 20);

/**
 * 按同样的条件导出；每次导出都记入审计（条件、条数），像公式的内容一律失效。
 * @throws Refusal invalid 太多，须缩小范围
 */
export async function exportAudit(actor: Actor, query: AuditQuery, format: AuditFormat): Promise<{ name: string; mediaType: string; bytes: Buffer }> {
  authorise(actor, "audit.read");
  const rows = await linesOf(query, most[format]);
  const bytes = await writing(async () => write(format, rows));
  await recordAudit(db(), { actor, action: "audit.export", subject: "Audit", detail: { ...noted(query), format, entries: rows.length } });
  return { name: `审计_${shanghaiDate(await now())}.${format}`, mediaType: mediaTypes[format], bytes };
}

async function linesOf(query: AuditQuery, limit: number): Promise<string[][]> {
  const filter = await filterOf(db(), query);
  const lines: string[][] = [];
  for (let after: AuditCursor | undefined; ; ) {
    const found = await listAuditEntries(db(), filter, BATCH, after);
    if (lines.length + found.length > limit) throw new Refusal("invalid", `超过 ${limit} 条，请缩小时间或条件后再导出`);
    lines.push(...(await wordsOf(found)));
    const last = found.at(-1);
    if (!last || found.length < BATCH) return lines;
    after = { at: last.at, id: last.id };
  }
}

async function wordsOf(entries: readonly FoundEntry[]): Promise<string[][]> {
  const labels = await labelsOf(entries);
  return entries.map((entry) => {
    const { who, side, action, subject, about, address, id } = rowOf(entry, labels);
    return [`${shanghaiMoment(entry.at)}:${entry.at.toISOString().slice(17, 19)}`, who, side, action, subject, about, address, fullText(describeEntry(entry, labels)), id];
  });
}

function write(format: AuditFormat, rows: readonly (readonly string[])[]): Promise<Buffer> | Buffer {
  if (format === "csv") return writeCsv(headers, rows);
  return writeSheet({ title: "审计", columns: headers.map((header) => ({ header, required: false, options: [], multiple: false })), rows });
}
