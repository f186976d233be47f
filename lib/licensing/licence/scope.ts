import { categories, type CategoryCode } from "@/lib/terms/categories";
import { codesOf, wordOf } from "@/lib/terms/option-map";
import { getLevel, getRuleSet, type RuleSet } from "../rule-sets";

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

/** The words on the face of a certificate: 承装类四级　承修类四级　承试类四级. */
export function certificateScopeWords(items: readonly CategoryLevel[], ruleSet: RuleSet): string {
  return inOrder(items).map((item) => `${wordOf(categories, item.category)}类${getLevel(ruleSet, item.level).word}`).join("　");
}
