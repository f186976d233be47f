// 依据：《承装（修、试）电力设施许可证管理办法》许可条件：技术负责人、安全负责人的职称与从事相应类别管理工作的年限（决定五：每个类别都须够）。
import { answersOf, listOf, rowsOf, type SectionAnswers, textOf } from "@/lib/forms/answers";
import { birthDateOf } from "@/lib/forms/identifiers";
import type { Finding } from "@/lib/forms/issue";
import { isDate } from "@/lib/forms/kinds/dates";
import { categories } from "@/lib/terms/categories";
import { isCodeOf, wordOf } from "@/lib/terms/option-map";
import { titleCounts, titleLevelGroupWords, titleLevels } from "@/lib/terms/title";
import type { LicensingContext } from "../context";
import { demandsOf, highestLevelOf } from "../items";
import { managementMonths, monthsInWords } from "../management-years";
import { attention } from "../rule-sets/attention";
import { defineRule, judged, type LicensingRule } from "./finding";

interface Lead {
  section: string;
  word: string;
  answers: SectionAnswers;
}

function yearsFindings(lead: Lead, context: LicensingContext): Finding[] {
  const rows = rowsOf(lead.answers, "workExperience");
  return demandsOf(context).map(({ category, level }) => {
    const [months, years] = [managementMonths(rows, category, context.today), level.leadYears.value];
    return judged({
      section: lead.section, table: "workExperience", label: `${lead.word}从事${categories[category]}管理工作的年限`,
      need: `${years} 年`, present: monthsInWords(months), met: months >= years * 12,
    });
  });
}

function responsibilityFinding(lead: Lead, context: LicensingContext): Finding[] {
  const chosen = listOf(lead.answers, "categories");
  const absent = demandsOf(context).filter(({ category }) => !chosen.includes(category));
  if (chosen.length === 0 || absent.length === 0) return [];
  const words = (codes: readonly string[]) => codes.map((code) => wordOf(categories, code)).join("、");
  const need = words(demandsOf(context).map(({ category }) => category));
  return [judged({ section: lead.section, field: "categories", label: `${lead.word}的负责类别`, need, present: words(chosen), met: false, nature: "wrong" })];
}

function titleFinding(lead: Lead, context: LicensingContext): Finding[] {
  const [held, demand] = [textOf(lead.answers, "titleLevel"), highestLevelOf(context)?.leadTitle.value];
  if (!demand || !isCodeOf(titleLevels, held)) return [];
  return [
    judged({
      section: lead.section, field: "titleLevel", label: `${lead.word}的职称`, need: titleLevelGroupWords[demand], present: titleLevels[held],
      met: titleCounts(held, demand), nature: "wrong",
    }),
  ];
}

/** 专业从不据此拒绝：选「其他」的提醒，由审查人员认定。 */
function specialtyFinding(lead: Lead): Finding[] {
  if (textOf(lead.answers, "titleSpecialty") !== "other") return [];
  return [
    judged({
      section: lead.section, field: "titleSpecialty", label: `${lead.word}的职称专业`, need: "电力相关专业", present: "其他电力相关专业",
      met: false, severity: "warning", nature: "wrong", message: `${lead.word}的职称专业为其他电力相关专业，由审查人员认定`,
    }),
  ];
}

/** 周岁；生日当天起算。 */
export function ageOn(birth: string, today: string): number {
  return Number(today.slice(0, 4)) - Number(birth.slice(0, 4)) - (today.slice(5) < birth.slice(5) ? 1 : 0);
}

function ageFinding(lead: Lead, context: LicensingContext): Finding[] {
  const birth = birthDateOf(textOf(lead.answers, "idNo")) ?? textOf(lead.answers, "birthStated");
  if (!isDate(birth)) return [];
  const [age, from, to] = [ageOn(birth, context.today), attention.leadAgeFrom.value, attention.leadAgeTo.value];
  if (age >= from && age <= to) return [];
  return [
    judged({
      section: lead.section, field: "idNo", label: `${lead.word}的年龄`, need: `${from} 至 ${to} 周岁`, present: `${age} 周岁`,
      met: false, severity: "warning", nature: "wrong",
    }),
  ];
}

function leadRule(id: "technicalLead" | "safetyLead", section: string, word: string): LicensingRule {
  return defineRule(id, (context) => {
    const lead: Lead = { section, word, answers: answersOf(context.answers, section) };
    return [
      ...titleFinding(lead, context), ...yearsFindings(lead, context), ...responsibilityFinding(lead, context),
      ...specialtyFinding(lead), ...ageFinding(lead, context),
    ];
  });
}

export const technicalLeadRule = leadRule("technicalLead", "technical-lead", "技术负责人");
export const safetyLeadRule = leadRule("safetyLead", "safety-lead", "安全负责人");
