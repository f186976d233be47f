import { categories } from "@/lib/terms/categories";
import { projectKinds } from "@/lib/terms/project";
import { titleLevelGroupWords } from "@/lib/terms/title";
import { isCodeOf, wordOf } from "@/lib/terms/option-map";
import { voltageText } from "./describe";
import type { Figure, LevelRule, PerformanceRule, RuleSet } from "./types";

/** A figure of a rule set with its name and its value in words. */
export interface NamedFigure {
  readonly where: string;
  readonly text: string;
  readonly figure: Figure<unknown>;
  /** False: it only warns, so its uncertainty keeps the set from nothing. */
  readonly binding: boolean;
}

const LEVEL_FIGURES = {
  maxVoltageKv: { name: "许可范围", unit: "" },
  technicians: { name: "技术人员", unit: "人" },
  intermediateTechnicians: { name: "中级以上技术人员", unit: "人" },
  skilledWorkers: { name: "技能人员", unit: "人" },
  highVoltageElectricians: { name: "高压电工", unit: "人" },
  leadYears: { name: "负责人年限", unit: "年" },
  leadTitle: { name: "负责人职称", unit: "" },
  performanceRequired: { name: "业绩要求", unit: "" },
} as const satisfies Partial<Record<keyof LevelRule, { name: string; unit: string }>>;

type LevelFigure = keyof typeof LEVEL_FIGURES;

const levelKeys = Object.keys(LEVEL_FIGURES) as LevelFigure[];

/** The value of a figure as people say it: 要求, 不限, 中级及以上, a number. */
export function valueText(value: unknown): string {
  if (typeof value === "boolean") return value ? "要求" : "不要求";
  if (value === null) return "不限";
  if (isCodeOf(titleLevelGroupWords, value)) return titleLevelGroupWords[value];
  return Array.isArray(value) ? value.join("、") : String(value);
}

function levelFigures(level: LevelRule): NamedFigure[] {
  return levelKeys.map((key) => {
    const { name, unit } = LEVEL_FIGURES[key];
    const text = key === "maxVoltageKv" ? voltageText(level) : valueText(level[key].value) + unit;
    return { where: `${level.word}：${name}`, text, figure: level[key], binding: true };
  });
}

const periods = {
  within: (years: number) => `近${years}年内`,
  total: (years: number) => `任意${years}年`,
  consecutive: (years: number) => `连续${years}年`,
} as const satisfies Record<PerformanceRule["period"]["kind"], (years: number) => string>;

function performanceFigures({ category, period, minimumProjects, kindGroups, binding }: PerformanceRule): NamedFigure[] {
  const span = periods[period.kind](period.years);
  const groups = kindGroups && { where: `${categories[category]}业绩的种类`, figure: kindGroups, binding, text: kindGroups.value.map((kinds) => kinds.map((kind) => wordOf(projectKinds, kind)).join("或")).join("，以及") };
  return [{ where: "业绩数量", text: `${categories[category]}：${span}不少于${minimumProjects.value}项${binding ? "" : "，只提醒"}`, figure: minimumProjects, binding }, ...(groups ? [groups] : [])];
}

/** Every figure of a set, in the order in which a reader asks. */
export function namedFigures(ruleSet: RuleSet): NamedFigure[] {
  const words = ruleSet.firstApplicationLevels.value.map((code) => ruleSet.levels.find((level) => level.code === code)?.word ?? code);
  return [
    { where: "净资产比例", text: `不低于总资产的${ruleSet.netAssetsPercent.value}%`, figure: ruleSet.netAssetsPercent, binding: true },
    { where: "首次申请的等级", text: words.join("、"), figure: ruleSet.firstApplicationLevels, binding: true },
    { where: "有效期", text: `${ruleSet.validityYears.value}年`, figure: ruleSet.validityYears, binding: true },
    ...ruleSet.levels.toReversed().flatMap(levelFigures),
    ...ruleSet.performance.flatMap(performanceFigures),
  ];
}

/** One figure that is not the same in two sets; a set that has no such figure says nothing. */
export interface FigureDifference {
  readonly where: string;
  readonly before: string;
  readonly after: string;
}

/** What differs between two sets, figure by figure; levels are matched by their word. */
export function compareFigures(older: RuleSet, newer: RuleSet): FigureDifference[] {
  const texts = (set: RuleSet): Map<string, string> => {
    const found = new Map<string, string>();
    for (const { where, text } of namedFigures(set)) found.set(where, found.has(where) ? `${found.get(where)}；${text}` : text);
    return found;
  };
  const [before, after] = [texts(older), texts(newer)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((where) => ({ where, before: before.get(where) ?? "", after: after.get(where) ?? "" }))
    .filter((row) => row.before !== row.after);
}
