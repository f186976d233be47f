import { defineBusiness } from "../business";
import { licenceItemsOf, scopeText } from "../items";
import { partiesOf, reorganisationEffects } from "../reorganisation";
import { separatePostsRule } from "../rules/separate-posts";
import { basicInformation } from "../sections/basic-information";
import { divisionInformation, divisionType } from "../sections/division";
import { safetyLead, technicalLead } from "../sections/leads";
import { performance } from "../sections/performance";
import { skilledWorkers } from "../sections/skilled-workers";
import { submission } from "../sections/submission";
import { technicians } from "../sections/technicians";

/** 分立申请：由分立后新设（或承继业务）的企业提出，被吸收方企业是分立前的原企业（ADR 0014）。 */
export const division = defineBusiness({
  code: "division",
  version: 1,
  startsFrom: "any",
  summary: "因分立新设、承继原企业许可业务的企业",
  sections: [
    divisionType, divisionInformation, basicInformation, technicalLead, safetyLead, technicians, skilledWorkers, performance, submission,
  ],
  crossRules: [separatePostsRule],
  partiesOf,
  scopeText: (answers, { ruleSet }) => scopeText(ruleSet, licenceItemsOf(answers)),
  effects: reorganisationEffects,
  outcome: "许可证与人员已按分立申请变更",
});
