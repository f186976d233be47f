import { fieldsOf } from "@/lib/forms/definition";
import { categories } from "@/lib/terms/categories";
import { codesOf } from "@/lib/terms/option-map";
import { addMonths } from "@/lib/workflow/iso-date";
import { findLevel, getRuleSet, type RuleSet } from "../rule-sets";
import { limits } from "../rule-sets/limits";
import { importTables, levelField, ruleSetOptions } from "./columns";
import { faultAt } from "./judge-enterprises";
import type { ImportLine } from "./read-lines";
import type { ImportFault } from "./report";

const fields = fieldsOf(importTables.licences.groups);

/** 许可证一表某一列不对。 */
export const at = (key: string, reason: string, value?: string): ImportFault => faultAt(fields, key, reason, value);

/** 各类别写着的等级；没有的类别不在内。 */
export const chosenLevels = (values: ImportLine["values"]) =>
  codesOf(categories).flatMap((category) => (values[levelField(category)] ? [{ category, level: values[levelField(category)] ?? "" }] : []));

/** 等级哪里不对。 */
export function levelFaults(values: ImportLine["values"]): ImportFault[] {
  const items = chosenLevels(values);
  const ruleSet = getRuleSet(values.ruleSetId ?? "");
  if (items.length === 0) return [at(levelField(codesOf(categories)[0] ?? "installation"), "至少要有一个类别的等级")];
  return items.filter(({ level }) => !findLevel(ruleSet, level)).map(({ category, level }) => at(levelField(category), `${ruleSetOptions[ruleSet.id] ?? ""}没有这一等级`, level));
}

/** 一件证最晚到哪一天：延续的在届满前几个月决定，再加六年。 */
const latestExpiry = (today: string, ruleSet: RuleSet): string => addMonths(today, 12 * ruleSet.validityYears.value + limits.renewalOpensMonths.value);

/** 日期哪里不对。 */
export function dateFaults(values: ImportLine["values"], today: string): ImportFault[] {
  const { firstIssuedOn = "", issuedOn = "", validFrom = "", validTo = "" } = values;
  const latest = latestExpiry(today, getRuleSet(values.ruleSetId ?? ""));
  return [
    ...(issuedOn < firstIssuedOn ? [at("issuedOn", "早于首次发证日期", issuedOn)] : []),
    ...(validFrom < firstIssuedOn ? [at("validFrom", "早于首次发证日期", validFrom)] : []),
    ...(validTo <= validFrom ? [at("validTo", "不晚于有效期自", validTo)] : []),
    ...(validTo > latest ? [at("validTo", `晚于 ${latest}，超过许可证的有效期限`, validTo)] : []),
  ];
}
