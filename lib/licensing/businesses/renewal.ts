import { defineBusiness } from "../business";
import { heldAsAnswer } from "../held-items";
import { CATEGORY_SECTION, licenceItemsOf, scopeText } from "../items";
import { limits } from "../rule-sets/limits";
import { separatePostsRule } from "../rules/separate-posts";
import { isDowngrade } from "../rules/renewed-scope";
import { basicInformation } from "../sections/basic-information";
import { safetyLead, technicalLead } from "../sections/leads";
import { performance } from "../sections/performance";
import { renewalInformation } from "../sections/renewal-information";
import { skilledWorkers } from "../sections/skilled-workers";
import { submission } from "../sections/submission";
import { technicians } from "../sections/technicians";

/** 许可证延续：在期限内提出（preconditions）；新的届满日期自原届满日期起算，编号不变。 */
export const renewal = defineBusiness({
  code: "renewal",
  version: 1,
  startsFrom: "licence",
  summary: `许可证将要届满的企业，届满前${limits.renewalOpensMonths.value}个月至${limits.renewalClosesDays.value}日提交`,
  sections: [
    renewalInformation, basicInformation, technicalLead, safetyLead, technicians, skilledWorkers, performance, submission,
  ],
  crossRules: [separatePostsRule],
  initial: (context) => ({ [CATEGORY_SECTION]: { items: heldAsAnswer(context) } }),
  scopeText: (answers, { ruleSet }) => scopeText(ruleSet, licenceItemsOf(answers)),
  effects: (context) => [
    { kind: "amend", holder: "applicant", reason: isDowngrade(context) ? "许可证延续（降级）" : "许可证延续", items: licenceItemsOf(context.answers), renew: true },
    { kind: "roster" },
  ],
  outcome: "许可证已经延续",
});
