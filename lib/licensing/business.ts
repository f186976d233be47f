import type { Answers } from "@/lib/forms/answers";
import type { FormDefinition } from "@/lib/forms/business";
import type { BusinessCode } from "@/lib/terms/businesses";
import type { LicensingContext } from "./context";

/** 许可项目：一个类别与它的级别。 */
export interface LicenceItem {
  category: string;
  level: string;
}

/** 准予后对许可证的作用；分立、合并会有好几条，故为列表。 */
export type LicenceEffect = { kind: "issue"; items: LicenceItem[] };

/** 一个业务：表单，加上起点、首页上的一句话与生效作用。 */
export interface Business extends FormDefinition<LicensingContext> {
  code: BusinessCode;
  /** 声明改版即加一，旧案按提交时冻结的摘要阅读。 */
  version: number;
  startsFrom: "none" | "licence";
  /** 首页菜单上的一句话：谁可以办。 */
  summary: string;
  /** 列表上的申请内容，如「承装四级、承试五级」。 */
  scopeText: (answers: Answers, context: Pick<LicensingContext, "ruleSet">) => string;
  effects: (answers: Answers) => LicenceEffect[];
}

export function defineBusiness(business: Business): Business {
  return business;
}
