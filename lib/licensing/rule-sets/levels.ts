import type { LevelCode } from "@/lib/terms/levels";
import type { LevelRule, RuleSet } from "./types";

/* Looking up a level in a scale that is given; the scales themselves are not needed for it, so that a tab need not carry them. */

/** The rule of a level in this scale, if it has that level. */
export function findLevel(ruleSet: RuleSet, code: string): LevelRule | undefined {
  return ruleSet.levels.find((level) => level.code === code);
}

/** The rule of a level that the scale must have. */
export function getLevel(ruleSet: RuleSet, code: string): LevelRule {
  const level = findLevel(ruleSet, code);
  if (!level) throw new Error(`${ruleSet.id} has no level ${code}`);
  return level;
}

/** Negative when a is lower than b in this scale. */
export function compareLevels(ruleSet: RuleSet, a: string, b: string): number {
  return ruleSet.levels.indexOf(getLevel(ruleSet, a)) - ruleSet.levels.indexOf(getLevel(ruleSet, b));
}

/** The highest of the levels: staff are counted against it. Undefined when there are none. */
export function highestLevel(ruleSet: RuleSet, codes: readonly string[]): LevelRule | undefined {
  return ruleSet.levels.findLast((level) => codes.includes(level.code));
}

/** Levels one may choose: highest first; a first licence reaches only some, converted variants cannot be applied for. */
export function selectableLevels(ruleSet: RuleSet, options: { readonly first: boolean }): readonly LevelRule[] {
  const allowed: readonly LevelCode[] = ruleSet.firstApplicationLevels.value;
  return ruleSet.levels.filter((level) => !level.onlyByConversion && (!options.first || allowed.includes(level.code))).toReversed();
}
