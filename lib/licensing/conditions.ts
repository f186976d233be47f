import { categories } from "@/lib/terms/categories";
import { wordOf } from "@/lib/terms/option-map";
import type { LicenceItem } from "./business";
import { itemText } from "./items";
import { findLevel, findRuleSetInForce, highestLevel, type RuleSet, ruleSets } from "./rule-sets";
import { levelConditions } from "./rule-sets/describe";

/** 一段说明：标题与若干句。 */
export interface ConditionText {
  title: string;
  sentences: readonly string[];
}

/** 现行有效的是哪一部规章、本次按哪一部判断；两者不同时一定要说（决定一）。 */
export function ruleSetNotice(ruleSet: RuleSet, today: string): string {
  const inForce = findRuleSetInForce(today) ?? ruleSets.at(-1);
  const used = `本次申请按“${ruleSet.title}”的条件核对`;
  if (!inForce || inForce.id === ruleSet.id) return `${used}，为现行有效的规章。`;
  return `${used}；现行有效的规章为“${inForce.title}”，自${inForce.effectiveFrom}起施行，其中部分人员数尚待确认，以办理机构的解释为准。`;
}

/** 所选级别的条件，用文字列在「资料审核」里；人员只按最高一级计一次，也在此说明。 */
export function conditionTexts(ruleSet: RuleSet, items: readonly LicenceItem[]): ConditionText[] {
  const texts = items.flatMap((item) => {
    const level = findLevel(ruleSet, item.level);
    return level ? [{ title: itemText(ruleSet, item), sentences: levelConditions(ruleSet, level) }] : [];
  });
  const highest = highestLevel(ruleSet, items.map((item) => item.level));
  if (!highest || texts.length < 2) return texts;
  const names = items.map((item) => wordOf(categories, item.category)).join("、");
  return [
    ...texts,
    {
      title: "几个类别同时申请",
      sentences: [
        `技术人员、技能人员按其中最高的${highest.word}计一次，不逐类累加`,
        `技术负责人、安全负责人从事${names}管理工作的年限，每个类别分别计算，都须达到`,
        "业绩按类别分别提供",
      ],
    },
  ];
}
