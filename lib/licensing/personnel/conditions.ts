import type { Finding } from "@/lib/forms/issue";
import { personnelRoles } from "@/lib/terms/person";
import type { LicensingContext } from "../context";
import type { EngagedPerson } from "../people";
import { judged } from "../rules/finding";
import { skilledWorkersRule } from "../rules/skilled-workers";
import { techniciansRule } from "../rules/technicians";
import { leadRoles, rosterAnswers } from "./roster";

/** 许可条件里与在册人员有关的：两位负责人都在，技术人员与技能人员够数。用许可证自己的那一套标准，规则与申请的相同。 */
export function conditionsOf(context: LicensingContext, people: readonly EngagedPerson[]): Finding[] {
  const { licence } = context;
  if (!licence) return [];
  const held: LicensingContext = { ...context, answers: rosterAnswers(people, licence.items) };
  const leads = leadRoles.map((role) => {
    const present = people.filter(({ kind }) => kind === role).length;
    return judged({ section: "", label: personnelRoles[role], need: "1 人", present: `${present} 人`, met: present > 0 });
  });
  return [...leads, ...techniciansRule.judge(held), ...skilledWorkersRule.judge(held)];
}

/** 「技术负责人：要求 1 人，现有 0 人」。 */
export const conditionInWords = ({ label, need, present }: Finding): string => `${label}：要求 ${need}，现有 ${present}`;

/** 不再符合的条件里有没有缺负责人的。 */
export const lacksLead = (unmet: readonly Finding[]): boolean => unmet.some(({ label }) => leadRoles.some((role) => personnelRoles[role] === label));
