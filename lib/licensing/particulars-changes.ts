import { type Answers, answersOf, type SectionAnswers, textOf } from "@/lib/forms/answers";
import { changeItems, type ChangeItemCode } from "@/lib/terms/licence-changes";
import { codesOf } from "@/lib/terms/option-map";
import type { EnterpriseFacts } from "./context";

/** 申请变更内容页签的键。 */
export const CHANGES_SECTION = "particulars-changes";

/** 每个变更事项所含的登记字段（决定十）；法定代表人连同证件类型与号码。 */
export const changeableParticulars: Readonly<Record<ChangeItemCode, readonly string[]>> = {
  unitName: ["unitName"],
  enterpriseType: ["enterpriseType"],
  legalRep: ["legalRep", "legalRepIdType", "legalRepId"],
  domicile: ["domicile"],
};

const keys = codesOf(changeItems).flatMap((item) => changeableParticulars[item]);

const capitalised = (key: string): string => key.charAt(0).toUpperCase() + key.slice(1);
/** 变更后一栏的字段键。 */
export const afterKey = (key: string): string => `after${capitalised(key)}`;
/** 变更前一栏的字段键。 */
export const beforeKey = (key: string): string => `before${capitalised(key)}`;

/** 变更后的初值：与变更前相同，企业只改要变更的。 */
export function unchangedAnswers(enterprise: EnterpriseFacts): SectionAnswers {
  return Object.fromEntries(keys.map((key) => [afterKey(key), enterprise[key] ?? ""]));
}

interface Standing {
  answers: Answers;
  enterprise: EnterpriseFacts;
}

/** 真正改了的登记字段与新值；清空的、与原值一样的不算。 */
export function particularsChanges({ answers, enterprise }: Standing): Record<string, string> {
  const own = answersOf(answers, CHANGES_SECTION);
  const after = keys.map((key) => [key, textOf(own, afterKey(key))] as const);
  return Object.fromEntries(after.filter(([key, value]) => value !== "" && value !== (enterprise[key] ?? "")));
}

/** 改了哪几个变更事项。 */
export function changedItems(standing: Standing): ChangeItemCode[] {
  const changed = particularsChanges(standing);
  return codesOf(changeItems).filter((item) => changeableParticulars[item].some((key) => key in changed));
}

/** 「法人名称、住所」。 */
export function changedItemsText(standing: Standing): string {
  return changedItems(standing).map((item) => changeItems[item]).join("、");
}
