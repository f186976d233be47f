import { REISSUE_SECTION } from "@/lib/licensing/rules/loss-statement";
import { addDays } from "@/lib/workflow/iso-date";
import { type Course, coursesOf, licensedEnterprise } from "./course";
import { submitterOf } from "./submitter";

/** 正、副本都遗失，声明刊登满期后补证。 */
export const reissueCourses: Record<string, Course> = coursesOf({
  business: "reissue",
  prepare: licensedEnterprise,
  draftSections: 1,
  answers: ({ today }, { legalRep }) => ({
    [REISSUE_SECTION]: {
      kind: "lost", part: ["original", "duplicate"], reason: "办公室搬迁时正本、副本一并遗失，多方查找未果", lostOn: addDays(today, -30),
      statementMedia: "辽宁日报", statementOn: addDays(today, -15), ...submitterOf(legalRep),
    },
  }),
  remark: { sectionKey: REISSUE_SECTION, field: "statementMedia", text: "请补充刊号与版面" },
});
