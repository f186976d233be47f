import type { LicenceItem } from "./business";
import type { LicensingContext } from "./context";
import { itemText, licenceItemsOf, scopeText } from "./items";
import { convertItems } from "./licence/conversion";
import { compareLevels, findLevel, getRuleSet } from "./rule-sets";

/** 现有许可证的类别和等级，换算到本次所用的条件标准；没有许可证的为空。 */
export function heldItems({ licence, ruleSet }: Pick<LicensingContext, "licence" | "ruleSet">): LicenceItem[] {
  return licence ? convertItems(licence.items, getRuleSet(licence.ruleSetId), ruleSet) : [];
}

/** 换算的话：「承装三级 → 承装二级（110千伏以下）」；许可证与本次所用的标准相同时为空串。换算总要让人看见（决定一）。 */
export function conversionText(context: Pick<LicensingContext, "licence" | "ruleSet">): string {
  const { licence, ruleSet } = context;
  if (!licence || licence.ruleSetId === ruleSet.id) return "";
  const older = getRuleSet(licence.ruleSetId);
  const converted = heldItems(context);
  return licence.items.map((item, index) => `${itemText(older, item)} → ${itemText(ruleSet, converted[index] ?? item)}`).join("；");
}

/** 初值：换算后的类别和等级，按 items 字段的形状。 */
export const heldAsAnswer = (context: LicensingContext): Record<string, string> => Object.fromEntries(heldItems(context).map(({ category, level }) => [category, level]));

/** 与原有的一项比：升、降、相同，或原来没有。 */
export type ItemStep = "same" | "higher" | "lower" | "new";

function stepOf(context: LicensingContext, { category, level }: LicenceItem): ItemStep {
  const held = heldItems(context).find((item) => item.category === category);
  if (!held || !findLevel(context.ruleSet, held.level) || !findLevel(context.ruleSet, level)) return "new";
  const difference = compareLevels(context.ruleSet, level, held.level);
  return difference === 0 ? "same" : difference > 0 ? "higher" : "lower";
}

/** 申请的各项与原许可证相比，以及不再保留的。 */
export interface ScopeChange {
  steps: { item: LicenceItem; step: ItemStep }[];
  dropped: LicenceItem[];
}

export function scopeChangeOf(context: LicensingContext): ScopeChange {
  const applied = licenceItemsOf(context.answers);
  return {
    steps: applied.map((item) => ({ item, step: stepOf(context, item) })),
    dropped: heldItems(context).filter((held) => !applied.some((item) => item.category === held.category)),
  };
}

/** 「承装四级、承试五级」，原许可证的。 */
export const heldText = (context: Pick<LicensingContext, "licence" | "ruleSet">): string => scopeText(context.ruleSet, heldItems(context));
