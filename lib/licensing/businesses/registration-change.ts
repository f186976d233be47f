import { defineBusiness } from "../business";
import { changedItemsText, CHANGES_SECTION, particularsChanges, unchangedAnswers } from "../particulars-changes";
import { changeApplicant } from "../sections/change-applicant";
import { changeAttachments } from "../sections/change-attachments";
import { particularsChangesSection } from "../sections/particulars-changes";

/** 登记事项变更：登记信息处处换成新的，许可证编号与有效期不变。 */
export const registrationChange = defineBusiness({
  code: "registration-change",
  version: 1,
  startsFrom: "licence",
  review: "short",
  ruleSet: "licence",
  summary: "法人名称、法定代表人、住所或者企业类型有变更的持证企业",
  submitLabel: "提交",
  sections: [changeApplicant, particularsChangesSection, changeAttachments],
  crossRules: [],
  initial: ({ enterprise }) => ({ [CHANGES_SECTION]: unchangedAnswers(enterprise) }),
  scopeText: (answers, { enterprise }) => changedItemsText({ answers, enterprise }),
  effects: (context) => [
    { kind: "particulars", changes: particularsChanges(context) },
    { kind: "amend", holder: "applicant", reason: `登记事项变更（${changedItemsText(context)}）` },
  ],
  outcome: "登记事项已变更，编号和有效期不变",
});
