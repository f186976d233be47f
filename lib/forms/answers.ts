/** 答案的形状：页签 → 字段；子表是带稳定 rowId 的行。存库、比对、定位都用同一形状。 */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

export type Row = { rowId: string } & { [field: string]: Json };

export type SectionAnswers = { [key: string]: Json };

export type Answers = { [section: string]: SectionAnswers };

/** 已上传的附件；row 为空表示属于整个页签。 */
export interface AttachedFile {
  id: string;
  section: string;
  slot: string;
  row?: string;
  name: string;
  size: number;
  mediaType: string;
}

/** 引擎评判时所知的一切；各业务可扩充。today 为 YYYY-MM-DD（北京时间），由调用者传入。 */
export interface BaseContext {
  today: string;
  answers: Answers;
  files: readonly AttachedFile[];
}

const NO_ANSWERS: SectionAnswers = {};

export function answersOf(answers: Answers, section: string): SectionAnswers {
  return answers[section] ?? NO_ANSWERS;
}

/** 子表的行；不是行数组时视为空表。 */
export function rowsOf(section: SectionAnswers, table: string): Row[] {
  const value = section[table];
  return Array.isArray(value) ? (value as Row[]) : [];
}

export function textOf(record: SectionAnswers | Row, key: string): string {
  const value = record[key];
  return typeof value === "string" ? value : "";
}

export function listOf(record: SectionAnswers | Row, key: string): string[] {
  const value = record[key];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
}

/** 数值字段以文本保存（错的也要留在页面上）；不是数时为 undefined。 */
export function numberOf(record: SectionAnswers | Row, key: string): number | undefined {
  const text = textOf(record, key).trim();
  if (text === "") return undefined;
  const number = Number(text);
  return Number.isFinite(number) ? number : undefined;
}

/** 答案最深三层；再深的不是我们的，也不必一层层走下去。 */
const DEEPEST = 10;

/** 来路不明的值是不是 JSON；一千行的保存要逐个值看，所以手写。 */
export function isJson(value: unknown, depth = 0): value is Json {
  if (value === null || typeof value === "string" || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (depth === DEEPEST) return false;
  if (Array.isArray(value)) return value.every((item) => isJson(item, depth + 1));
  return isPlain(value) && Object.values(value).every((item) => isJson(item, depth + 1));
}

/** 键值对的形状，值另看。 */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return isPlain(value);
}

export function isJsonRecord(value: unknown): value is SectionAnswers {
  return isPlain(value) && isJson(value);
}

function isPlain(value: unknown): value is object {
  return typeof value === "object" && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value));
}

/** 键序无关的深比较：判断一项答案是否变过。 */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (a === null || b === null || typeof a !== "object" || typeof b !== "object") return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, i) => sameJson(item, b[i]));
  }
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => sameJson(a[key], b[key]));
}
