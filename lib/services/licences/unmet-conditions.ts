import { findHeldLicence } from "@/lib/data/business-facts";
import type { Db } from "@/lib/data/client";
import type { Finding } from "@/lib/forms/issue";
import { conditionsOf } from "@/lib/licensing/personnel/conditions";
import { getRuleSet } from "@/lib/licensing/rule-sets";
import { engagedPeople, licenceFacts } from "@/lib/services/applications/business-facts";

/** 企业此刻的在册人员对照许可条件，按许可证自己的那一套标准，符合的也列；没有许可证的为 undefined。 */
export async function judgeConditions(tx: Db, enterpriseId: string, today: string): Promise<{ licenceId: string; findings: Finding[] } | undefined> {
  const held = await findHeldLicence(tx, enterpriseId);
  if (!held) return undefined;
  const licence = licenceFacts(held);
  const context = { today, answers: {}, files: [], procedure: "standard", enterprise: {}, licence, ruleSet: getRuleSet(licence.ruleSetId) } as const;
  return { licenceId: licence.licenceId, findings: conditionsOf(context, await engagedPeople(tx, enterpriseId)) };
}

/** 其中不符合的。 */
export async function unmetConditions(tx: Db, enterpriseId: string, today: string): Promise<{ licenceId: string; unmet: Finding[] } | undefined> {
  const judged = await judgeConditions(tx, enterpriseId, today);
  return judged && { licenceId: judged.licenceId, unmet: judged.findings.filter(({ met }) => !met) };
}
