// 依据：《承装（修、试）电力设施许可证管理办法》许可条件：净资产不低于总资产的规定比例（见规则集）。
import { answersOf, numberOf, type SectionAnswers, textOf } from "@/lib/forms/answers";
import type { Finding } from "@/lib/forms/issue";
import { isDate } from "@/lib/forms/kinds/dates";
import { attention } from "../rule-sets/attention";
import type { LicensingContext } from "../context";
import { BASIC_INFORMATION } from "../places";
import { defineRule, judged } from "./finding";

/** 净资产占总资产的百分比；资产没填或总资产不为正时为空。 */
export function netAssetPercent(section: SectionAnswers): number | undefined {
  const [total, net] = [numberOf(section, "totalAssets"), numberOf(section, "netAssets")];
  return total === undefined || net === undefined || total <= 0 ? undefined : (net / total) * 100;
}

const monthsBetween = (from: string, to: string): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) - (to.slice(8) < from.slice(8) ? 1 : 0);

function staleFinance(section: SectionAnswers, context: LicensingContext): Finding[] {
  const asOf = textOf(section, "financeAsOf");
  const limit = attention.financeMonths.value;
  if (!isDate(asOf) || asOf > context.today || monthsBetween(asOf, context.today) < limit) return [];
  const months = monthsBetween(asOf, context.today);
  return [
    judged({
      section: BASIC_INFORMATION, field: "financeAsOf", label: "财务数据截止日期", need: `${limit} 个月以内`, present: `${months} 个月以前`,
      met: false, severity: "warning", nature: "wrong",
    }),
  ];
}

/** 净资产占比够不够；资产没填时由字段自己说未填写。 */
export const netAssetsRule = defineRule("netAssetsRatio", (context) => {
  const section = answersOf(context.answers, BASIC_INFORMATION);
  const percent = netAssetPercent(section);
  const need = context.ruleSet.netAssetsPercent.value;
  // 乘过再比，避免小数误差让恰好 15% 判成不足。
  const met = percent !== undefined && (numberOf(section, "netAssets") ?? 0) * 100 >= (numberOf(section, "totalAssets") ?? 0) * need;
  const ratio = percent === undefined ? [] : [
    judged({
      section: BASIC_INFORMATION, field: "netAssets", label: "净资产占总资产的比例", need: `不低于 ${need}%`, present: `${percent.toFixed(2)}%`, met, nature: "wrong",
    }),
  ];
  return [...ratio, ...staleFinance(section, context)];
});
