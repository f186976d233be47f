// 依据：《承装（修、试）电力设施许可证管理办法》许可事项变更：变更许可类别和等级；与原有的相同不成其为变更。
import { heldItems, heldText, scopeChangeOf } from "../held-items";
import { CATEGORY_SECTION, licenceItemsOf, scopeText } from "../items";
import { defineRule, judged } from "./finding";

/** 申请的类别和等级须与原许可证不同。 */
export const changedScopeRule = defineRule("changedScope", (context) => {
  const applied = licenceItemsOf(context.answers);
  if (heldItems(context).length === 0 || applied.length === 0) return [];
  const { steps, dropped } = scopeChangeOf(context);
  const held = heldText(context);
  return [
    judged({
      section: CATEGORY_SECTION, field: "items", label: "变更后的类别和等级", need: `与原许可证（${held}）不同`, present: scopeText(context.ruleSet, applied),
      met: dropped.length > 0 || steps.some(({ step }) => step !== "same"), message: `请选择与原许可证不同的类别或等级，现在与原许可证相同：${held}`,
    }),
  ];
});
