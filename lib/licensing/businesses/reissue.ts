import { type Answers, answersOf, textOf } from "@/lib/forms/answers";
import { reissueReasons } from "@/lib/terms/licence-changes";
import { wordOf } from "@/lib/terms/option-map";
import { defineBusiness } from "../business";
import { REISSUE_SECTION } from "../rules/loss-statement";
import { reissueSection } from "../sections/reissue";

const kindOf = (answers: Answers): string => wordOf(reissueReasons, textOf(answersOf(answers, REISSUE_SECTION), "kind"));

/** 许可证补（换）证：出新的一版证面，编号与有效期不变。 */
export const reissue = defineBusiness({
  code: "reissue",
  version: 1,
  startsFrom: "licence",
  review: "short",
  ruleSet: "licence",
  summary: "许可证遗失、损毁或者需要更换的持证企业",
  sections: [reissueSection],
  crossRules: [],
  scopeText: kindOf,
  effects: ({ answers }) => [{ kind: "amend", holder: "applicant", reason: kindOf(answers) }],
  outcome: "补（换）的许可证已生成，编号和有效期不变，可在“我的许可证”下载",
});
