import "server-only";
import { randomInt } from "node:crypto";
import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise, requireStaff } from "@/lib/access/can";
import { notFound, Refusal } from "@/lib/access/refusal";
import { auditApart, mixesAudit } from "@/lib/access/separate-audit";
import { clearEveryAttempt, findAccount, insertAccount, isLoginTaken, updatePassword } from "@/lib/data/accounts";
import { type Db, db, transaction } from "@/lib/data/client";
import { ensureOffice } from "@/lib/data/enterprises";
import { endSessionsOf } from "@/lib/data/sessions";
import { loginRule } from "@/lib/enterprise/account";
import { PersonName } from "@/lib/enterprise/person-name";
import { checkMobile, maskMobile, normaliseMobile, notMobile } from "@/lib/forms/identifiers";
import { offices } from "@/lib/licensing/offices";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { codesOf } from "@/lib/terms/option-map";
import { staffRoles } from "@/lib/terms/roles";
import { hashPassword } from "./password-hash";
import { taken } from "./register-enterprise";

export const StaffName = PersonName("请输入姓名");
/** 选填；变更时送回遮盖着的原号码，就是不改（是不是原号码由 mobileIn 判断）。别的在这里判断，与其他各栏一次说全。 */
export const StaffMobile = z.string().max(30, notMobile).transform(normaliseMobile).refine((given) => given === "" || given.includes("*") || !checkMobile(given), notMobile);
export const OfficeCode = z.enum(offices.map(({ code }) => code) as [string, ...string[]], "请选择派出机构");
export const Posts = z.array(z.enum(codesOf(staffRoles))).min(1, "请至少选择一个岗位").max(codesOf(staffRoles).length, "请重新选择岗位").refine((posts) => !mixesAudit(posts), auditApart);

/** 岗位按词表的次序存；审计员不兼别的。 */
export function orderedPosts(posts: z.output<typeof Posts>): z.output<typeof Posts> {
  const ordered = codesOf(staffRoles).filter((role) => posts.includes(role));
  if (mixesAudit(ordered)) throw new Refusal("invalid", auditApart, { fields: { posts: auditApart } });
  return ordered;
}

export const CreateStaffInput = z.object({
  login: z.string().trim().regex(loginRule.pattern, loginRule.message),
  name: StaffName,
  mobile: StaffMobile,
  officeCode: OfficeCode,
  posts: Posts,
});

/**
 * 要存的号码；空着为没有，遮盖着的原号码为不改。
 * @throws Refusal invalid 不是手机号码
 */
export function mobileIn(given: string, stored: string | null): string | null {
  if (given === "") return null;
  if (stored !== null && given === maskMobile(stored)) return stored;
  const fault = checkMobile(given)?.message;
  if (fault) throw new Refusal("invalid", fault, { fields: { mobile: fault } });
  return given;
}

/** 审计里的号码：遮盖着；没有的不写。 */
export const maskedMobile = (mobile: string | null): { mobile?: string } => (mobile === null ? {} : { mobile: maskMobile(mobile) });

export interface GivenPassword {
  login: string;
  /** 一次性密码，只在这次答复里出现。 */
  password: string;
}

/**
 * 给一位新来的人开内网账号；一次性密码登录后须先换掉。
 * @throws Refusal invalid 账号已有人用、不是手机号码、审计员兼任别的
 */
export async function createStaff(actor: Actor, { login, name, mobile: given, officeCode, posts }: z.output<typeof CreateStaffInput>): Promise<GivenPassword> {
  authorise(actor, "staff.manage");
  const roles = orderedPosts(posts);
  const mobile = mobileIn(given, null);
  const office = offices.find(({ code }) => code === officeCode);
  if (!office) throw new Refusal("invalid", "请选择派出机构");
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  try {
    await transaction(async (tx) => {
      await ensureOffice(tx, office);
      const { id } = await insertAccount(tx, { login, audience: "staff", displayName: name, mobile, roles, officeCode, passwordHash, passwordTemporary: true });
      await recordAudit(tx, { actor, action: "account.create", subject: "Account", subjectId: id, detail: { before: null, after: { login, displayName: name, ...maskedMobile(mobile), officeCode, roles } } });
    });
  } catch (error) {
    if (isLoginTaken(error)) throw new Refusal("invalid", taken.account, { fields: { login: taken.account } });
    throw error;
  }
  return { login, password };
}

export const StaffInput = z.object({ accountId: z.uuid() });

/**
 * 别人的、在用的内网账号。
 * @throws Refusal notFound 没有这个内网账号；conflict 是自己的（own 说怎么办），或已停用
 */
export async function othersAccount(tx: Db, actor: Actor, accountId: string, own: string) {
  if (accountId === requireStaff(actor).accountId) throw new Refusal("conflict", own);
  const account = await findAccount(tx, accountId);
  if (account?.audience !== "staff") throw notFound("这位内网人员");
  return account;
}

/**
 * 重设一位内网人员的密码：一次性密码只在这次答复里出现，本人登录后须先换掉；锁定解除，原来的登录都结束。
 * @throws Refusal notFound 没有这个内网账号；conflict 是自己的，或已停用
 */
export async function resetStaffPassword(actor: Actor, { accountId }: z.output<typeof StaffInput>): Promise<GivenPassword> {
  authorise(actor, "staff.manage");
  const own = "请在“修改密码”里改自己的密码";
  await othersAccount(db(), actor, accountId, own);
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  return transaction(async (tx) => {
    const account = await othersAccount(tx, actor, accountId, own);
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
