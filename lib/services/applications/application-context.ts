import type { ApplicationRecord } from "@/lib/data/applications";
import { asFacts } from "@/lib/enterprise/particulars";
import type { Answers, AttachedFile } from "@/lib/forms/answers";
import { getBusiness } from "@/lib/licensing/businesses";
import type { LicensingContext } from "@/lib/licensing/context";
import { getRuleSet, type RuleSet } from "@/lib/licensing/rule-sets";
import { settingIn } from "@/lib/services/settings/settings";
import type { ProcedureCode } from "@/lib/terms/application";
import { shanghaiDate } from "@/lib/workflow/iso-date";
import type { LoadedFacts } from "./business-facts";

/** 草稿跟随设置，首次提交后用锁定的那一套（decisions 1）；两者与申请同一次读出。 */
export function ruleSetOf({ ruleSetId, ruleSetSetting }: Pick<ApplicationRecord, "ruleSetId" | "ruleSetSetting">, ofLicence?: string): RuleSet {
  return getRuleSet(ruleSetId ?? ofLicence ?? settingIn("ruleSetId", ruleSetSetting));
}

/** 评判一份申请所需的上下文；facts 为申请之外的事实，见 factsFor。 */
export function contextOf(record: ApplicationRecord, { enterprise, ...facts }: LoadedFacts = {}): LicensingContext {
  const ofLicence = getBusiness(record.business).ruleSet === "licence" ? facts.licence?.ruleSetId : undefined;
  const answers: Answers = Object.fromEntries(record.sections.map(({ key, data }) => [key, data]));
  const files = record.files.map(({ row, ...file }): AttachedFile => (row === null ? file : { ...file, row }));
  return {
    today: shanghaiDate(new Date(record.now)),
    answers,
    files,
    ruleSet: ruleSetOf(record, ofLicence),
    procedure: record.procedure as ProcedureCode,
    enterprise: enterprise ?? asFacts(record.enterprise),
    ...facts,
  };
}
