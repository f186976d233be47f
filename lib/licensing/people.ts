import { answersOf, type Answers, type Json, rowsOf, textOf } from "@/lib/forms/answers";
import { normaliseIdentifier } from "@/lib/forms/identifiers";

/** 在册人员的任职种类。 */
export type EngagementKind = "technicalLead" | "safetyLead" | "technician" | "skilledWorker";

/** 由申请落成的一名在册人员。 */
export interface EngagedPerson {
  idNumber: string;
  name: string;
  kind: EngagementKind;
  /** 申请里关于此人的全部内容。 */
  detail: { [key: string]: Json };
}

/** 哪个页签（或其中哪张表）里的人任什么职。 */
export const personnelSources: readonly { section: string; table?: string; kind: EngagementKind }[] = [
  { section: "technical-lead", kind: "technicalLead" },
  { section: "safety-lead", kind: "safetyLead" },
  { section: "technicians", table: "technicians", kind: "technician" },
  { section: "skilled-workers", table: "skilledWorkers", kind: "skilledWorker" },
];

/** 申请里的全部人员，按证件号码排序（写入次序一致，不会互锁）；没有证件号码的略去。 */
export function peopleOf(answers: Answers): EngagedPerson[] {
  const people = personnelSources.flatMap(({ section, table, kind }) => {
    const own = answersOf(answers, section);
    const records = table ? rowsOf(own, table) : [own];
    return records.map((detail): EngagedPerson => ({ idNumber: normaliseIdentifier(textOf(detail, "idNo")), name: textOf(detail, "name"), kind, detail }));
  });
  const key = (person: EngagedPerson): string => `${person.idNumber} ${person.kind}`;
  return people.filter((person) => person.idNumber !== "").sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
