import type { Actor } from "@/lib/access/actor";
import { authorise, requireEnterprise } from "@/lib/access/can";
import { db } from "@/lib/data/client";
import type { StandingConditions } from "@/lib/licensing/licence-views";
import { today } from "@/lib/services/platform/clock";
import { judgeConditions } from "./unmet-conditions";

/** 本企业的在册人员对照许可条件，在首页看；没有许可证的为 undefined。依据与人员变更、续展的判断是同一套规则。 */
export async function findConditions(actor: Actor): Promise<StandingConditions | undefined> {
  const { enterpriseId } = requireEnterprise(actor);
  authorise(actor, "licence.read", { enterpriseId });
  const judged = await judgeConditions(db(), enterpriseId, await today(db()));
  return judged && { licenceId: judged.licenceId, rows: judged.findings.map(({ label, need = "", present = "", met }) => ({ label, need, present, met })) };
}
