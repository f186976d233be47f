// 依据：《承装（修、试）电力设施许可证管理办法》许可条件：规定年限内主要业绩；持三级及以上许可证的企业须填写。
import { heldItems } from "../held-items";
import { demandsOf } from "../items";
import { highestLevel } from "../rule-sets/levels";
import { demandedAt, type PerformanceDemands } from "./performance";

/** 按所申请的与原有的级别里高的一个：持三级及以上许可证的须填写（L-4.3.7-03）。 */
export const performanceDemandsOfHolder: PerformanceDemands = (context) => {
  const held = heldItems(context);
  const higher = demandsOf(context).map(({ category, level }) => {
    const own = held.find((item) => item.category === category)?.level;
    return { category, level: highestLevel(context.ruleSet, own === undefined ? [level.code] : [level.code, own]) ?? level };
  });
  return demandedAt(context, higher);
};
