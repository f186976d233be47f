// 依据：《中华人民共和国公司法》股东出资；事业单位法人与其他法人没有股权结构，不作要求。
import { answersOf, rowsOf } from "@/lib/forms/answers";
import { attention } from "../rule-sets/attention";
import { ratioSum, shareholders } from "../sections/shareholders";
import { BASIC_INFORMATION } from "../places";
import { defineRule, judged } from "./finding";

/** 企业法人的出资比例合计须为 100%。 */
export const shareholdingRule = defineRule("shareholding", (context) => {
  if (context.enterprise.enterpriseType !== "company") return [];
  const rows = rowsOf(answersOf(context.answers, BASIC_INFORMATION), shareholders.key);
  const sum = ratioSum(rows);
  const met = Math.abs(sum - 100) <= attention.shareholdingTolerance.value + Number.EPSILON * 100;
  const place = { section: BASIC_INFORMATION, table: shareholders.key, label: "股权结构的出资比例合计", need: "100%", present: `${sum}%`, met };
  return [judged(rows.length === 0 ? { ...place, message: "股权结构未填写，企业法人须列出全部股东" } : { ...place, nature: "wrong" })];
});
