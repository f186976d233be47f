import type { Answers } from "@/lib/forms/answers";
import type { FormDefinition } from "@/lib/forms/business";
import type { BusinessCode } from "@/lib/terms/businesses";
import type { DocumentKind } from "@/lib/terms/documents";
import type { LicensingContext } from "./context";
import type { EngagedPerson, EngagementKind } from "./people";
import type { ReviewPath } from "./workflow";

/** 许可项目：一个类别与它的级别。 */
export interface LicenceItem {
  category: string;
  level: string;
}

/** 谁的许可证：申请人自己的，或分立、合并另一方的（统一社会信用代码）。 */
export type LicenceHolder = "applicant" | { uscc: string };

/** 准予后的作用，依次生效；分立、合并会有好几条，故为列表。 */
export type LicenceEffect =
  /** 发一件新证：新编号、六年。 */
  | { kind: "issue"; items: readonly LicenceItem[] }
  /** 在现行版次之上出新的一版，编号不变；不写的项目照旧，发证日期为决定之日。 */
  | { kind: "amend"; holder: LicenceHolder; reason: string; items?: readonly LicenceItem[]; renew?: boolean }
  /** 注销：人员与电工登记随之释放。 */
  | { kind: "cancel"; holder: LicenceHolder; reason: string }
  /** 企业登记信息改为这些值，以前的留在变更记录里。 */
  | { kind: "particulars"; changes: Readonly<Record<string, string>> }
  /** 在册人员以本次申请的名册为准；from 为从其手里转来的另一方。 */
  | { kind: "roster"; from?: readonly string[] }
  | { kind: "leave"; idNumber: string; roles: readonly EngagementKind[]; on: string }
  | { kind: "join"; person: EngagedPerson; on: string }
  /** 在册人员变动之后重新核对许可条件，不再符合的限期补足；不写的为申请人的。 */
  | { kind: "conditions"; holder?: LicenceHolder };

/** 一个业务：表单，加上起点、首页上的一句话、办理路径与生效作用。 */
export interface Business extends FormDefinition<LicensingContext> {
  code: BusinessCode;
  /** 声明改版即加一，旧案按提交时冻结的摘要阅读。 */
  version: number;
  /** none 没有有效许可证的企业；licence 持证企业；any 都可以（分立、合并）。 */
  startsFrom: "none" | "licence" | "any";
  /** 首页菜单上的一句话：谁可以办。 */
  summary: string;
  /** 默认 full：审查、复审、签发；short 不经复审。 */
  review?: ReviewPath;
  /** 适用哪一套条件标准：inForce 现行设置（默认）；licence 许可证自己的（决定一）。 */
  ruleSet?: "inForce" | "licence";
  /** 提交按钮的名称，默认资料提交。 */
  submitLabel?: string;
  /** 一个企业可以同时有几件在办（人员变更一人一件），草稿仍只有一份。 */
  several?: boolean;
  /** 要读出在册人员供页面选取与判断。 */
  readsPeople?: boolean;
  /** 另一方企业（统一社会信用代码）：受理前须经它们确认（决定八）。 */
  partiesOf?: (answers: Answers) => readonly string[];
  /** 开始时的初值；沿用上一次申请的页签另行复制。 */
  initial?: (context: LicensingContext) => Answers;
  /** 列表上的申请内容，如「承装四级、承试五级」。 */
  scopeText: (answers: Answers, context: Pick<LicensingContext, "ruleSet" | "enterprise" | "licence" | "people">) => string;
  effects: (context: LicensingContext) => readonly LicenceEffect[];
  /** 准予之后通知里的一句话；发新证的不写。 */
  outcome?: string;
  /** 准予时出具的文书，默认准予行政许可决定书。 */
  grantDocument?: DocumentKind;
}

export function defineBusiness(business: Business): Business {
  return business;
}
