import type { Answers } from "@/lib/forms/answers";
import { defineBusiness } from "../business";
import { CATEGORY_SECTION, licenceItemsOf, scopeText } from "../items";
import { separatePostsRule } from "../rules/separate-posts";
import { applicationCategory } from "../sections/application-category";
import { basicInformation } from "../sections/basic-information";
import { safetyLead, technicalLead } from "../sections/leads";
import { performance } from "../sections/performance";
import { skilledWorkers } from "../sections/skilled-workers";
import { submission } from "../sections/submission";
import { technicians } from "../sections/technicians";

/** 许可证新申请：没有许可证，或许可证已注销的企业。 */
export const newLicence = defineBusiness({
  code: "new-licence",
  version: 1,
  startsFrom: "none",
  summary: "尚未取得许可证，或许可证已注销的企业",
  sections: [
    applicationCategory, basicInformation, technicalLead, safetyLead, technicians, skilledWorkers, performance, submission,
  ],
  crossRules: [separatePostsRule],
  initial: ({ formerLicence }): Answers => (formerLicence ? { [CATEGORY_SECTION]: { nature: "afterDeregistration" } } : {}),
  scopeText: (answers, { ruleSet }) => scopeText(ruleSet, licenceItemsOf(answers)),
  effects: ({ answers }) => [{ kind: "issue", items: licenceItemsOf(answers) }, { kind: "roster" }],
});
