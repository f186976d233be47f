import { namedFigures } from "./named-figures";
import { ndrc30of2025 } from "./ndrc-30-2025";
import { ndrc36of2020 } from "./ndrc-36-2020";
import type { Figure, RuleSet, RuleSetId } from "./types";

export { compareLevels, findLevel, getLevel, highestLevel, selectableLevels } from "./levels";
export { conversion2020to2025 } from "./conversion";
export type { Confidence, Figure, LevelRule, PerformanceRule, RuleSet, RuleSetId } from "./types";

/** All rule sets, oldest first. */
export const ruleSets: readonly RuleSet[] = [ndrc36of2020, ndrc30of2025];

/** The set of a new installation; an administrator's setting replaces it. */
export const defaultRuleSetId: RuleSetId = "NDRC-36-2020";

/** True when the value names a rule set; narrows stored or posted text. */
export function isRuleSetId(value: unknown): value is RuleSetId {
  return ruleSets.some((set) => set.id === value);
}

/** The rule set of an id; an unknown id is a broken record and throws. */
export function getRuleSet(id: string): RuleSet {
  const found = ruleSets.find((set) => set.id === id);
  if (!found) throw new Error(`no rule set ${id}`);
  return found;
}

/** The set that is the law on a day, whatever the setting says. */
export function findRuleSetInForce(on: string): RuleSet | undefined {
  return ruleSets.find((set) => set.effectiveFrom <= on && on <= (set.effectiveTo ?? "9999-12-31"));
}

/** Where in a rule set a figure is not known, in words for the settings page. */
export interface OpenFigure {
  readonly where: string;
  readonly figure: Figure<unknown>;
}

/** The figures that only have a provisional value; those that merely warn do not count. */
export function openFigures(ruleSet: RuleSet): readonly OpenFigure[] {
  return namedFigures(ruleSet).filter(({ figure, binding }) => binding && figure.confidence === "UNKNOWN");
}

/** A set with a provisional figure may be the default only after an administrator has confirmed it. */
export function mayBeDefault(ruleSet: RuleSet, confirmed = false): boolean {
  return confirmed || openFigures(ruleSet).length === 0;
}
