// 依据：《承装（修、试）电力设施许可证管理办法》许可条件：规定年限内主要业绩，按类别分别提供；级别要求与数量见规则集（决定五：承装的数量只提醒）。
import { answersOf, type Row, textOf } from "@/lib/forms/answers";
import type { Finding } from "@/lib/forms/issue";
import { isDate, isMonth } from "@/lib/forms/kinds/dates";
import { categories, type CategoryCode, workActivities } from "@/lib/terms/categories";
import { projectKinds } from "@/lib/terms/project";
import type { LicensingContext } from "../context";
import { demandsOf } from "../items";
import { PERFORMANCE, rosterOf } from "../places";
import type { LevelRule, PerformanceRule } from "../rule-sets/types";
import { defineRule, judged, type LicensingRule } from "./finding";

/** 要求业绩的类别，连同规则；都不要求时为空。 */
export type PerformanceDemands = (context: LicensingContext) => { category: CategoryCode; level: LevelRule; rule: PerformanceRule }[];

/** 按所申请的级别。 */
export const performanceDemands: PerformanceDemands = (context) => demandedAt(context, demandsOf(context));

/** 这些级别里要求业绩的。 */
export function demandedAt({ ruleSet }: LicensingContext, demands: readonly { category: CategoryCode; level: LevelRule }[]): ReturnType<PerformanceDemands> {
  return demands.flatMap(({ category, level }) => {
    const rule = ruleSet.performance.find((candidate) => candidate.category === category);
    return rule && level.performanceRequired.value ? [{ category, level, rule }] : [];
  });
}

const yearsBefore = (today: string, years: number): string => `${Number(today.slice(0, 4)) - years}${today.slice(4)}`;

/** 计得上的工程：本类别、质量不是不合格、已竣工；承装须在规定年限内验收。 */
export function countedProjects(rows: readonly Row[], category: CategoryCode, rule: PerformanceRule, today: string): Row[] {
  return rows.filter((row) => {
    const done = textOf(row, rule.period.kind === "within" ? "acceptedOn" : "completedOn");
    if (textOf(row, "category") !== category || textOf(row, "quality") === "unqualified" || !isDate(done) || done > today) return false;
    return rule.period.kind !== "within" || done >= yearsBefore(today, rule.period.years);
  });
}

/** 工程开工到竣工涉及的公历年份。 */
function activeYears(rows: readonly Row[]): number[] {
  const years = rows.flatMap((row) => {
    const [start, end] = [textOf(row, "startOn"), textOf(row, "completedOn")].map((date) => Number(date.slice(0, 4)));
    if (!start || !end || end < start) return [];
    return Array.from({ length: end - start + 1 }, (_, i) => start + i);
  });
  return [...new Set(years)].sort();
}

/** 连续从事活动的月数，起止两月都计。 */
function consecutiveMonths(context: LicensingContext): number {
  const own = answersOf(context.answers, PERFORMANCE.section);
  const [from, to] = [textOf(own, "consecutiveFrom"), textOf(own, "consecutiveTo")];
  if (!isMonth(from) || !isMonth(to) || to < from) return 0;
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5)) - Number(from.slice(5)) + 1;
}

/** 手册的说法（L-4.3.7-12、13）；电压等级相不相应没有定出数目，由审查的人看。 */
export const activityWords = (...of: readonly CategoryCode[]): string => `相应电压等级的变电或线路${of.map((category) => workActivities[category]).join("、")}活动`;

function periodFinding(rule: PerformanceRule, counted: readonly Row[], context: LicensingContext): Finding[] {
  const { kind, years } = rule.period;
  const activity = activityWords(rule.category);
  if (kind === "within") return [];
  if (kind === "total") {
    const active = activeYears(counted);
    const present = active.length === 0 ? "0 年" : `${active.length} 年（${active.join("、")}）`;
    return [judged({ ...PERFORMANCE, label: `从事${activity}的年份`, need: `${years} 年`, present, met: active.length >= years })];
  }
  const months = consecutiveMonths(context);
  const place = { section: PERFORMANCE.section, field: "consecutiveFrom" };
  return [judged({ ...place, label: `连续从事${activity}`, need: `${years} 年（${years * 12} 个月）`, present: `${months} 个月`, met: months >= years * 12 })];
}

function kindFindings(rule: PerformanceRule, counted: readonly Row[]): Finding[] {
  return (rule.kindGroups?.value ?? []).map((group) => {
    const present = counted.filter((row) => (group as readonly string[]).includes(textOf(row, "kind"))).length;
    const words = group.map((kind) => projectKinds[kind]).join("或");
    return judged({ ...PERFORMANCE, label: `${categories[rule.category]}业绩：${words}`, need: "至少 1 项", present: `${present} 项`, met: present >= 1 });
  });
}

function categoryFindings(rule: PerformanceRule, level: LevelRule, context: LicensingContext): Finding[] {
  const counted = countedProjects(rosterOf(context.answers, PERFORMANCE), rule.category, rule, context.today);
  const minimum = rule.minimumProjects.value;
  const within = rule.period.kind === "within" ? `（最近 ${rule.period.years} 年内验收）` : "";
  const number = judged({
    ...PERFORMANCE, label: `${categories[rule.category]}业绩（${level.word}）`, need: `至少 ${minimum} 项${within}`,
    present: `${counted.length} 项`, met: counted.length >= minimum,
  });
  const all = [number, ...periodFinding(rule, counted, context), ...kindFindings(rule, counted)];
  return rule.binding ? all : all.map((finding) => ({ ...finding, severity: "warning" as const }));
}

/** 只在级别要求业绩的类别上判断。 */
export const performanceRuleFor = (demands: PerformanceDemands): LicensingRule =>
  defineRule("performance", (context) => demands(context).flatMap(({ rule, level }) => categoryFindings(rule, level, context)));
