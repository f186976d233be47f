import "server-only";
import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise, requireStaff } from "@/lib/access/can";
import { notFound, Refusal } from "@/lib/access/refusal";
import { type Db, db, transaction } from "@/lib/data/client";
import { ensureOffice } from "@/lib/data/enterprises";
import { closeImportRun, correctImportedLicences, findImportRun, insertEnterprises, insertImportedLicences, lockCheckedRun, lockImports, raiseSeries, updateImportedEnterprises, updateImportReport } from "@/lib/data/imports";
import { violatedIndex } from "@/lib/data/unique-violation";
import { changedRows, countsOf, type ImportPlan, type ImportRow } from "@/lib/licensing/imports/report";
import { licenceSeries } from "@/lib/licensing/licence/number";
import { offices } from "@/lib/licensing/offices";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { importOutcomes, importSheets } from "@/lib/terms/imports";
import { planOf, reportOf, StoredContent } from "./check-import";

export const ImportInput = z.object({ id: z.uuid() });
export type ImportInput = z.output<typeof ImportInput>;

/** 一万行的核对与写入平常两三秒，机器忙时也要写得完。 */
const HELD = 60_000;

/** 再核对的结果与确认时看到的不同：回滚，把新的结果留在报告上。 */
class Moved extends Error {
  constructor(readonly plan: ImportPlan, readonly rows: readonly ImportRow[]) {
    super("the register changed since the check");
  }
}

/**
 * 确认导入：按库里的现状再核对一遍，与检查时一致才写，要么全写要么全不写。
 * @throws Refusal notFound 没有这次导入；conflict 已办过、有错，或检查之后系统里有变动（点名哪几行）
 */
export async function applyImport(actor: Actor, { id }: ImportInput): Promise<{ added: number; updated: number }> {
  authorise(actor, "settings.edit");
  const staff = requireStaff(actor);
  try {
    return await transaction((tx) => apply(tx, actor, staff.name, id), HELD);
  } catch (error) {
    if (error instanceof Moved) {
      await updateImportReport(db(), id, reportOf(error.plan), countsOf(error.plan.rows));
      throw new Refusal("conflict", `检查之后系统里有变动，没有导入，请核对后再确认：${inWords(error.rows)}`);
    }
    if (violatedIndex(error)) throw new Refusal("conflict", "有企业或许可证刚被别人登记，没有导入，请再检查一次");
    throw error;
  }
}

async function apply(tx: Db, actor: Actor, byName: string, id: string): Promise<{ added: number; updated: number }> {
  await lockImports(tx);
  const run = await lockCheckedRun(tx, id);
  if (!run) throw await settled(tx, id);
  if (run.faulty > 0) throw new Refusal("conflict", `请先改好有错的 ${run.faulty} 行，再检查一次`);
  const plan = await planOf(tx, StoredContent.parse(run.content));
  const moved = changedRows(run.report as unknown as ImportRow[], reportOf(plan));
  if (moved.length > 0) throw new Moved(plan, moved);
  await write(tx, plan);
  const { added, updated, unchanged } = run;
  await closeImportRun(tx, id, { state: "applied", byName });
  await recordAudit(tx, { actor, action: "import.apply", subject: "ImportRun", subjectId: id, detail: { file: run.fileName, sha256: run.sha256, added, updated, unchanged } });
  return { added, updated };
}

/** 已被别人确认或放弃的，说出是谁。 */
async function settled(tx: Db, id: string): Promise<Refusal> {
  const run = await findImportRun(tx, id);
  if (!run) return notFound("这次导入");
  return new Refusal("conflict", run.state === "applied" ? `这次导入已由${run.appliedByName ?? ""}确认` : "这次导入已放弃，请重新检查");
}

/** 企业在先，许可证在后；许可证的序号让到导入的之后。 */
async function write(tx: Db, { enterprises, licences }: ImportPlan): Promise<void> {
  const used = new Set([...enterprises.added, ...enterprises.updated, ...licences.added].map(({ officeCode }) => officeCode));
  for (const office of offices.filter(({ code }) => used.has(code))) await ensureOffice(tx, office);
  await insertEnterprises(tx, enterprises.added);
  const updated = await updateImportedEnterprises(tx, enterprises.updated);
  if (updated !== enterprises.updated.length) throw new Refusal("conflict", "有企业刚刚开通了账号，没有导入，请再检查一次");
  await insertImportedLicences(tx, licences.added);
  await correctImportedLicences(tx, licences.updated);
  const highest = new Map<string, number>();
  for (const { officeCode, serial } of licences.added) highest.set(officeCode, Math.max(serial, highest.get(officeCode) ?? 0));
  for (const [officeCode, serial] of [...highest].sort()) await raiseSeries(tx, licenceSeries(officeCode), serial);
}

const NAMED = 5;

const inWords = (rows: readonly ImportRow[]): string =>
  rows.slice(0, NAMED).map(({ sheet, line, outcome, faults }) => `${importSheets[sheet]}第 ${line} 行现为“${importOutcomes[outcome]}”${faults[0] ? `（${faults[0].reason}）` : ""}`).join("；")
  + (rows.length > NAMED ? `；等 ${rows.length} 行` : "");

/**
 * 放弃一次没有确认的导入，读出的内容随之清除。
 * @throws Refusal notFound 没有；conflict 已办过
 */
export async function discardImport(actor: Actor, { id }: ImportInput): Promise<void> {
  authorise(actor, "settings.edit");
  await transaction(async (tx) => {
    const run = await lockCheckedRun(tx, id);
    if (!run) throw await settled(tx, id);
    await closeImportRun(tx, id, { state: "discarded" });
    await recordAudit(tx, { actor, action: "import.discard", subject: "ImportRun", subjectId: id, detail: { file: run.fileName, sha256: run.sha256 } });
  });
}
