// 依据：《承装（修、试）电力设施许可证管理办法》许可证遗失补办：先公开声明作废，满规定天数再申请。
import { answersOf, textOf } from "@/lib/forms/answers";
import { daysBetween, isIsoDate } from "@/lib/workflow/iso-date";
import { limits } from "../rule-sets/limits";
import { defineRule, judged } from "./finding";

/** 补（换）证页签的键。 */
export const REISSUE_SECTION = "reissue";

/** 遗失声明刊登未满天数的只提示：天数的来源不够确定，由受理岗掌握。 */
export const lossStatementRule = defineRule("lossStatement", ({ answers, today }) => {
  const own = answersOf(answers, REISSUE_SECTION);
  const on = textOf(own, "statementOn");
  if (textOf(own, "kind") !== "lost" || !isIsoDate(on)) return [];
  const [days, need] = [daysBetween(on, today), limits.lossStatementDays.value];
  return [judged({
    section: REISSUE_SECTION, field: "statementOn", label: "遗失声明刊登以来", need: `${need} 天`, present: `${days} 天`, met: days >= need, severity: "warning",
    message: `遗失声明刊登满 ${need} 天后再申请，现为第 ${days} 天，可能被要求补正`,
  })];
});
