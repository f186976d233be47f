import { type Answers, answersOf, listOf, type SectionAnswers, textOf } from "@/lib/forms/answers";
import { type FieldGroup, fieldsOf } from "@/lib/forms/definition";
import { normaliseIdentifier } from "@/lib/forms/identifiers";
import { isCodeOf } from "@/lib/terms/option-map";
import { personnelRoles, personnelRolesInShort } from "@/lib/terms/person";
import type { LicensingContext } from "../context";
import type { EngagedPerson, EngagementKind } from "../people";
import { safetyLead, technicalLead } from "../sections/leads";
import { skilledWorkers } from "../sections/skilled-workers";
import { technicians } from "../sections/technicians";
import { type Leaving, rolesOf, rosterAfter } from "./roster";

/** 人员变更的两个页签。 */
export const DEPARTURE = "departure";
export const ENTRY = "entry";

/** 入职人员号码所在的字段：电工的号码全系统只能登记一次，另为一项。 */
export const numberField = (role: string): string => (role === ("skilledWorker" satisfies EngagementKind) ? "workerIdNo" : "idNo");

export const roleIn = (entry: SectionAnswers): EngagementKind | undefined => {
  const role = textOf(entry, "role");
  return isCodeOf(personnelRoles, role) ? role : undefined;
};

/** 一份声明里要存的字段与表。 */
const keysIn = ({ groups, tables = [] }: { groups: readonly FieldGroup<LicensingContext>[]; tables?: readonly { key: string }[] }): readonly string[] => [
  ...fieldsOf(groups).filter((field) => !field.derive).map(({ key }) => key), ...tables.map(({ key }) => key),
];

/** 每种人员的内容：与申请的页签同一份声明。 */
const keysOf: Readonly<Record<EngagementKind, readonly string[]>> = {
  technicalLead: keysIn(technicalLead),
  safetyLead: keysIn(safetyLead),
  technician: technicians.tables.flatMap(({ groups }) => keysIn({ groups })),
  skilledWorker: skilledWorkers.tables.flatMap(({ groups }) => keysIn({ groups })),
};

/** 离职的人与结束的任职；身兼数职的只结束所选的。没有选人时为空。 */
export function leavingOf(answers: Answers, people: readonly EngagedPerson[] = []): Leaving | undefined {
  const own = answersOf(answers, DEPARTURE);
  const idNumber = textOf(own, "person");
  if (idNumber === "") return undefined;
  const held = rolesOf(people, idNumber);
  const ending = held.filter((role) => listOf(own, "leaveRoles").includes(role));
  return { idNumber, roles: held.length > 1 && ending.length > 0 ? ending : held };
}

/** 入职的人，内容与申请的页签一样；没有选人员类型、没有号码时为空。 */
export function joiningOf(answers: Answers): EngagedPerson | undefined {
  const own = answersOf(answers, ENTRY);
  const kind = roleIn(own);
  const idNumber = kind ? normaliseIdentifier(textOf(own, numberField(kind))) : "";
  if (!kind || idNumber === "") return undefined;
  const detail = Object.fromEntries(keysOf[kind].flatMap((key) => (own[key] === undefined || own[key] === null ? [] : [[key, own[key]]])));
  return { idNumber, name: textOf(own, "name"), kind, detail: { ...detail, idNo: idNumber } };
}

export interface PersonnelChange {
  people: readonly EngagedPerson[];
  leaving?: Leaving;
  joining?: EngagedPerson;
  after: readonly EngagedPerson[];
}

/** 本次申请前后的在册人员。 */
export function changeOf({ answers, people = [] }: Pick<LicensingContext, "answers" | "people">): PersonnelChange {
  const [leaving, joining] = [leavingOf(answers, people), joiningOf(answers)];
  return { people, ...(leaving ? { leaving } : {}), ...(joining ? { joining } : {}), after: rosterAfter(people, leaving, joining) };
}

const inShort = (name: string, roles: readonly EngagementKind[]): string => `${name}（${roles.map((role) => personnelRolesInShort[role]).join("、")}）`;

/** 「离职：王磊（技术负责人）；入职：李强（电工）」。 */
export function changeText(answers: Answers, people: readonly EngagedPerson[] = []): string {
  const { leaving, joining } = changeOf({ answers, people });
  const leaver = leaving && people.find(({ idNumber }) => idNumber === leaving.idNumber)?.name;
  return [leaving && leaver ? `离职：${inShort(leaver, leaving.roles)}` : "", joining ? `入职：${inShort(joining.name, [joining.kind])}` : ""].filter(Boolean).join("；");
}
