import { CHANGES_SECTION, unchangedAnswers } from "@/lib/licensing/particulars-changes";
import { residentIdNumber, personName } from "../identities";
import { type Course, coursesOf, licensedEnterprise } from "./course";
import { submitterOf } from "./submitter";

/** 换法定代表人、迁住所，两项一起变更。 */
export const registrationChangeCourses: Record<string, Course> = coursesOf({
  business: "registration-change",
  prepare: licensedEnterprise,
  draftSections: 2,
  answers: ({ enterprise, today }, { people, legalRep }) => ({
    "change-applicant": submitterOf(legalRep),
    [CHANGES_SECTION]: {
      ...unchangedAnswers(enterprise),
      afterLegalRep: personName(people + 8), afterLegalRepId: residentIdNumber(people + 8), afterDomicile: `${enterprise.domicile ?? ""}（迁至南京北街 6 号）`,
      regChangedOn: today, reason: "股东会决议变更法定代表人并迁址",
    },
  }),
  remark: { sectionKey: CHANGES_SECTION, field: "afterDomicile", text: "与变更后的营业执照不一致，请核对" },
});
