import { conversion2020to2025, type RuleSet } from "../rule-sets";
import type { CategoryLevel } from "./scope";

const forward: Readonly<Record<string, string>> = conversion2020to2025.value;
const backward: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(forward).map(([older, newer]) => [newer, older]));

/** A level in the words of another scale. Never applied in silence: whoever converts shows both. */
export function convertLevel(level: string, from: RuleSet, to: RuleSet): string {
  if (from.id === to.id) return level;
  return (from.effectiveFrom < to.effectiveFrom ? forward : backward)[level] ?? level;
}

/** The items of a licence in another scale. */
export function convertItems<T extends CategoryLevel>(items: readonly T[], from: RuleSet, to: RuleSet): CategoryLevel[] {
  return items.map(({ category, level }) => ({ category, level: convertLevel(level, from, to) }));
}
