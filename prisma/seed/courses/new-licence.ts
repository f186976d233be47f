import { completeAnswers } from "../answers";
import { correctCase } from "../drive-case";
import { type Course, coursesOf, firstItems } from "./course";

const usual: Record<string, Course> = coursesOf({
  business: "new-licence",
  prefix: "",
  draftSections: 3,
  answers: ({ ruleSet, today }, { people, legalRep }) => completeAnswers({ people, legalRep, ruleSet, today, items: firstItems }),
  remark: { sectionKey: "safety-lead", field: "titleCertNo", text: "与附件不一致，请核对" },
});

/** 退回补正一次，照意见改好，再次提交。 */
const resubmitted: Course = async (enterprise) => {
  const applicationId = await usual.correction?.(enterprise);
  if (!applicationId) throw new Error("no course correction");
  await correctCase(enterprise, applicationId, { section: "safety-lead", field: "titleCertNo", to: "LN-2013-0416" });
  return applicationId;
};

/** 许可证新申请；名称不带前缀。 */
export const newLicenceCourses: Record<string, Course> = { ...usual, resubmitted };
