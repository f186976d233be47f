import { faultInDate, faultInMonth, normaliseDate, normaliseMonth } from "./kinds/dates";
import { searchText } from "./plain-text";

/** 地址里认不出的一项筛选：写着的原文，与放在那一格旁的一句。 */
export interface Misread {
  typed: string;
  message: string;
}

/** 认不出的各项，按格的名称；空的即全都认得出。有一项认不出就不列结果，免得像是筛过的。 */
export type Misreadings<K extends string = string> = Partial<Record<K, Misread>>;

/** 一格怎样认：先整理（全角、斜杠），再看合不合；不合的怎样说，合的为空。 */
export interface FilterKind {
  tidy?: (typed: string) => string;
  judge?: (tidied: string) => string | undefined;
}

export const dayFilter: FilterKind = { tidy: normaliseDate, judge: faultInDate };
export const monthFilter: FilterKind = { tidy: normaliseMonth, judge: faultInMonth };
export const anyText: FilterKind = {};

/** 在几项里选的一格；isOne 认得出这一项。 */
export const oneOf = (isOne: (code: string) => boolean): FilterKind => ({ judge: (code) => (isOne(code) ? undefined : "没有这一项，请重新选择") });

/** 在几个代码里选的一格。 */
export const codeFilter = (codes: Readonly<Record<string, string>>): FilterKind => oneOf((code) => Object.hasOwn(codes, code));

/** 逐格读地址里的筛选：认得出的、认不出的分开；没有写的、写了两遍的不算。 */
export function readFilters<K extends string>(raw: Readonly<Partial<Record<K, unknown>>>, kinds: Readonly<Record<K, FilterKind>>): { read: Partial<Record<K, string>>; misread: Misreadings<K> } {
  const [read, misread]: [Partial<Record<K, string>>, Misreadings<K>] = [{}, {}];
  for (const key of Object.keys(kinds) as K[]) {
    const typed = searchText(raw[key]);
    if (typed === "") continue;
    const { tidy, judge } = kinds[key];
    const value = tidy?.(typed) ?? typed;
    const message = judge?.(value);
    if (message === undefined) read[key] = value;
    else misread[key] = { typed, message };
  }
  return { read, misread };
}

/** 起讫写反了的一项，记在讫上。 */
export function reversedIn<K extends string>(read: Partial<Record<K, string>>, from: K, to: K): Misreadings<K> {
  const [first, last] = [read[from], read[to]];
  if (first === undefined || last === undefined || first <= last) return {};
  const misread: Misreadings<K> = {};
  misread[to] = { typed: last, message: `早于起始的 ${first}，请核对` };
  return misread;
}

/** 有认不出的。 */
export const isMisread = (misread: Misreadings): boolean => Object.keys(misread).length > 0;

/** 认不出的第一句，供导出时退回。 */
export const firstMisread = (misread: Misreadings): string | undefined => Object.values(misread)[0]?.message;

/** 列表的位置上说的一句。 */
export const misreadWords = "有查找条件认不出，没有列出结果。请改正标出的条件后再查找。";
