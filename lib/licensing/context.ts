import type { BaseContext } from "@/lib/forms/answers";
import type { ProcedureCode } from "@/lib/terms/application";
import type { LicenceItem } from "./business";
import type { EngagedPerson } from "./people";
import type { RuleSet } from "./rule-sets/types";

/** 由企业注册得来、申请里只读的事实，键与 lib/enterprise/particulars.ts 的字段相同。 */
export type EnterpriseFacts = Readonly<Record<string, string>>;

/** 一件许可证的现行版次，申请里只读。 */
export interface LicenceFacts {
  licenceId: string;
  number: string;
  ruleSetId: string;
  items: readonly LicenceItem[];
  scopeText: string;
  holderName: string;
  issuedOn: string;
  validFrom: string;
  validTo: string;
  /** 首次发证时的申请性质。 */
  nature: string;
}

/** 分立、合并的另一方。 */
export interface PartyFacts {
  uscc: string;
  unitName: string;
  legalRep: string;
  licence?: LicenceFacts;
  /** 在册人员：共几人，其中本次申请的名册上有的（身份证号码）。 */
  people?: { engaged: number; moving: readonly string[] };
}

/** 除登记信息以外，与企业有关的事实：许可证、在册人员、另一方。 */
export interface BusinessFacts {
  /** 新申请没有；其余业务为申请时持有的许可证。 */
  licence?: LicenceFacts;
  /** 曾经持有的许可证（已注销、已届满）的编号；只在新申请开始时读出。 */
  formerLicence?: string;
  /** 在册人员；只有 readsPeople 的业务读出。 */
  people?: readonly EngagedPerson[];
  parties?: readonly PartyFacts[];
}

/** 许可业务的评判上下文：引擎的基本上下文加上法与企业的事实。 */
export interface LicensingContext extends BaseContext, BusinessFacts {
  ruleSet: RuleSet;
  procedure: ProcedureCode;
  enterprise: EnterpriseFacts;
}
