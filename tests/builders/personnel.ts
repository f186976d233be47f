import type { Answers, AttachedFile, SectionAnswers } from "@/lib/forms/answers";
import type { LicensingContext } from "@/lib/licensing/context";
import { type EngagedPerson, type EngagementKind, peopleOf } from "@/lib/licensing/people";
import { heldLicence } from "./licence";
import { completeNewLicence, licensingContext, type NewLicenceOptions } from "./new-licence";
import { fictitiousPerson } from "./people";

const lead = (answers: Answers, key: string): SectionAnswers => answers[key] ?? {};

/** 入职一人的答案：内容与申请的页签同样，号码换成第 n 个虚构的人。 */
export function entryAnswers(role: EngagementKind, n: number, changes: SectionAnswers = {}): SectionAnswers {
  const person = fictitiousPerson(n);
  const { answers } = completeNewLicence();
  const own = { name: person.name, mobile: person.mobile, role };
  const rows = { technician: answers.technicians?.technicians, skilledWorker: answers["skilled-workers"]?.skilledWorkers };
  const rowOf = (kind: "technician" | "skilledWorker"): SectionAnswers => {
    const [{ rowId: _rowId, idNo: _idNo, isTechLeader: _isTechLeader, ...row }] = rows[kind] as [SectionAnswers];
    return row;
  };
  switch (role) {
    case "technicalLead":
      return { ...lead(answers, "technical-lead"), ...own, idNo: person.residentId, ...changes };
    case "safetyLead":
      return { ...lead(answers, "safety-lead"), ...own, idNo: person.residentId, ...changes };
    case "technician":
      return { ...rowOf("technician"), ...own, idNo: person.residentId, ...changes };
    case "skilledWorker":
      return { ...rowOf("skilledWorker"), ...own, workerIdNo: person.residentId, certNo: `T${person.residentId}`, joinedOn: "2026-11-01", ...changes };
  }
}

/** 离职一人的答案。 */
export const departureAnswers = (idNumber: string, changes: SectionAnswers = {}): SectionAnswers => ({
  person: idNumber, leaveOn: "2026-11-20", leaveReason: "resigned", ...changes,
});

const file = (section: string, slot: string): AttachedFile => ({ id: `${section}/${slot}`, section, slot, name: `${slot}.pdf`, size: 2048, mediaType: "application/pdf" });

/** 各页签该有的材料。 */
export function personnelFiles(answers: Answers): AttachedFile[] {
  const role = answers.entry?.role as EngagementKind | undefined;
  const isLead = role === "technicalLead" || role === "safetyLead";
  const entry = role ? ["PE_CONTRACT", "PE_CERT", "PE_ID", "PE_SS", ...(isLead ? ["PE_PHOTO", "PE_APPT"] : [])] : [];
  return [...(answers.departure?.person ? [file("departure", "PL_PROOF")] : []), ...entry.map((slot) => file("entry", slot))];
}

/** 一家持证企业（缺省承装五级、承试五级）的在册人员。 */
export const rosterOfHolder = (options: NewLicenceOptions = {}): EngagedPerson[] => peopleOf(completeNewLicence(options).answers);

/** 持证企业办人员变更的上下文。 */
export function personnelContext(answers: Answers, { people = rosterOfHolder(), files = personnelFiles(answers) }: { people?: EngagedPerson[]; files?: AttachedFile[] } = {}): LicensingContext {
  const items = [{ category: "installation", level: "5" }, { category: "testing", level: "5" }];
  return {
    ...licensingContext({ answers, files }),
    people,
    licence: heldLicence({ items, scopeText: "承装五级、承试五级" }),
  };
}
