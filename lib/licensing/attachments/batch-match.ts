import { type BaseContext, type Row, textOf } from "@/lib/forms/answers";
import type { Slot, Table } from "@/lib/forms/definition";

/** 一个文件归到哪一行的哪份材料，或为什么归不了。 */
export type BatchMatch = { matched: true; rowId: string; slot: string } | { matched: false; reason: string };

/** 只看人员的姓名与号码、材料的叫法。 */
export interface BatchTable {
  titleField: string;
  unique?: { field: string };
  slots: readonly Pick<Slot<BaseContext>, "key" | "label" | "aliases">[];
}

/** 从声明取出批量归类所需的部分。 */
export function batchTableOf<C extends BaseContext>({ titleField, unique, slots = [] }: Table<C>): BatchTable {
  return { titleField, ...(unique ? { unique: { field: unique.field } } : {}), slots: slots.map(({ key, label, aliases }) => ({ key, label, ...(aliases ? { aliases } : {}) })) };
}

const TAIL = 4;
/** 太短的称呼到处都碰得上，不拿来认人。 */
const MIN_NAME = 2;

const tidy = (text: string): string => text.normalize("NFKC").toUpperCase();
const stemOf = (fileName: string): string => tidy(fileName.replace(/\.[^.]*$/, "").split(/[/\\]/).at(-1) ?? "");

/**
 * 文件名 → 行与材料，如「褚卫东_2219_操作证.jpg」「210600197603152219 身份证.pdf」。
 * 先认完整号码，再认姓名，同名的用号码后四位分开，只有后四位时须唯一；拿不准的一律不猜。
 */
export function matchFile(fileName: string, table: BatchTable, rows: readonly Row[]): BatchMatch {
  const stem = stemOf(fileName);
  const row = rowFor(stem, table, rows);
  if ("reason" in row) return { matched: false, reason: row.reason };
  const slot = slotFor(withoutPerson(stem, row.row, table), table);
  return "reason" in slot ? { matched: false, reason: slot.reason } : { matched: true, rowId: row.row.rowId, slot: slot.key };
}

/** 一批文件，逐个归类。 */
export function matchFiles<F extends { name: string }>(files: readonly F[], table: BatchTable, rows: readonly Row[]): { file: F; match: BatchMatch }[] {
  return files.map((file) => ({ file, match: matchFile(file.name, table, rows) }));
}

const nameOf = (row: Row, table: BatchTable): string => tidy(textOf(row, table.titleField)).trim();
const numberOf = (row: Row, table: BatchTable): string => (table.unique ? tidy(textOf(row, table.unique.field)).trim() : "");

function rowFor(stem: string, table: BatchTable, rows: readonly Row[]): { row: Row } | { reason: string } {
  const byNumber = rows.filter((row) => numberOf(row, table).length > TAIL && hasWhole(stem, numberOf(row, table)));
  if (byNumber.length > 0) return only(byNumber, "文件名里的号码对上了不止一行");
  const stated = longNumberIn(stem, table);
  if (stated !== undefined) return { reason: `名册里没有号码为 ${stated.slice(0, 3)}…${stated.slice(-TAIL)} 的人` };
  const named = longestNamed(stem, table, rows);
  const tailed = rows.filter((row) => hasTail(stem, numberOf(row, table)));
  if (named.length === 0) return tailed.length > 0 ? only(tailed, "号码后四位对上了不止一人，请在文件名里加上姓名") : { reason: "文件名里没有名册上的姓名或号码" };
  const both = named.filter((row) => tailed.includes(row));
  if (both.length > 0) return only(both, "姓名和号码后四位都相同的不止一人，请用完整号码命名");
  if (table.unique && statesTail(stem)) return { reason: "文件名里的姓名和号码后四位不是同一个人" };
  return only(named, "同名的不止一人，请在文件名里加上号码后四位");
}

const only = (rows: readonly Row[], otherwise: string): { row: Row } | { reason: string } => {
  const [first] = rows;
  return first && rows.length === 1 ? { row: first } : { reason: otherwise };
};

/** 「王丽」也出现在「王丽娟」里：取最长的称呼。 */
function longestNamed(stem: string, table: BatchTable, rows: readonly Row[]): Row[] {
  const named = rows.filter((row) => nameOf(row, table).length >= MIN_NAME && stem.includes(nameOf(row, table)));
  return named.filter((row) => !named.some((other) => nameOf(other, table) !== nameOf(row, table) && nameOf(other, table).includes(nameOf(row, table))));
}

/** 号码前后都不再是数字或字母，才算整个号码。 */
function hasWhole(stem: string, number: string): boolean {
  const at = stem.indexOf(number);
  return at >= 0 && !/[0-9]/.test(stem[at - 1] ?? "") && !/[0-9X]/.test(stem[at + number.length] ?? "");
}

/** 文件名写了一个 18 位号码，却不在名册里。 */
function longNumberIn(stem: string, table: BatchTable): string | undefined {
  return table.unique ? /(?<!\d)\d{17}[0-9X](?![0-9X])/.exec(stem)?.[0] : undefined;
}

/** 单独成段的四位（末位可为 X）；「2024年」「20240105」这样的不是。 */
const fourIn = (stem: string): string[] => stem.match(/(?<![0-9A-Z])\d{3}[0-9X](?![0-9A-Z年])/g) ?? [];

/** 写了后四位：单独的年份不算。 */
const statesTail = (stem: string): boolean => fourIn(stem).some((four) => !/^(19|20)\d{2}$/.test(four));

const hasTail = (stem: string, number: string): boolean => number.length > TAIL && fourIn(stem).includes(number.slice(-TAIL));

/** 姓名里可能正好有材料的字眼，先去掉。 */
function withoutPerson(stem: string, row: Row, table: BatchTable): string {
  const name = nameOf(row, table);
  return (name === "" ? stem : stem.replace(name, " ")).replace(numberOf(row, table) || " ", " ");
}

/** 最长的叫法说了算：「职称证书」先于「证书」。 */
function slotFor(stem: string, table: BatchTable): { key: string } | { reason: string } {
  const said = table.slots
    .flatMap((slot) => [slot.label, ...(slot.aliases ?? [])].map((word) => ({ key: slot.key, word: tidy(word) })))
    .filter(({ word }) => stem.includes(word));
  const standing = said.filter((one) => !said.some((other) => other.word !== one.word && other.word.includes(one.word)));
  const keys = [...new Set(standing.map(({ key }) => key))];
  const words = table.slots.map((slot) => slot.label).join("、");
  if (keys.length === 0 || keys[0] === undefined) return { reason: `文件名里没有写是哪份材料（${words}）` };
  return keys.length === 1 ? { key: keys[0] } : { reason: "文件名里写了不止一份材料" };
}
