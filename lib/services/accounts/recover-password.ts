import "server-only";
import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { judgePassword } from "@/lib/access/password-policy";
import { Refusal } from "@/lib/access/refusal";
import { clearEveryAttempt, findRecoverableAccount, updatePassword } from "@/lib/data/accounts";
import { db, transaction } from "@/lib/data/client";
import { endSessionsOf } from "@/lib/data/sessions";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { getSetting } from "@/lib/services/settings/settings";
import { hashPassword } from "./password-hash";
import { codeRefusal, Mobile, sendCode, spendCode, verifyCode } from "./verification";

const Identifier = z.string().trim().min(1, "请输入登录账号或统一社会信用代码").max(60);

export const RecoveryCodeInput = z.object({ identifier: Identifier, mobile: Mobile });

export const RecoverInput = z.object({
  identifier: Identifier,
  mobile: Mobile,
  verifyCode: z.string().max(20),
  password: z.string().max(200),
  password2: z.string().max(200),
});
export type RecoverInput = z.output<typeof RecoverInput>;

/** 发送找回密码的验证码；账号与手机不符也答「已发送」，不泄露谁注册过。 */
export async function requestRecoveryCode(actor: Actor, { identifier, mobile }: z.output<typeof RecoveryCodeInput>): Promise<void> {
  const account = await findRecoverableAccount(db(), identifier, mobile);
  await sendCode(actor, "recover", mobile, account !== undefined);
}

/** 凭验证码设新密码：旧密码与全部会话随即失效。 */
export async function recoverPassword(actor: Actor, input: RecoverInput): Promise<{ login: string }> {
  const weak = judgePassword(await getSetting("passwordProfile"), input.password, "");
  if (weak) throw new Refusal("invalid", weak, { fields: { password: weak } });
  if (input.password !== input.password2) throw new Refusal("invalid", "请再次输入相同的密码", { fields: { password2: "请再次输入相同的密码" } });
  const codeId = await verifyCode(actor, "recover", input.mobile, input.verifyCode);
  const passwordHash = await hashPassword(input.password);
  return transaction(async (tx) => {
    const account = await findRecoverableAccount(tx, input.identifier, input.mobile);
    if (!account) throw codeRefusal();
    await spendCode(tx, codeId);
    await updatePassword(tx, account.id, passwordHash);
    await endSessionsOf(tx, account.id, "passwordRecovered");
    await clearEveryAttempt(tx, "enterprise", account.login);
    await recordAudit(tx, { actor, action: "account.passwordRecovered", subject: "Account", subjectId: account.id });
    return { login: account.login };
  });
}
