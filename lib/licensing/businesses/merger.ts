import { defineBusiness } from "../business";
import { licenceItemsOf, scopeText } from "../items";
import { partiesOf, reorganisationEffects } from "../reorganisation";
import { separatePostsRule } from "../rules/separate-posts";
import { basicInformation } from "../sections/basic-information";
import { safetyLead, technicalLead } from "../sections/leads";
import { mergerType } from "../sections/merger";
import { performance } from "../sections/performance";
import { skilledWorkers } from "../sections/skilled-workers";
import { submission } from "../sections/submission";
import { technicians } from "../sections/technicians";

/** 合并申请：由合并后存续或新设的企业提出，被吸收方企业的许可证随之注销（ADR 0014）。 */
export const merger = defineBusiness({
  code: "merger",
  version: 1,
  startsFrom: "any",
  summary: "合并后存续的企业，或者合并后新设立的企业",
  sections: [
    mergerType, basicInformation, technicalLead, safetyLead, technicians, skilledWorkers, performance, submission,
  ],
  crossRules: [separatePostsRule],
  partiesOf,
  scopeText: (answers, { ruleSet }) => scopeText(ruleSet, licenceItemsOf(answers)),
  effects: reorganisationEffects,
  outcome: "许可证与人员已按合并申请变更",
});
