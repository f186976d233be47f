import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise } from "@/lib/access/can";
import { Refusal } from "@/lib/access/refusal";
import { db, transaction } from "@/lib/data/client";
import { type CreditRow, findCreditRecord, listCreditRecordsOf, listCreditRows, listKnownCodes, listRestrictionsOf, type RestrictionRow, saveCreditRecords } from "@/lib/data/credit";
import { lockSettings } from "@/lib/data/settings";
import { checkUscc, normaliseIdentifier } from "@/lib/forms/identifiers";
import { searchText } from "@/lib/forms/plain-text";
import { type CreditEntry, defaultsFault, readCreditSheet, splitDates } from "@/lib/licensing/procedures/credit-sheet";
import type { CreditImport, CreditRecordRow } from "@/lib/licensing/procedures/credit-views";
import { reasonInWords } from "@/lib/licensing/restrictions";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { today } from "@/lib/services/platform/clock";
import { requireUnchanged, versionOf } from "@/lib/services/platform/seen-version";
import { creditGrades, restrictionKinds } from "@/lib/terms/credit";
import { isCodeOf, wordOf } from "@/lib/terms/option-map";
import type { IsoDate } from "@/lib/workflow/iso-date";

const PAGE = 30;
const MAX_BYTES = 1024 * 1024;

/** 信用登记的一页，按代码；只给系统管理员。q 为代码或企业名称。 */
export async function listCreditRecords(actor: Actor, { q, after }: { q?: string; after?: string } = {}): Promise<{ rows: CreditRecordRow[]; next?: string }> {
  authorise(actor, "settings.edit");
  const text = searchText(q);
  const from = searchText(after);
  const found = await listCreditRows(db(), PAGE + 1, { ...(text ? { q: text } : {}), ...(from ? { after: from } : {}) });
  const shown = found.slice(0, PAGE);
  const bars = await listRestrictionsOf(db(), shown.flatMap((row) => row.enterpriseId ?? []));
  const now = await today(db());
  const rows = shown.map((row) => rowOf(row, bars.filter((bar) => bar.enterpriseId === row.enterpriseId), now));
  return found.length > PAGE ? { rows, next: rows.at(-1)?.uscc } : { rows };
}

function rowOf(row: CreditRow, bars: readonly RestrictionRow[], now: string): CreditRecordRow {
  const { uscc, name, pilotZone, commitmentRegion, deferralDefaults, updatedAt, updatedBy } = row;
  return {
    uscc, pilotZone, commitmentRegion, deferralDefaults,
    name: name ?? "",
    grade: isCodeOf(creditGrades, row.grade) ? row.grade : "unrated",
    gradeWord: wordOf(creditGrades, row.grade),
    restrictions: bars.map(({ id, kind, fromOn, untilOn, reason }) => ({ id, kindWord: wordOf(restrictionKinds, kind), fromOn, untilOn, reason: reasonInWords({ reason }), active: fromOn <= now && untilOn >= now })),
    updatedAt: updatedAt.toISOString(),
    updatedBy: updatedBy ?? "",
    version: versionOf(figuresOf(row)),
  };
}

export const SaveCreditRecordInput = z.object({
  uscc: z.string().max(40),
  /** 修改的带回所见的版次；新登记的没有。 */
  version: z.string().max(60).nullable(),
  /** 空的与代码一起说，所以不在这里拒绝。 */
  grade: z.string().max(30),
  pilotZone: z.boolean(),
  commitmentRegion: z.boolean(),
  /** 几个日期用顿号隔开。 */
  deferralDefaults: z.string().max(400, "日期过多，请删去二十四个月以前的"),
});
export type SaveCreditRecordInput = z.infer<typeof SaveCreditRecordInput>;

/** 照页面的次序，哪里不对一次说全；没有不对的给出要存的一条。 */
function entryIn(input: SaveCreditRecordInput, on: IsoDate): CreditEntry {
  const { grade, pilotZone, commitmentRegion } = input;
  const [uscc, deferralDefaults] = [normaliseIdentifier(input.uscc), splitDates(input.deferralDefaults)];
  const faults = { uscc: checkUscc(uscc)?.message, grade: isCodeOf(creditGrades, grade) ? undefined : "请选择信用等级", deferralDefaults: defaultsFault(deferralDefaults, on) };
  const fields = Object.fromEntries(Object.entries(faults).filter((entry): entry is [string, string] => entry[1] !== undefined));
  const [first] = Object.values(fields);
  if (first !== undefined || !isCodeOf(creditGrades, grade)) throw new Refusal("invalid", first ?? "", { fields });
  return { uscc, grade, pilotZone, commitmentRegion, deferralDefaults };
}

const alreadyRegistered = "这个代码已经登记，请改原来的登记";

/**
 * 登记一家企业的信用，或改写已登记的；原值与新值都进审计。
 * @throws Refusal invalid 代码、等级、日期不对；conflict 要登记的已经登记过，或要改的别人先改过
 */
export async function saveCreditRecord(actor: Actor, input: SaveCreditRecordInput): Promise<{ uscc: string }> {
  authorise(actor, "settings.edit");
  return transaction(async (tx) => {
    await lockSettings(tx);
    const entry = entryIn(input, await today(tx));
    const { uscc } = entry;
    const before = await findCreditRecord(tx, uscc);
    if (before && input.version === null) throw new Refusal("conflict", alreadyRegistered, { fields: { uscc: alreadyRegistered } });
    if (input.version !== null) requireUnchanged(input.version, before && figuresOf(before), `${uscc} 的信用登记`);
    await saveCreditRecords(tx, [entry], doerOf(actor));
    await recordAudit(tx, { actor, action: "credit.save", subject: "CreditRecord", subjectId: uscc, detail: { before: before && figuresOf(before), after: figuresOf(entry) } });
    return { uscc };
  });
}

const doerOf = (actor: Actor): string | null => (actor.kind === "staff" ? actor.accountId : null);
const figuresOf = ({ grade, pilotZone, commitmentRegion, deferralDefaults }: Omit<CreditEntry, "uscc" | "grade"> & { grade: string }) =>
  ({ grade, pilotZone, commitmentRegion, deferralDefaults: [...deferralDefaults] });

/** 一家一家的原值与新值；没有变的不列。 */
function recordsOf(before: ReadonlyMap<string, ReturnType<typeof figuresOf>>, entries: readonly CreditEntry[]) {
  const all = entries.map((entry) => ({ uscc: entry.uscc, before: before.get(entry.uscc) ?? null, after: figuresOf(entry) }));
  return all.filter(({ before: older, after }) => JSON.stringify(older) !== JSON.stringify(after));
}

/**
 * 导入 CSV：先检查，逐行说错；没有错的才写入，要么全写要么全不写。
 * @throws Refusal invalid 文件太大、读不出文字
 */
export async function importCreditRecords(actor: Actor, { file, apply }: { file: Buffer; apply: boolean }): Promise<CreditImport> {
  authorise(actor, "settings.edit");
  const { entries, faults } = readCreditSheet(decode(file), await today(db()));
  const known = await listKnownCodes(db(), entries.map(({ uscc }) => uscc));
  const counted = { added: entries.filter(({ uscc }) => !known.has(uscc)).length, changed: known.size, faults };
  if (!apply || faults.length > 0 || entries.length === 0) return { applied: false, ...counted };
  return transaction(async (tx) => {
    await lockSettings(tx);
    const before = new Map((await listCreditRecordsOf(tx, entries.map(({ uscc }) => uscc))).map((record) => [record.uscc, figuresOf(record)]));
    const added = await saveCreditRecords(tx, entries.map(({ line: _line, ...entry }) => entry), doerOf(actor));
    const changed = entries.length - added;
    await recordAudit(tx, { actor, action: "credit.import", subject: "CreditRecord", detail: { added, changed, records: recordsOf(before, entries) } });
    return { applied: true, added, changed, faults: [] };
  });
}

/** 电子表格存出的 CSV 常是 GB 18030；认得出是 UTF-8 的按 UTF-8。 */
function decode(file: Buffer): string {
  if (file.length === 0) throw new Refusal("invalid", "这是空文件，请换一个文件");
  if (file.length > MAX_BYTES) throw new Refusal("invalid", "文件超过 1 MB，请分成几个文件导入");
  if (file.includes(0)) throw new Refusal("invalid", "这不是 CSV 文件，请把表格另存为 CSV 再导入");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(file);
  } catch {
    return new TextDecoder("gb18030").decode(file);
  }
}
