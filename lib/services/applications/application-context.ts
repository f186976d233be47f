import type { ApplicationRecord } from "@/lib/data/applications";
import { asFacts } from "@/lib/enterprise/particulars";
import type { Answers, AttachedFile } from "@/lib/forms/answers";
import type { LicensingContext } from "@/lib/licensing/context";
import { getRuleSet, type RuleSet } from "@/lib/licensing/rule-sets";
import { settingIn } from "@/lib/services/settings/settings";
import type { ProcedureCode } from "@/lib/terms/application";
import { shanghaiDate } from "@/lib/workflow/iso-date";

/** 草稿跟随设置，首次提交后用锁定的那一套（decisions 1）；两者与申请同一次读出。 */
export function ruleSetOf({ ruleSetId, ruleSetSetting }: Pick<ApplicationRecord, "ruleSetId" | "ruleSetSetting">): RuleSet {
  return getRuleSet(ruleSetId ?? settingIn("ruleSetId", ruleSetSetting));
}

/** 评判一份申请所需的上下文。 */
export function contextOf(record: ApplicationRecord): LicensingContext {
  const answers: Answers = Object.fromEntries(record.sections.map(({ key, data }) => [key, data]));
  const files = record.files.map(({ row, ...file }): AttachedFile => (row === null ? file : { ...file, row }));
  return {
    today: shanghaiDate(new Date(record.now)),
    answers,
    files,
    ruleSet: ruleSetOf(record),
    procedure: record.procedure as ProcedureCode,
    enterprise: asFacts(record.enterprise),
  };
}
