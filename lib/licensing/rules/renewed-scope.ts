// 依据：《承装（修、试）电力设施许可证管理办法》许可证延续：延续不提高等级、不增加类别；降级延续须低于原等级。
import { answersOf, textOf } from "@/lib/forms/answers";
import type { Finding } from "@/lib/forms/issue";
import type { LicensingContext } from "../context";
import { heldItems, heldText, scopeChangeOf } from "../held-items";
import { CATEGORY_SECTION, itemText, licenceItemsOf, scopeText } from "../items";
import { defineRule, judged } from "./finding";

/** 选择了降级延续。 */
export const isDowngrade = (context: Pick<LicensingContext, "answers">): boolean => textOf(answersOf(context.answers, CATEGORY_SECTION), "downgrade") === "yes";

/** 不降级的与原有的相同；降级的每项不高于原有，至少一项更低或者不再保留。 */
export const renewedScopeRule = defineRule("renewedScope", (context) => {
  const applied = licenceItemsOf(context.answers);
  const chosen = textOf(answersOf(context.answers, CATEGORY_SECTION), "downgrade");
  if (heldItems(context).length === 0 || applied.length === 0 || chosen === "") return [];
  const { steps, dropped } = scopeChangeOf(context);
  const beyond = steps.filter(({ step }) => step === "higher" || step === "new").map(({ item }) => itemText(context.ruleSet, item));
  if (beyond.length > 0) return [finding(context, false, `延续不能提高等级或增加类别：${beyond.join("、")}；请改回，提高等级或增加类别另办许可事项变更`)];
  const lowered = dropped.length > 0 || steps.some(({ step }) => step === "lower");
  return isDowngrade(context)
    ? [finding(context, lowered, `降级延续的，请至少将一个类别的等级选低，或不再保留一个类别；原许可证为${heldText(context)}`)]
    : [finding(context, !lowered, `不降级的，延续后的类别和等级请与原许可证相同：${heldText(context)}；要降级请在“是否降级”选择“是”`)];
});

function finding(context: LicensingContext, met: boolean, message: string): Finding {
  const held = heldText(context);
  return judged({
    section: CATEGORY_SECTION, field: "items", label: "延续后的类别和等级", need: isDowngrade(context) ? `低于原许可证（${held}）` : `与原许可证相同（${held}）`,
    present: scopeText(context.ruleSet, licenceItemsOf(context.answers)), met, nature: "wrong", message,
  });
}
