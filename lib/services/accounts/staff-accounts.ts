import "server-only";
import { randomInt } from "node:crypto";
import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise, requireStaff } from "@/lib/access/can";
import { notFound, Refusal } from "@/lib/access/refusal";
import { auditApart, mixesAudit } from "@/lib/access/separate-audit";
import { clearEveryAttempt, findAccount, listStaffAccounts, updatePassword, updateRoles } from "@/lib/data/accounts";
import { db, transaction } from "@/lib/data/client";
import { endSessionsOf } from "@/lib/data/sessions";
import type { StaffAccount } from "@/lib/enterprise/account-views";
import { offices } from "@/lib/licensing/offices";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { codesOf, wordOf } from "@/lib/terms/option-map";
import { staffRoles } from "@/lib/terms/roles";
import { hashPassword } from "./password-hash";

/** 全国的内网账号；只给系统管理员。 */
export async function listStaff(actor: Actor): Promise<StaffAccount[]> {
  authorise(actor, "staff.manage");
  const me = requireStaff(actor);
  return (await listStaffAccounts(db())).map(({ id, login, displayName, roles, state, officeCode, passwordTemporary }) => ({
    id, login, name: displayName, posts: roles.map((role) => wordOf(staffRoles, role)), roles, officeName: offices.find(({ code }) => code === officeCode)?.name ?? "",
    active: state === "active", temporary: passwordTemporary, own: id === me.accountId,
  }));
}

export const AssignPostsInput = z.object({
  accountId: z.uuid(),
  posts: z.array(z.enum(codesOf(staffRoles))).min(1, "请至少选择一个岗位").max(codesOf(staffRoles).length, "请重新选择岗位"),
});

/**
 * 变更一位内网人员的岗位，即刻生效；原岗位与新岗位都进审计。审计员不兼别的岗位，自己的岗位由别的系统管理员变更。
 * @throws Refusal invalid 审计员兼任别的；notFound 没有这个内网账号；conflict 是自己的、已停用，或刚被别人改过
 */
export async function assignPosts(actor: Actor, { accountId, posts }: z.output<typeof AssignPostsInput>): Promise<void> {
  authorise(actor, "staff.manage");
  const me = requireStaff(actor);
  if (accountId === me.accountId) throw new Refusal("conflict", "请由别的系统管理员变更您的岗位");
  const after = codesOf(staffRoles).filter((role) => posts.includes(role));
  if (mixesAudit(after)) throw new Refusal("invalid", auditApart, { fields: { posts: auditApart } });
  await transaction(async (tx) => {
    const account = await findAccount(tx, accountId);
    if (account?.audience !== "staff") throw notFound("这位内网人员");
    if (account.state !== "active") throw new Refusal("conflict", "这个账号已停用，不能变更岗位");
    if (account.roles.join() === after.join()) return;
    if (!(await updateRoles(tx, account.id, account.roles, after))) throw new Refusal("conflict", "岗位刚被别人变更过，请刷新后再看");
    await recordAudit(tx, { actor, action: "account.posts", subject: "Account", subjectId: account.id, detail: { before: { roles: account.roles }, after: { roles: after } } });
  });
}

export const ResetPasswordInput = z.object({ accountId: z.uuid() });

/**
 * 重设一位内网人员的密码：一次性密码只在这次答复里出现，本人登录后须先换掉；锁定解除，原来的登录都结束。
 * @throws Refusal notFound 没有这个内网账号；conflict 是自己的，或已停用
 */
export async function resetStaffPassword(actor: Actor, { accountId }: z.output<typeof ResetPasswordInput>): Promise<{ login: string; password: string }> {
  authorise(actor, "staff.manage");
  const me = requireStaff(actor);
  if (accountId === me.accountId) throw new Refusal("conflict", "请在“修改密码”里改自己的密码");
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  return transaction(async (tx) => {
    const account = await findAccount(tx, accountId);
    if (account?.audience !== "staff") throw notFound("这位内网人员");
    if (account.state !== "active") throw new Refusal("conflict", "这个账号已停用，不能重设密码");
    await updatePassword(tx, account.id, passwordHash, true);
    await endSessionsOf(tx, account.id, "passwordReset");
    await clearEveryAttempt(tx, "staff", account.login);
    await recordAudit(tx, { actor, action: "account.passwordReset", subject: "Account", subjectId: account.id, detail: { login: account.login } });
    return { login: account.login, password };
  });
}

/** 十六位，两套策略都合；不用容易看错的字符，便于口头或纸面转告。 */
function oneTimePassword(): string {
  const alphabets = ["ABCDEFGHJKMNPQRSTUVWXYZ", "abcdefghjkmnpqrstuvwxyz", "23456789"];
  const one = (alphabet: string): string => alphabet.charAt(randomInt(alphabet.length));
  const block = (): string => alphabets.map(one).join("") + one(alphabets.join(""));
  return Array.from({ length: 4 }, block).join("-");
}
