// 依据：《承装（修、试）电力设施许可证管理办法》许可条件的保持：人员变动须申请，变动之后仍须符合所持类别和等级的条件；
// 负责人离职、由人接替一并作出决定（决定九），一人只在一家企业任职、安全负责人专人专岗（决定七）。
import { answersOf, textOf } from "@/lib/forms/answers";
import type { Finding } from "@/lib/forms/issue";
import { personnelRoles } from "@/lib/terms/person";
import type { LicensingContext } from "../context";
import { changeOf, DEPARTURE, ENTRY, numberField } from "../personnel/change";
import { conditionInWords, conditionsOf } from "../personnel/conditions";
import { leadRoles, mayHoldBoth, rolesOf, rosterAfter, rosterAnswers } from "../personnel/roster";
import { limits } from "../rule-sets/limits";
import { defineRule, judged } from "./finding";
import { safetyLeadRule, technicalLeadRule } from "./leads";

function postFindings(context: LicensingContext): Finding[] {
  const { people, leaving, joining } = changeOf(context);
  if (!joining) return [];
  const held = rolesOf(rosterAfter(people, leaving, undefined), joining.idNumber);
  const clash = held.find((role) => role === joining.kind || !mayHoldBoth(role, joining.kind));
  if (!clash) return [];
  const message = clash === joining.kind ? `${joining.name}已是在册的${personnelRoles[clash]}，不用再办入职` : `${joining.name}在册为${personnelRoles[clash]}，不能同时担任${personnelRoles[joining.kind]}`;
  return [judged({ section: ENTRY, field: numberField(joining.kind), label: "人员不重复", need: "一人一岗", present: personnelRoles[clash], met: false, nature: "wrong", message })];
}

/** 负责人只有一位：已有的须在同一件申请里离任，由选定的人接替。 */
function succession(context: LicensingContext): Finding[] {
  const { people, leaving, joining } = changeOf(context);
  const replaced = textOf(answersOf(context.answers, ENTRY), "replaces");
  if (!joining || !leadRoles.includes(joining.kind) || replaced === "") return [];
  const holder = people.find(({ kind }) => kind === joining.kind);
  if (!holder || holder.idNumber === joining.idNumber || (leaving?.idNumber === holder.idNumber && leaving.roles.includes(joining.kind))) return [];
  const message = `请先在“人员离职申请”选择${holder.name}：${personnelRoles[joining.kind]}由他人接替的，离职与入职一并办理`;
  return [judged({ section: ENTRY, field: "replaces", label: "负责人的接替", need: "与离职一并办理", present: `${holder.name}仍在任`, met: false, nature: "wrong", message })];
}

/** 入职的负责人须符合许可证所持类别和等级的条件。 */
function qualification(context: LicensingContext): Finding[] {
  const { joining } = changeOf(context);
  if (!joining || !context.licence || !leadRoles.includes(joining.kind)) return [];
  const rule = joining.kind === "technicalLead" ? technicalLeadRule : safetyLeadRule;
  return rule.judge({ ...context, answers: rosterAnswers([joining], context.licence.items) }).map((finding) => ({ ...finding, section: ENTRY }));
}

export const personnelEntryRule = defineRule("personnelEntry", (context) => [...postFindings(context), ...succession(context), ...qualification(context)]);

/** 变更之后还符不符合许可条件：不挡提交，提交前让企业看到，审查人也看得到。 */
const conditions = (section: string) => (context: LicensingContext): Finding[] => {
  const { leaving, joining, after } = changeOf(context);
  if ((leaving ? DEPARTURE : joining && ENTRY) !== section) return [];
  return conditionsOf(context, after).map(({ table: _table, ...finding }) => ({
    ...finding, section, severity: "warning", nature: "wrong", label: `变更之后的${finding.label}`,
    message: `变更之后不再符合许可条件，${conditionInWords(finding)}；准予之后须在 ${limits.rectificationDays.value} 日内补足`,
  }));
};

export const conditionsAfterDepartureRule = defineRule("rosterConditions", conditions(DEPARTURE));
export const conditionsAfterEntryRule = defineRule("rosterConditions", conditions(ENTRY));
