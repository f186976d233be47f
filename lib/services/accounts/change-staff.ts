import "server-only";
import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise } from "@/lib/access/can";
import { notFound, Refusal } from "@/lib/access/refusal";
import { type Db, transaction } from "@/lib/data/client";
import { ensureOffice } from "@/lib/data/enterprises";
import { deleteSecondFactor } from "@/lib/data/second-factors";
import { endSessionsOf } from "@/lib/data/sessions";
import { countActiveWith, lockStaff, releaseCases, updateStaff, updateState } from "@/lib/data/staff";
import { getOffice } from "@/lib/licensing/offices";
import { stages, stagesOf } from "@/lib/licensing/stages";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { requireUnchanged } from "@/lib/services/platform/seen-version";
import { staffContent } from "./list-staff";
import { maskedMobile, mobileIn, OfficeCode, orderedPosts, othersAccount, Posts, type StaffInput, StaffMobile, StaffName } from "./staff-accounts";

export const ChangeStaffInput = z.object({ accountId: z.uuid(), version: z.string().max(60), name: StaffName, mobile: StaffMobile, officeCode: OfficeCode, posts: Posts });

type Account = Awaited<ReturnType<typeof othersAccount>>;

const ADMINISTRATOR = "administrator";

/**
 * 变更一位内网人员的姓名、手机、机构、岗位，即刻生效；原来的与现在的都进审计。不再归他办的案件放回未领取。
 * @throws Refusal invalid 不是手机号码、审计员兼任别的；notFound 没有这个内网账号；conflict 是自己的、已停用、刚被别人改过，或没有系统管理员了
 */
export async function changeStaff(actor: Actor, { accountId, version, name, mobile: given, officeCode, posts }: z.output<typeof ChangeStaffInput>): Promise<{ released: number }> {
  authorise(actor, "staff.manage");
  return transaction(async (tx) => {
    await lockStaff(tx);
    const account = await othersAccount(tx, actor, accountId, "请由别的系统管理员变更您的岗位");
    const roles = orderedPosts(posts);
    if (account.state !== "active") throw new Refusal("conflict", "这个账号已停用，请先启用再变更");
    requireUnchanged(version, staffContent(account), "这个账号");
    const mobile = mobileIn(given, account.mobile);
    const after = { displayName: name, mobile, officeCode, roles };
    const before = { displayName: account.displayName, mobile: account.mobile, officeCode: account.officeCode, roles: account.roles };
    if (JSON.stringify(before) === JSON.stringify(after)) return { released: 0 };
    if (!roles.includes(ADMINISTRATOR)) await requireAnotherAdministrator(tx, account);
    await ensureOffice(tx, getOffice(officeCode));
    await updateStaff(tx, account.id, after);
    await recordAudit(tx, { actor, action: "account.edit", subject: "Account", subjectId: account.id, detail: { before: forAudit(before), after: forAudit(after) } });
    const keep = officeCode === account.officeCode ? stagesOf(roles).flatMap((stage) => [...stages[stage].states]) : [];
    return { released: await release(tx, actor, account, keep) };
  });
}

export const StaffStateInput = z.object({ accountId: z.uuid(), active: z.boolean() });

/**
 * 停用或启用一个内网账号。停用：各处的登录立即结束，承办的案件放回未领取。
 * @throws Refusal notFound 没有这个内网账号；conflict 是自己的，或没有系统管理员了
 */
export async function setStaffState(actor: Actor, { accountId, active }: z.output<typeof StaffStateInput>): Promise<{ released: number }> {
  authorise(actor, "staff.manage");
  return transaction(async (tx) => {
    await lockStaff(tx);
    const account = await othersAccount(tx, actor, accountId, "自己的账号请由别的系统管理员停用");
    if ((account.state === "active") === active) return { released: 0 };
    if (!active) await requireAnotherAdministrator(tx, account);
    await updateState(tx, account.id, active ? "active" : "disabled");
    const ended = active ? 0 : await endSessionsOf(tx, account.id, "disabled");
    await recordAudit(tx, { actor, action: active ? "account.enable" : "account.disable", subject: "Account", subjectId: account.id, detail: { login: account.login, ...(active ? {} : { ended }) } });
    return { released: active ? 0 : await release(tx, actor, account, []) };
  });
}

const forAudit = <T extends { mobile: string | null }>({ mobile, ...content }: T) => ({ ...content, ...maskedMobile(mobile) });

/** 系统管理员至少留一位在用的。 */
async function requireAnotherAdministrator(tx: Db, account: Account): Promise<void> {
  if (!account.roles.includes(ADMINISTRATOR) || account.state !== "active") return;
  if ((await countActiveWith(tx, ADMINISTRATOR, account.id)) === 0) throw new Refusal("conflict", "请至少保留一位在用的系统管理员");
}

/** 放回未领取，每件各记一条。 */
async function release(tx: Db, actor: Actor, account: Account, keep: readonly string[]): Promise<number> {
  const released = await releaseCases(tx, account.id, keep);
  for (const id of released) await recordAudit(tx, { actor, action: "case.release", subject: "Case", subjectId: id, detail: { accountId: account.id } });
  return released.length;
}

/** 结束一位内网人员各处的登录。 */
export async function endStaffSessions(actor: Actor, { accountId }: z.output<typeof StaffInput>): Promise<{ ended: number }> {
  authorise(actor, "staff.manage");
  return transaction(async (tx) => {
    const account = await othersAccount(tx, actor, accountId, "请在“登录安全”里结束自己的登录");
    const ended = await endSessionsOf(tx, account.id, "endedByAdministrator");
    await recordAudit(tx, { actor, action: "account.sessionsEnded", subject: "Account", subjectId: account.id, detail: { login: account.login, ended } });
    return { ended };
  });
}

/**
 * 手机丢失的，去掉他的动态口令，各处的登录结束；以后凭密码登录，须重新设置。
 * @throws Refusal notFound 没有这个内网账号，或他没有设置动态口令；conflict 是自己的
 */
export async function resetSecondFactor(actor: Actor, { accountId }: z.output<typeof StaffInput>): Promise<void> {
  authorise(actor, "staff.manage");
  await transaction(async (tx) => {
    const account = await othersAccount(tx, actor, accountId, "请在“登录安全”里停用自己的动态口令");
    if (!(await deleteSecondFactor(tx, account.id))) throw notFound("他的动态口令");
    await endSessionsOf(tx, account.id, "secondFactorReset");
    await recordAudit(tx, { actor, action: "account.secondFactorReset", subject: "Account", subjectId: account.id, detail: { login: account.login } });
  });
}
