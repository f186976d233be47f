import "server-only";
import type { Actor } from "@/lib/access/actor";
import { Refusal } from "@/lib/access/refusal";
import { insertAccount } from "@/lib/data/accounts";
import type { Db } from "@/lib/data/client";
import { insertEnterpriseClaim, lockUnowned } from "@/lib/data/enterprise-claims";
import { CLAIM_WORKING_DAYS } from "@/lib/enterprise/claims";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { today, workingCalendar } from "@/lib/services/platform/clock";
import { addWorkingDays } from "@/lib/workflow/calendar";

export interface ClaimRequest {
  enterpriseId: string;
  login: string;
  passwordHash: string;
  displayName: string;
  mobile: string;
  particulars: Record<string, string>;
  parentId: string | null;
}

/** 同一手机号对同一家已有一件待核实的。 */
export const alreadyClaimed = "您已提交过这家企业的认领申请，请等待核实结果";

/**
 * 为在册而没有账号的企业提出认领（决定二十八）：登录名以停用的账号占住，核实之后才启用。
 * @throws Refusal invalid 企业刚刚有了账号；唯一索引 claim_pending 由调用者说明
 */
export async function requestClaim(tx: Db, actor: Actor, { enterpriseId, login, passwordHash, displayName, mobile, particulars, parentId }: ClaimRequest, takenCode: string): Promise<{ dueOn: string }> {
  if (!(await lockUnowned(tx, enterpriseId))) throw new Refusal("invalid", "有 1 处需要修改", { fields: { uscc: takenCode } });
  const account = await insertAccount(tx, { login, audience: "enterprise", state: "disabled", displayName, mobile, passwordHash, roles: ["owner"] });
  const dueOn = addWorkingDays(await today(tx), CLAIM_WORKING_DAYS, await workingCalendar(tx));
  const claim = await insertEnterpriseClaim(tx, { enterpriseId, accountId: account.id, login, displayName, mobile, particulars, parentId, dueOn });
  await recordAudit(tx, { actor, action: "claim.request", subject: "EnterpriseClaim", subjectId: claim.id, detail: { enterpriseId, login } });
  return { dueOn };
}
