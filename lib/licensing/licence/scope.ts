import { categories, type CategoryCode } from "@/lib/terms/categories";
import { codesOf, wordOf } from "@/lib/terms/option-map";
import { compareLevels, findLevel, getLevel, getRuleSet, lowestLevelFor, type LevelRule, type RuleSet } from "../rule-sets";

/** One category at one level. */
export interface CategoryLevel {
  readonly category: string;
  readonly level: string;
}

/** An item of a licence: its level means something only in its own scale. */
export interface ScopeItem extends CategoryLevel {
  readonly ruleSetId: string;
}

const ORDER = codesOf(categories);

function inOrder<T extends CategoryLevel>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => ORDER.indexOf(a.category as CategoryCode) - ORDER.indexOf(b.category as CategoryCode));
}

/** 承装四级、承修四级、承试五级 */
export function scopeWords(items: readonly CategoryLevel[], ruleSet: RuleSet): string {
  return inOrder(items).map((item) => wordOf(categories, item.category) + getLevel(ruleSet, item.level).word).join("、");
}

/** The same for the items of a licence, each in its own scale. */
export function licenceScopeWords(items: readonly ScopeItem[]): string {
  return inOrder(items).map((item) => scopeWords([item], getRuleSet(item.ruleSetId))).join("、");
}

/** The words of the printed certificate: 承装类四级承修类四级承试类四级. */
export function certificateScopeWords(items: readonly ScopeItem[]): string {
  return inOrder(items).map((item) => `${wordOf(categories, item.category)}类${getLevel(getRuleSet(item.ruleSetId), item.level).word}`).join("");
}

/**
 * Whether an item allows the work: the activity decides the category, the voltage the level; categories do not
 * stand in for each other, and 以下 includes the number.
 */
export function covers(item: ScopeItem, activity: CategoryCode, kv: number): boolean {
  if (item.category !== activity) return false;
  const { value } = getLevel(getRuleSet(item.ruleSetId), item.level).maxVoltageKv;
  return value === null || kv <= value;
}

/** The lowest level of a scale that allows the work, to say what would have been needed. */
export function levelNeeded(ruleSet: RuleSet, kv: number): LevelRule {
  const level = lowestLevelFor(ruleSet, kv);
  if (!level) throw new RangeError(`${ruleSet.id} has no level for ${kv} kV`);
  return level;
}

/** True when every item of the first list is also in the second, at the same or a higher level. */
export function isWithin(items: readonly CategoryLevel[], other: readonly CategoryLevel[], ruleSet: RuleSet): boolean {
  return items.every((item) => other.some((held) => held.category === item.category && compareLevels(ruleSet, item.level, held.level) <= 0));
}

// ---- reading the spellings found in documents ---------------------------------------------------------------------

const NUMERALS: Readonly<Record<string, string>> = {
  一: "1", 二: "2", 三: "3", 四: "4", 五: "5", 壹: "1", 贰: "2", 叁: "3", 肆: "4", 伍: "5",
};
const CATEGORY_OF: ReadonlyMap<string, CategoryCode> = new Map(ORDER.map((code) => [categories[code], code]));
const TOKEN = /(?<category>承装|承修|承试)类?|(?<numeral>[一二三四五壹贰叁肆伍1-5])级(?:\((?<kv>\d+)(?:千伏|kV)及?以下\))?|(?<separator>[、,;和及/+])/giy;

/** Pairs categories with levels; the level stands before or after its categories, but always on the same side. */
function pairUp(tokens: readonly (CategoryCode | { readonly level: string })[]): CategoryLevel[] | undefined {
  const levelFirst = typeof tokens[0] === "object";
  const ordered = levelFirst ? tokens.toReversed() : tokens;
  const items: CategoryLevel[] = [];
  let waiting: CategoryCode[] = [];
  for (const token of ordered) {
    if (typeof token === "string") {
      waiting.push(token);
      continue;
    }
    if (waiting.length === 0) return undefined;
    items.push(...waiting.map((category) => ({ category, level: token.level })));
    waiting = [];
  }
  const distinct = new Set(items.map((item) => item.category)).size === items.length;
  return waiting.length === 0 && items.length > 0 && distinct ? inOrder(items) : undefined;
}

/**
 * Reads 承装类四级承修类四级, 二级承装, 承装承修承试叁级, 承装（修、试）三级 … as items of a scale.
 * Undefined when anything in the text is not understood: never a guess.
 */
export function parseScope(text: string, ruleSet: RuleSet): CategoryLevel[] | undefined {
  const plain = text.normalize("NFKC").replace(/\s/g, "").replace(/承装(?:\(修、?试\)|修、?试)/g, "承装承修承试");
  const tokens: (CategoryCode | { level: string })[] = [];
  let end = 0;
  for (const match of plain.matchAll(TOKEN)) {
    end = match.index + match[0].length;
    const { category, numeral, kv } = match.groups ?? {};
    const code = category === undefined ? undefined : CATEGORY_OF.get(category);
    if (code) tokens.push(code);
    if (numeral !== undefined) {
      const level = (NUMERALS[numeral] ?? numeral) + (kv === undefined ? "" : `-${kv}`);
      if (!findLevel(ruleSet, level)) return undefined;
      tokens.push({ level });
    }
  }
  return end === plain.length ? pairUp(tokens) : undefined;
}
