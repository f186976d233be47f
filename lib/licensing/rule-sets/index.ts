import type { LevelCode } from "@/lib/terms/levels";
import { ndrc30of2025 } from "./ndrc-30-2025";
import { ndrc36of2020 } from "./ndrc-36-2020";
import type { Figure, LevelRule, RuleSet, RuleSetId } from "./types";

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

/** The lowest level whose scope reaches the voltage (以下 includes the number). */
export function lowestLevelFor(ruleSet: RuleSet, kv: number): LevelRule | undefined {
  return ruleSet.levels.find(({ maxVoltageKv: { value } }) => value === null || kv <= value);
}

/** Levels one may choose: highest first; a first licence reaches only some, converted variants cannot be applied for. */
export function selectableLevels(ruleSet: RuleSet, options: { readonly first: boolean }): readonly LevelRule[] {
  const allowed: readonly LevelCode[] = ruleSet.firstApplicationLevels.value;
  return ruleSet.levels.filter((level) => !level.onlyByConversion && (!options.first || allowed.includes(level.code))).toReversed();
}

/** Where in a rule set a figure is not known, in words for the settings page. */
export interface OpenFigure {
  readonly where: string;
  readonly figure: Figure<unknown>;
}

const LEVEL_FIGURES = {
  maxVoltageKv: "许可范围", technicians: "技术人员", intermediateTechnicians: "中级以上技术人员", skilledWorkers: "技能人员",
  highVoltageElectricians: "高压电工", leadYears: "负责人年限", leadTitle: "负责人职称", performanceRequired: "业绩要求",
} as const satisfies Partial<Record<keyof LevelRule, string>>;

/** The figures that only have a provisional value; those that merely warn do not count. */
export function openFigures(ruleSet: RuleSet): readonly OpenFigure[] {
  const keys = Object.keys(LEVEL_FIGURES) as (keyof typeof LEVEL_FIGURES)[];
  const all: OpenFigure[] = [
    { where: "净资产比例", figure: ruleSet.netAssetsPercent },
    { where: "首次申请的等级", figure: ruleSet.firstApplicationLevels },
    { where: "有效期", figure: ruleSet.validityYears },
    ...ruleSet.levels.flatMap((level) => keys.map((key) => ({ where: `${level.word}：${LEVEL_FIGURES[key]}`, figure: level[key] }))),
    ...ruleSet.performance.filter((rule) => rule.binding).map((rule) => ({ where: "业绩数量", figure: rule.minimumProjects })),
  ];
  return all.filter(({ figure }) => figure.confidence === "UNKNOWN");
}

/** A set with a provisional figure may be the default only after an administrator has confirmed it. */
export function mayBeDefault(ruleSet: RuleSet, confirmed = false): boolean {
  return confirmed || openFigures(ruleSet).length === 0;
}
