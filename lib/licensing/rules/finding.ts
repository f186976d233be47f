import type { Rule } from "@/lib/forms/definition";
import type { Finding } from "@/lib/forms/issue";
import type { LicensingContext } from "../context";
import type { RuleId } from "../rule-sets/rule-ids";

export type LicensingRule = Rule<LicensingContext> & { id: RuleId };

/** 声明一条规则；id 只能取自登记过的规则。 */
export function defineRule(id: RuleId, judge: LicensingRule["judge"]): LicensingRule {
  return { id, judge };
}

type Judged = Pick<Finding, "section" | "label" | "need" | "present" | "met"> &
  Partial<Pick<Finding, "table" | "row" | "field" | "slot" | "severity" | "nature" | "message">>;

/** 一条结论：要求多少、现有多少；没有另写的话，提示语由两者组成。不足的算「未填」，写错的由规则标为 wrong。 */
export function judged(finding: Judged): Finding {
  const message = `${finding.label}：要求 ${finding.need}，现有 ${finding.present}`;
  return { message, severity: "blocking", nature: "missing", ...finding };
}
