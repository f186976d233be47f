import { defineBusiness } from "../business";
import { heldAsAnswer } from "../held-items";
import { CATEGORY_SECTION, licenceItemsOf, scopeText } from "../items";
import { separatePostsRule } from "../rules/separate-posts";
import { basicInformation } from "../sections/basic-information";
import { safetyLead, technicalLead } from "../sections/leads";
import { performanceOfHolder } from "../sections/performance-of-holder";
import { scopeChangeInformation } from "../sections/scope-change-information";
import { skilledWorkers } from "../sections/skilled-workers";
import { submission } from "../sections/submission";
import { technicians } from "../sections/technicians";

/** 许可事项变更：持证企业变更类别和等级；编号与有效期不变，发证日期为决定之日。 */
export const scopeChange = defineBusiness({
  code: "scope-change",
  version: 1,
  startsFrom: "licence",
  summary: "持证企业增加、减少类别或变更等级",
  sections: [
    scopeChangeInformation, basicInformation, technicalLead, safetyLead, technicians, skilledWorkers, performanceOfHolder, submission,
  ],
  crossRules: [separatePostsRule],
  initial: (context) => ({ [CATEGORY_SECTION]: { items: heldAsAnswer(context) } }),
  scopeText: (answers, { ruleSet }) => scopeText(ruleSet, licenceItemsOf(answers)),
  effects: ({ answers }) => [{ kind: "amend", holder: "applicant", reason: "许可事项变更", items: licenceItemsOf(answers) }, { kind: "roster" }],
  outcome: "类别和等级已经变更，许可证编号与有效期不变",
});
