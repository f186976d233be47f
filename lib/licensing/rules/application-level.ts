// 依据：《承装（修、试）电力设施许可证管理办法》许可等级；首次申请可达的级别见规则集（决定二）。
import { categories, type CategoryCode } from "@/lib/terms/categories";
import { wordOf } from "@/lib/terms/option-map";
import { CATEGORY_SECTION, demandsOf, isFirstApplication } from "../items";
import { findLevel } from "../rule-sets/levels";
import { defineRule, judged } from "./finding";

/** 首次申请、注销后再次申请只能到规则允许的级别；合并后、分立后申请不受此限。 */
export const firstApplicationLevelRule = defineRule("firstApplicationLevel", (context) => {
  if (!isFirstApplication(context.answers)) return [];
  const allowed = context.ruleSet.firstApplicationLevels.value;
  const words = allowed.map((code) => findLevel(context.ruleSet, code)?.word ?? code).toReversed().join("、");
  return demandsOf(context).map(({ category, level }) => {
    const name = wordOf(categories, category satisfies CategoryCode);
    return judged({
      section: CATEGORY_SECTION, field: "items", label: `首次申请${name}的级别`, need: words, present: level.word,
      met: allowed.includes(level.code), nature: "wrong",
      message: `首次申请${name}只能申请${words}，现为${level.word}；更高的级别取得许可后办理许可事项变更`,
    });
  });
});
