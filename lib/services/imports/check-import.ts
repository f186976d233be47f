import "server-only";
import { createHash } from "node:crypto";
import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise, requireStaff } from "@/lib/access/can";
import { Refusal } from "@/lib/access/refusal";
import { type Db, db, transaction } from "@/lib/data/client";
import { discardStaleRuns, insertImportRun } from "@/lib/data/imports";
import { MAX_TEXT } from "@/lib/forms/kinds/kind";
import { searchText } from "@/lib/forms/plain-text";
import { readSheetsFile } from "@/lib/integrations/spreadsheet/read-sheet";
import { SheetFault } from "@/lib/integrations/spreadsheet/sheet";
import { type ImportContent, judgeImport, readImport } from "@/lib/licensing/imports/judge";
import { KEPT_DAYS, MAX_IMPORT_BYTES, MAX_IMPORT_ROWS } from "@/lib/licensing/imports/limits";
import { countsOf, type ImportPlan } from "@/lib/licensing/imports/report";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { atMost } from "@/lib/services/platform/at-most";
import { today } from "@/lib/services/platform/clock";
import { importSheets } from "@/lib/terms/imports";
import { codesOf } from "@/lib/terms/option-map";
import { knownRegister } from "./known-register";

/** 读一份五千行的文件要占处理器一两秒：一份一份来。 */
const oneAtATime = atMost(1, 20);

const SheetTextShape = z.object({ headers: z.array(z.string()), lines: z.array(z.array(z.string())) });
/** 库里存着的内容。 */
export const StoredContent = z.object({ enterprises: SheetTextShape, licences: SheetTextShape }).partial();

/**
 * 试导入：逐行说出会怎样，什么都不写；读出的内容与文件的散列留着，确认时写的就是它。
 * @throws Refusal invalid 文件不能用，或者两张表都没有内容
 */
export async function checkImport(actor: Actor, { file, name }: { file: Buffer; name: string }): Promise<{ id: string }> {
  authorise(actor, "settings.edit");
  const staff = requireStaff(actor);
  const content = await oneAtATime(() => read(file));
  const plan = await planOf(db(), content);
  if (plan.rows.length === 0) throw new Refusal("invalid", `请在“${importSheets.enterprises}”或“${importSheets.licences}”表中填写内容`);
  const fileName = searchText(name, 120) || "导入.xlsx";
  const sha256 = createHash("sha256").update(file).digest("hex");
  return transaction(async (tx) => {
    await discardStaleRuns(tx, KEPT_DAYS);
    const counts = countsOf(plan.rows);
    const run = await insertImportRun(tx, { fileName, sha256, size: file.length, content, report: reportOf(plan), ...counts, createdById: staff.accountId, createdByName: staff.name });
    await recordAudit(tx, { actor, action: "import.check", subject: "ImportRun", subjectId: run.id, detail: { file: fileName, sha256, ...counts } });
    return run;
  });
}

/** 按库里的现状判断；事务内把 tx 传进来。 */
export async function planOf(database: Db, content: ImportContent): Promise<ImportPlan> {
  const on = await today(database);
  const lines = readImport(content, on);
  return judgeImport(lines, await knownRegister(database, lines, on));
}

/** 存成 JSON 的报告。 */
export const reportOf = ({ rows }: ImportPlan) => rows.map(({ changes, ...row }) => ({ ...row, faults: row.faults.map((fault) => ({ ...fault })), ...(changes ? { changes: changes.map((change) => ({ ...change })) } : {}) }));

async function read(file: Buffer): Promise<z.output<typeof StoredContent>> {
  try {
    const sheets = await readSheetsFile(file, { maxBytes: MAX_IMPORT_BYTES, maxLines: MAX_IMPORT_ROWS, maxCell: MAX_TEXT }, Object.values(importSheets));
    const named = codesOf(importSheets).flatMap((code) => {
      const sheet = sheets.get(importSheets[code]);
      return sheet && sheet.lines.some((cells) => cells.some((cell) => cell.trim() !== "")) ? [[code, sheet] as const] : [];
    });
    return Object.fromEntries(named);
  } catch (error) {
    if (error instanceof SheetFault) throw new Refusal("invalid", error.message);
    throw error;
  }
}
