import { type Answers, answersOf, type SectionAnswers } from "@/lib/forms/answers";
import type { ApplicationNatureCode, ChangeNatureCode } from "@/lib/terms/application";
import { categories, type CategoryCode } from "@/lib/terms/categories";
import { levels2020, levels2025 } from "@/lib/terms/levels";
import { codesOf, type OptionMap, wordOf } from "@/lib/terms/option-map";
import type { LicenceItem } from "./business";
import type { LicensingContext } from "./context";
import { findLevel, highestLevel, selectableLevels } from "./rule-sets/levels";
import type { LevelRule, RuleSet } from "./rule-sets/types";

/** 申请类别页签的键；类别与级别存在其中的 items 里。 */
export const CATEGORY_SECTION = "application-category";

/** 可以直接申请任何级别的申请性质；其余为首次申请。 */
const NATURES_ABOVE_FIRST: readonly string[] = ["change", "afterMerger", "afterDivision"] satisfies (ApplicationNatureCode | ChangeNatureCode)[];

/** 申请的类别与级别，按承装、承修、承试的顺序；没选级别的类别不在内。 */
export function licenceItemsOf(answers: Answers): LicenceItem[] {
  return itemsIn(answersOf(answers, CATEGORY_SECTION));
}

/** 一个页签里某个级别字段所选的各项。 */
export function itemsIn(section: SectionAnswers, field = "items"): LicenceItem[] {
  const chosen = section[field];
  if (chosen === null || typeof chosen !== "object" || Array.isArray(chosen)) return [];
  return codesOf(categories).flatMap((category) => {
    const level = chosen[category];
    return typeof level === "string" && level !== "" ? [{ category, level }] : [];
  });
}

/** 申请的类别代码。 */
export function categoriesOf(answers: Answers): CategoryCode[] {
  return licenceItemsOf(answers).map((item) => item.category as CategoryCode);
}

/** 人员按最高一级计一次（决定五）；没有选级别或级别不属于本规则时为空。 */
export function highestLevelOf(context: LicensingContext): LevelRule | undefined {
  return highestLevel(context.ruleSet, licenceItemsOf(context.answers).map((item) => item.level));
}

/** 申请项目与其级别的条件；级别不属于本规则的略去。 */
export function demandsOf(context: LicensingContext): { category: CategoryCode; level: LevelRule }[] {
  return licenceItemsOf(context.answers).flatMap((item) => {
    const level = findLevel(context.ruleSet, item.level);
    return level ? [{ category: item.category as CategoryCode, level }] : [];
  });
}

/** 是否受首次申请的级别限制。 */
export function isFirstApplication(answers: Answers): boolean {
  const nature = answersOf(answers, CATEGORY_SECTION).nature;
  return typeof nature !== "string" || !NATURES_ABOVE_FIRST.includes(nature);
}

/** 一个级别的字；换了规则之后旧的级别仍读得出。 */
export function levelWord(ruleSet: RuleSet, code: string): string {
  return findLevel(ruleSet, code)?.word ?? wordOf({ ...levels2020, ...levels2025 }, code);
}

export function itemText(ruleSet: RuleSet, item: LicenceItem): string {
  return `${wordOf(categories, item.category)}${levelWord(ruleSet, item.level)}`;
}

/** 「承装四级、承试五级」。 */
export function scopeText(ruleSet: RuleSet, items: readonly LicenceItem[]): string {
  return items.map((item) => itemText(ruleSet, item)).join("、");
}

/** 可选的类别级别：键「installation:4」，字「承装四级」。 */
export function levelOptions(context: LicensingContext, section: SectionAnswers): OptionMap {
  const levels = selectableLevels(context.ruleSet, { first: isFirstApplication({ [CATEGORY_SECTION]: section }) });
  const offered = codesOf(categories).flatMap((category) => levels.map((level): LicenceItem => ({ category, level: level.code })));
  return itemOptions(context.ruleSet, offered, section);
}

/** 这些项作为选项；已选而现在不能选的也列出，好让人看见并改掉。 */
export function itemOptions(ruleSet: RuleSet, offered: readonly LicenceItem[], section: SectionAnswers, field = "items"): OptionMap {
  return Object.fromEntries([...offered, ...itemsIn(section, field)].map((item) => [`${item.category}:${item.level}`, itemText(ruleSet, item)]));
}
