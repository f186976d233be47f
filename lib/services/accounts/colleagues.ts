import "server-only";
import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise, requireEnterprise } from "@/lib/access/can";
import { notFound, Refusal } from "@/lib/access/refusal";
import { isColleaguesMobile, listAccountsOfEnterprise, updateAccountState } from "@/lib/data/accounts";
import { type Db, db, transaction } from "@/lib/data/client";
import { lockEnterprise } from "@/lib/data/enterprise-accounts";
import { endSessionsOf } from "@/lib/data/sessions";
import { hasOpenInvitation, listInvitations, revokeInvitationRow } from "@/lib/data/verification";
import { maskMobile } from "@/lib/forms/identifiers";
import type { Colleague } from "@/lib/enterprise/account-views";
import { PersonName } from "@/lib/enterprise/person-name";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { deliverOutbox } from "@/lib/services/outbox/deliver-outbox";
import { enterpriseRoles, type EnterpriseRoleCode } from "@/lib/terms/roles";
import { wordOf } from "@/lib/terms/option-map";
import { limit } from "./limit";
import { sendInvitation } from "./send-invitation";
import { Mobile } from "./verification";

export const invitableRoles = ["filler", "submitter"] as const satisfies readonly EnterpriseRoleCode[];
const invitationLimit = { name: "invitation", max: 20, seconds: 86_400, message: "今天发出的邀请过多，请明天再试" } as const;

export const InviteInput = z.object({
  displayName: PersonName("请输入同事的姓名"),
  mobile: Mobile,
  roles: z.array(z.enum(invitableRoles)).min(1, "请选择填报人或提交人").max(invitableRoles.length, "请重新选择角色"),
});
export type InviteInput = z.output<typeof InviteInput>;

export interface InvitationRow {
  id: string;
  name: string;
  mobile: string;
  roles: string[];
  expired: boolean;
  expiresAt: string;
}

/**
 * 邀请同事：链接用短信发到对方手机。
 * @throws Refusal invalid 这个号码已有未接受的邀请，或已是本企业同事的
 */
export async function inviteColleague(actor: Actor, input: InviteInput): Promise<void> {
  const me = requireEnterprise(actor);
  authorise(me, "colleague.invite", { enterpriseId: me.enterpriseId }, "本企业");
  await limit(invitationLimit, me.enterpriseId);
  await transaction(async (tx) => {
    // 锁住企业：同时发给同一号码的两份邀请，只成一份
    const enterprise = (await lockEnterprise(tx, me.enterpriseId))?.name ?? "";
    const { displayName, mobile, roles } = input;
    const reason = await reasonAgainst(tx, me.enterpriseId, mobile);
    if (reason) throw new Refusal("invalid", reason, { fields: { mobile: reason } });
    const wording = (words: string): string => `${enterprise}邀请您作为${words}`;
    const invitationId = await sendInvitation(tx, { enterpriseId: me.enterpriseId, invitedById: me.accountId, displayName, mobile, roles, wording, enterprise });
    await recordAudit(tx, { actor, action: "colleague.invite", subject: "Invitation", subjectId: invitationId, detail: { displayName, mobile: maskMobile(mobile), roles } });
  });
  void deliverOutbox().catch(() => undefined);
}

/** 为什么不能邀请这个号码。先看邀请再看账号：邀请刚被接受的，账号已经在了。 */
async function reasonAgainst(tx: Db, enterpriseId: string, mobile: string): Promise<string | undefined> {
  if (await hasOpenInvitation(tx, enterpriseId, mobile)) return "这个手机号码已有未接受的邀请，请先撤回";
  return (await isColleaguesMobile(tx, enterpriseId, mobile)) ? "这个手机号码已是本企业同事的" : undefined;
}

/** 本企业的账号与未接受的邀请。 */
export async function listColleagues(actor: Actor): Promise<{ colleagues: Colleague[]; invitations: InvitationRow[] }> {
  const me = requireEnterprise(actor);
  const [accounts, invitations] = await Promise.all([listAccountsOfEnterprise(db(), me.enterpriseId), listInvitations(db(), me.enterpriseId)]);
  return {
    colleagues: accounts.map(({ id, login, displayName, mobile, roles, state }) => ({
      id, login, name: displayName, mobile: maskMobile(mobile ?? ""), roles: roleWords(roles), active: state === "active", fixed: roles.includes("owner") || id === me.accountId,
    })),
    invitations: invitations.map(({ id, displayName, mobile, roles, expiresAt }) => ({
      id, name: displayName, mobile: maskMobile(mobile), roles: roleWords(roles), expired: expiresAt.getTime() < Date.now(), expiresAt: expiresAt.toISOString(),
    })),
  };
}

const roleWords = (roles: readonly string[]): string[] => roles.map((role) => wordOf(enterpriseRoles, role));

/** 撤回未接受的邀请。 */
export async function revokeInvitation(actor: Actor, invitationId: string): Promise<void> {
  const me = requireEnterprise(actor);
  authorise(me, "colleague.invite", { enterpriseId: me.enterpriseId }, "本企业");
  await transaction(async (tx) => {
    if ((await revokeInvitationRow(tx, invitationId, me.enterpriseId)) === 0) throw notFound("这份邀请");
    await recordAudit(tx, { actor, action: "colleague.revoke", subject: "Invitation", subjectId: invitationId });
  });
}

/** 停用或恢复同事的账号；停用时其全部登录立即结束。 */
export async function setColleagueState(actor: Actor, accountId: string, state: "active" | "disabled"): Promise<void> {
  const me = requireEnterprise(actor);
  authorise(me, "colleague.invite", { enterpriseId: me.enterpriseId }, "本企业");
  const colleague = (await listAccountsOfEnterprise(db(), me.enterpriseId)).find((one) => one.id === accountId);
  if (!colleague) throw notFound("这位同事");
  if (colleague.roles.includes("owner") || colleague.id === me.accountId) throw new Refusal("forbidden", "企业管理员的账号不能在这里停用");
  await transaction(async (tx) => {
    await updateAccountState(tx, accountId, me.enterpriseId, state);
    if (state === "disabled") await endSessionsOf(tx, accountId, "disabled");
    await recordAudit(tx, { actor, action: state === "disabled" ? "colleague.disable" : "colleague.restore", subject: "Account", subjectId: accountId });
  });
}
