import { CATEGORY_SECTION } from "@/lib/licensing/items";
import { type Course, coursesOf, firstItems, licensedEnterprise } from "./course";
import { submitterOf } from "./submitter";
import { mobileNumber } from "../identities";

const items = { ...firstItems, repair: "5" };
const everyCategory = { categories: Object.keys(items) };

/** 在承装五级、承试五级之外增加承修五级；两位负责人随之负责三个类别。 */
export const scopeChangeCourses: Record<string, Course> = coursesOf({
  business: "scope-change",
  prepare: (enterprise) => licensedEnterprise(enterprise),
  draftSections: 1,
  answers: (_, { legalRep, people }) => ({
    [CATEGORY_SECTION]: { nature: "change", items, ...submitterOf(legalRep), submitterMobile: mobileNumber(people) },
    "technical-lead": everyCategory,
    "safety-lead": everyCategory,
  }),
  remark: { sectionKey: "safety-lead", field: "categories", text: "请说明承修管理经历" },
});
