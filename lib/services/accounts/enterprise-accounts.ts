import "server-only";
import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise, requireStaff } from "@/lib/access/can";
import { notFound, Refusal } from "@/lib/access/refusal";
import { findAccount } from "@/lib/data/accounts";
import { type Db, db, transaction } from "@/lib/data/client";
import { disableAccountsOf, findEnterprisesWithAccounts, listClaimingAccounts, lockEnterprise, revokeInvitationsOf } from "@/lib/data/enterprise-accounts";
import { endSessionsOf } from "@/lib/data/sessions";
import { updateState } from "@/lib/data/staff";
import type { EnterpriseWithAccounts } from "@/lib/enterprise/account-views";
import { PersonName } from "@/lib/enterprise/person-name";
import { maskMobile } from "@/lib/forms/identifiers";
import { searchText } from "@/lib/forms/plain-text";
import { getOffice } from "@/lib/licensing/offices";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { deliverOutbox } from "@/lib/services/outbox/deliver-outbox";
import { enterpriseRoles } from "@/lib/terms/roles";
import { wordOf } from "@/lib/terms/option-map";
import { sendInvitation } from "./send-invitation";
import { Mobile } from "./verification";

/** 一次至多列这么多家：是找一家，不是翻名册。 */
export const shownEnterprises = 10;
const DEED = "enterpriseAccount.manage";

export const Reason = z.string().trim().min(1, "请写明理由").max(500, "理由最多 500 个字");

/** 按企业名称、代码或登录账号查企业的账号；没有写要查什么的不列。 */
export async function listEnterpriseAccounts(actor: Actor, { q }: { q?: unknown }): Promise<EnterpriseWithAccounts[]> {
  authorise(actor, DEED);
  const text = searchText(q);
  if (text.length < 2) return [];
  const found = await findEnterprisesWithAccounts(db(), text, shownEnterprises);
  const claiming = await listClaimingAccounts(db(), found.flatMap(({ accounts }) => accounts.map(({ id }) => id)));
  return found.map(({ id, name, uscc, officeCode, accounts }) => ({
    id, name, uscc, officeName: getOffice(officeCode).name,
    accounts: accounts.map((account) => ({
      id: account.id, login: account.login, name: account.displayName, mobile: maskMobile(account.mobile ?? ""), roles: account.roles.map((role) => wordOf(enterpriseRoles, role)),
      active: account.state === "active", claiming: claiming.has(account.id),
    })),
  }));
}

async function enterpriseAccount(tx: Db, accountId: string) {
  const account = await findAccount(tx, accountId);
  if (account?.audience !== "enterprise") throw notFound("这个企业账号");
  return account;
}

export const EnterpriseAccountInput = z.object({ accountId: z.uuid() });
export const EnterpriseStateInput = z.object({ accountId: z.uuid(), active: z.boolean(), reason: Reason });

/**
 * 停用或启用企业的一个账号，写明理由；停用时各处的登录立即结束。
 * @throws Refusal notFound 没有这个企业账号；conflict 是等待核实的认领，要在认领里办
 */
export async function setEnterpriseAccountState(actor: Actor, { accountId, active, reason }: z.output<typeof EnterpriseStateInput>): Promise<void> {
  authorise(actor, DEED);
  await transaction(async (tx) => {
    const account = await enterpriseAccount(tx, accountId);
    if ((account.state === "active") === active) return;
    if ((await listClaimingAccounts(tx, [accountId])).size > 0) throw new Refusal("conflict", "这个账号在等待认领的核实，请在“认领”里办");
    await updateState(tx, accountId, active ? "active" : "disabled");
    const ended = active ? 0 : await endSessionsOf(tx, accountId, "disabled");
    await recordAudit(tx, {
      actor, action: active ? "account.enable" : "account.disable", subject: "Account", subjectId: accountId,
      detail: { login: account.login, enterpriseId: account.enterpriseId, reason, ...(active ? {} : { ended }) },
    });
  });
}

/** 结束企业一个账号各处的登录。 */
export async function endEnterpriseSessions(actor: Actor, { accountId }: z.output<typeof EnterpriseAccountInput>): Promise<{ ended: number }> {
  authorise(actor, DEED);
  return transaction(async (tx) => {
    const account = await enterpriseAccount(tx, accountId);
    const ended = await endSessionsOf(tx, accountId, "endedByAdministrator");
    await recordAudit(tx, { actor, action: "account.sessionsEnded", subject: "Account", subjectId: accountId, detail: { login: account.login, ended } });
    return { ended };
  });
}

export const HandOverInput = z.object({
  enterpriseId: z.uuid(),
  displayName: PersonName("请输入接手人的姓名"),
  mobile: Mobile,
  colleagues: z.boolean(),
  reason: Reason,
});

/**
 * 把企业交给证明了身份的人（决定二十八）：原来的企业管理员立即停用，未接受的邀请撤回，接手人凭短信里的链接设置账号。
 * colleagues 为真时同事的账号也停用，由接手人另行邀请。
 * @throws Refusal notFound 没有这家企业
 */
export async function handOverEnterprise(actor: Actor, { enterpriseId, displayName, mobile, colleagues, reason }: z.output<typeof HandOverInput>): Promise<{ disabled: number }> {
  authorise(actor, DEED);
  const me = requireStaff(actor);
  const disabled = await transaction(async (tx) => {
    const enterprise = await lockEnterprise(tx, enterpriseId);
    if (!enterprise) throw notFound("这家企业");
    const ids = await disableAccountsOf(tx, enterpriseId, !colleagues);
    await revokeInvitationsOf(tx, enterpriseId);
    const wording = (roles: string): string => `${enterprise.name}的账号已移交给您，请您作为${roles}`;
    const invitationId = await sendInvitation(tx, { enterpriseId, invitedById: me.accountId, displayName, mobile, roles: ["owner"], wording, enterprise: enterprise.name });
    await recordAudit(tx, {
      actor, action: "enterprise.handOver", subject: "Enterprise", subjectId: enterpriseId,
      detail: { uscc: enterprise.uscc, displayName, mobile: maskMobile(mobile), colleagues, reason, disabledAccounts: ids, invitationId },
    });
    return ids.length;
  });
  void deliverOutbox().catch(() => undefined);
  return { disabled };
}
