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
export const at = (line: ImportLine, key: string, reason: string): ImportFault => faultAt(fields, line, key, reason);

/** 各类别写着的等级；没有的类别不在内。 */
export const chosenLevels = (values: ImportLine["values"]) =>
  codesOf(categories).flatMap((category) => (values[levelField(category)] ? [{ category, level: values[levelField(category)] ?? "" }] : []));

/** 等级哪里不对。 */
export function levelFaults(line: ImportLine): ImportFault[] {
  const items = chosenLevels(line.values);
  const ruleSet = getRuleSet(line.values.ruleSetId ?? "");
  if (items.length === 0) return [at(line, levelField(codesOf(categories)[0] ?? "installation"), "至少要有一个类别的等级")];
  return items.filter(({ level }) => !findLevel(ruleSet, level)).map(({ category }) => at(line, levelField(category), `${ruleSetOptions[ruleSet.id] ?? ""}没有这一等级`));
}

/** 一件证最晚到哪一天：延续的在届满前几个月决定，再加六年。 */
const latestExpiry = (today: string, ruleSet: RuleSet): string => addMonths(today, 12 * ruleSet.validityYears.value + limits.renewalOpensMonths.value);

/** 日期哪里不对。 */
export function dateFaults(line: ImportLine, today: string): ImportFault[] {
  const { firstIssuedOn = "", issuedOn = "", validFrom = "", validTo = "", ruleSetId = "" } = line.values;
  const latest = latestExpiry(today, getRuleSet(ruleSetId));
  return [
    ...(issuedOn < firstIssuedOn ? [at(line, "issuedOn", "早于首次发证日期")] : []),
    ...(validFrom < firstIssuedOn ? [at(line, "validFrom", "早于首次发证日期")] : []),
    ...(validTo <= validFrom ? [at(line, "validTo", "不晚于有效期自")] : []),
    ...(validTo > latest ? [at(line, "validTo", `晚于 ${latest}，超过许可证的有效期限`)] : []),
  ];
}
