import { type Answers, answersOf, textOf } from "@/lib/forms/answers";
import { cancellationGrounds } from "@/lib/terms/licence-changes";
import { wordOf } from "@/lib/terms/option-map";
import { defineBusiness } from "../business";
import { CANCELLATION_SECTION, cancellationSection } from "../sections/cancellation";

const groundOf = (answers: Answers): string => wordOf(cancellationGrounds, textOf(answersOf(answers, CANCELLATION_SECTION), "ground"));

/** 许可证注销：许可证失效，在册人员与电工释放，企业以后可以重新申请。 */
export const cancellation = defineBusiness({
  code: "cancellation",
  version: 1,
  startsFrom: "licence",
  review: "short",
  ruleSet: "licence",
  summary: "不再从事许可活动、自愿放弃或者终止的持证企业",
  sections: [cancellationSection],
  crossRules: [],
  scopeText: groundOf,
  effects: ({ answers }) => [{ kind: "cancel", holder: "applicant", reason: `注销：${groundOf(answers)}` }],
  grantDocument: "cancellation",
  outcome: "许可证已注销，在册人员已释放；以后可以重新申请许可证",
});
