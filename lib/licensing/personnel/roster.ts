import type { Answers, Row } from "@/lib/forms/answers";
import type { PersonChoice } from "@/lib/forms/definition";
import { personnelRoles } from "@/lib/terms/person";
import { CATEGORY_SECTION } from "../items";
import type { LicenceItem } from "../business";
import { type EngagedPerson, type EngagementKind, personnelSources } from "../people";

/** 一人离册：哪些任职到此为止。 */
export interface Leaving {
  idNumber: string;
  roles: readonly EngagementKind[];
}

/** 每种任职只有一位的：两位负责人。 */
export const leadRoles: readonly EngagementKind[] = ["technicalLead", "safetyLead"];

/** 一人可以同时担任的两职（决定七）。 */
const COMPATIBLE: readonly EngagementKind[] = ["technicalLead", "technician"];

export const mayHoldBoth = (a: EngagementKind, b: EngagementKind): boolean => COMPATIBLE.includes(a) && COMPATIBLE.includes(b);

export function rolesOf(people: readonly EngagedPerson[], idNumber: string): EngagementKind[] {
  return people.filter((person) => person.idNumber === idNumber).map(({ kind }) => kind);
}

const NOBODY: readonly EngagedPerson[] = [];
const chosen = new WeakMap<readonly EngagedPerson[], readonly PersonChoice[]>();

/** 在册人员一人一条，兼任的职务写在一起；名册不变，一份只算一次。 */
export function personChoices(people: readonly EngagedPerson[] = NOBODY): readonly PersonChoice[] {
  let choices = chosen.get(people);
  if (!choices) chosen.set(people, (choices = grouped(people)));
  return choices;
}

function grouped(people: readonly EngagedPerson[]): PersonChoice[] {
  const byNumber = new Map<string, PersonChoice & { roles: string[] }>();
  for (const { idNumber, name, kind } of people) {
    const known = byNumber.get(idNumber);
    if (known) known.roles.push(personnelRoles[kind]);
    else byNumber.set(idNumber, { idNumber, name, roles: [personnelRoles[kind]] });
  }
  return [...byNumber.values()];
}

/** 变更之后的在册人员。 */
export function rosterAfter(people: readonly EngagedPerson[], leaving: Leaving | undefined, joining: EngagedPerson | undefined): EngagedPerson[] {
  const staying = people.filter(({ idNumber, kind }) => !(leaving?.idNumber === idNumber && leaving.roles.includes(kind)));
  return joining ? [...staying, joining] : staying;
}

/** 在册人员写成一份申请的样子：许可条件的规则照申请的规则判断。 */
export function rosterAnswers(people: readonly EngagedPerson[], items: readonly LicenceItem[]): Answers {
  const sections = personnelSources.map(({ section, table, kind }) => {
    const own = people.filter((person) => person.kind === kind).map(({ detail, idNumber, name }) => ({ ...detail, idNo: idNumber, name }));
    return [section, table === undefined ? (own[0] ?? {}) : { [table]: own as unknown as Row[] }];
  });
  return { [CATEGORY_SECTION]: { items: Object.fromEntries(items.map(({ category, level }) => [category, level])) }, ...Object.fromEntries(sections) };
}
