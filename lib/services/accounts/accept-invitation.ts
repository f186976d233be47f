import "server-only";
import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { notFound, Refusal } from "@/lib/access/refusal";
import { insertAccount, isLoginTaken } from "@/lib/data/accounts";
import { db, transaction } from "@/lib/data/client";
import { findEnterprise } from "@/lib/data/enterprises";
import { findInvitation, lockInvitation, markInvitationAccepted } from "@/lib/data/verification";
import { accountFaults } from "@/lib/enterprise/account-faults";
import { maskMobile } from "@/lib/forms/identifiers";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { today } from "@/lib/services/platform/clock";
import { getSetting } from "@/lib/services/settings/settings";
import { enterpriseRoles } from "@/lib/terms/roles";
import { wordOf } from "@/lib/terms/option-map";
import { hashPassword } from "./password-hash";
import { taken } from "./register-enterprise";
import { hashToken } from "./send-invitation";

export const AcceptInput = z.object({
  token: z.string().max(60),
  account: z.string().max(60).transform((value) => value.trim()),
  password: z.string().max(200),
  password2: z.string().max(200),
});
export type AcceptInput = z.output<typeof AcceptInput>;

export interface InvitationView {
  enterpriseName: string;
  name: string;
  mobile: string;
  roles: string[];
}

/** 打开邀请链接所见；过期、撤回、用过的都没有。 */
export async function getInvitation(token: string): Promise<InvitationView> {
  const invitation = await findInvitation(db(), hashToken(token));
  if (!invitation || invitation.acceptedAt || invitation.revokedAt || invitation.expiresAt.getTime() < Date.now()) throw notFound("这份邀请，它可能已过期、已撤回或已使用");
  const enterprise = await findEnterprise(db(), invitation.enterpriseId);
  return {
    enterpriseName: enterprise?.name ?? "",
    name: invitation.displayName,
    mobile: maskMobile(invitation.mobile),
    roles: invitation.roles.map((role) => wordOf(enterpriseRoles, role)),
  };
}

/** 接受邀请：设账号与密码；一份邀请只成一个账号。 */
export async function acceptInvitation(actor: Actor, input: AcceptInput): Promise<{ login: string }> {
  // 先看邀请在不在：没有邀请的人不能让服务器白算密码散列，也试不出哪些账号有人用
  await getInvitation(input.token);
  const faults = accountFaults({ ...input, verifyCode: "" }, await getSetting("passwordProfile"), await today(db()), ["verifyCode"]);
  if (Object.keys(faults).length > 0) throw new Refusal("invalid", `有 ${Object.keys(faults).length} 处需要修改`, { fields: faults });
  const passwordHash = await hashPassword(input.password);
  try {
    await transaction(async (tx) => {
      const invitation = await lockInvitation(tx, hashToken(input.token));
      if (!invitation) throw notFound("这份邀请，它可能已过期、已撤回或已使用");
      const { displayName, mobile, roles, enterpriseId } = invitation;
      const account = await insertAccount(tx, { login: input.account, audience: "enterprise", displayName, mobile, passwordHash, roles, enterpriseId });
      await markInvitationAccepted(tx, invitation.id);
      await recordAudit(tx, { actor, action: "colleague.accept", subject: "Account", subjectId: account.id, detail: { invitationId: invitation.id } });
    });
  } catch (error) {
    if (isLoginTaken(error)) throw new Refusal("invalid", taken.account, { fields: { account: taken.account } });
    throw error;
  }
  return { login: input.account };
}
