import type { BaseContext } from "@/lib/forms/answers";
import type { ProcedureCode } from "@/lib/terms/application";
import type { RuleSet } from "./rule-sets/types";

/** 由企业注册得来、申请里只读的事实，键与 lib/enterprise/particulars.ts 的字段相同。 */
export type EnterpriseFacts = Readonly<Record<string, string>>;

/** 许可业务的评判上下文：引擎的基本上下文加上法与企业的事实。 */
export interface LicensingContext extends BaseContext {
  ruleSet: RuleSet;
  procedure: ProcedureCode;
  enterprise: EnterpriseFacts;
}
