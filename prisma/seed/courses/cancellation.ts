import { CANCELLATION_SECTION } from "@/lib/licensing/sections/cancellation";
import { type Course, coursesOf, licensedEnterprise } from "./course";
import { submitterOf } from "./submitter";

/** 自愿放弃许可。 */
export const cancellationCourses: Record<string, Course> = coursesOf({
  business: "cancellation",
  prepare: licensedEnterprise,
  draftSections: 1,
  answers: (_, { legalRep }) => ({
    [CANCELLATION_SECTION]: {
      ground: "voluntary", detail: "本单位经营方向调整，不再从事电力设施安装、试验，在建工程已全部完工。", paperLicence: "none", ...submitterOf(legalRep),
    },
  }),
  remark: { sectionKey: CANCELLATION_SECTION, field: "detail", text: "请说明在册人员的安排" },
});
