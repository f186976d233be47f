import { completeAnswers } from "../answers";
import { type Course, coursesOf, firstItems } from "./course";

/** 许可证新申请；名称不带前缀。 */
export const newLicenceCourses: Record<string, Course> = coursesOf({
  business: "new-licence",
  prefix: "",
  draftSections: 3,
  answers: ({ ruleSet, today }, { people, legalRep }) => completeAnswers({ people, legalRep, ruleSet, today, items: firstItems }),
  remark: { sectionKey: "safety-lead", field: "titleCertNo", text: "与附件不一致，请核对" },
});
