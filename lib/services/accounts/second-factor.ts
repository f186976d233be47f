import "server-only";
import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { requireStaff } from "@/lib/access/can";
import { Refusal } from "@/lib/access/refusal";
import { beginAttempt, clearAttempts } from "@/lib/data/accounts";
import { db, transaction } from "@/lib/data/client";
import { confirmSecondFactor, countRecoveryCodes, deleteSecondFactor, findSecondFactor, replaceRecoveryCodes, startSecondFactor } from "@/lib/data/second-factors";
import { qrSvg } from "@/lib/integrations/qr/qr-images";
import { matchingStep } from "@/lib/integrations/vault/one-time-code";
import { authenticatorUri, hashRecoveryCode, newRecoveryCodes, newSecret, openSecret, sealSecret, spelledSecret } from "@/lib/integrations/vault/second-factor";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { now } from "@/lib/services/platform/clock";
import { getSetting } from "@/lib/services/settings/settings";
import { portalName } from "@/lib/terms/portal";
import { plainCode, spendOneTimeCode, wrongOneTimeCode } from "./one-time-codes";
import { ownAccount, provePassword } from "./prove-password";
import { lockRule } from "./sign-in";

const Password = z.string().min(1, "请输入登录密码").max(200);
const Code = z.string().trim().min(1, "请输入动态口令").max(20, "请输入 6 位数字");

export interface SecondFactorView {
  /** 从什么时候起用着；没有设置的没有。 */
  since?: string;
  /** 还没有用过的恢复码。 */
  recoveryLeft: number;
  /** 系统设置要求内网人员都用。 */
  required: boolean;
}

/** 自己的动态口令用着没有。 */
export async function getSecondFactor(actor: Actor): Promise<SecondFactorView> {
  const { accountId } = requireStaff(actor);
  const [factor, recoveryLeft, required] = await Promise.all([findSecondFactor(db(), accountId), countRecoveryCodes(db(), accountId), getSetting("staffSecondFactor")]);
  return { ...(factor?.confirmedAt ? { since: factor.confirmedAt.toISOString() } : {}), recoveryLeft, required };
}

export const BeginEnrolmentInput = z.object({ password: Password });

export interface Enrolment {
  /** 验证器扫的二维码，SVG。 */
  qr: string;
  /** 扫不了时手工输入的密钥。 */
  secret: string;
}

/** 开始设置：先核对登录密码，给出新的密钥；确认之前登录不受影响。 */
export async function beginEnrolment(actor: Actor, { password }: z.output<typeof BeginEnrolmentInput>): Promise<Enrolment> {
  const account = await ownAccount(requireStaff(actor).accountId);
  await provePassword(account, password, { field: "password", word: "登录密码" });
  const secret = newSecret();
  if (!(await startSecondFactor(db(), account.id, sealSecret(secret, account.id)))) throw new Refusal("conflict", "您已在用动态口令；要换一台手机，请先停用再设置");
  return { qr: await qrSvg(authenticatorUri(secret, portalName, account.login)), secret: spelledSecret(secret) };
}

export const ConfirmEnrolmentInput = z.object({ code: Code });

/**
 * 输入验证器给出的口令，设置完成；恢复码只在这次答复里出现。
 * @throws Refusal invalid 口令不对；conflict 没有开始或早已完成；tooMany 试得太多
 */
export async function confirmEnrolment(actor: Actor, { code }: z.output<typeof ConfirmEnrolmentInput>): Promise<{ recoveryCodes: string[] }> {
  const { accountId } = requireStaff(actor);
  const factor = await findSecondFactor(db(), accountId);
  if (!factor || factor.confirmedAt) throw new Refusal("conflict", "请重新开始设置动态口令");
  const done = await attempt(accountId);
  const step = matchingStep(openSecret(factor.sealedSecret, accountId), plainCode(code), await now());
  if (step === undefined) throw wrongCode();
  const recoveryCodes = newRecoveryCodes();
  await transaction(async (tx) => {
    if (!(await confirmSecondFactor(tx, accountId, factor.sealedSecret, step))) throw new Refusal("conflict", "请重新开始设置动态口令");
    await replaceRecoveryCodes(tx, accountId, recoveryCodes.map((one) => hashRecoveryCode(one, accountId)));
    await recordAudit(tx, { actor, action: "account.secondFactorOn", subject: "Account", subjectId: accountId });
  });
  await done();
  return { recoveryCodes };
}

export const ProveInput = z.object({ password: Password, code: Code });

/** 停用自己的动态口令：密码与口令都要对。 */
export async function removeSecondFactor(actor: Actor, input: z.output<typeof ProveInput>): Promise<void> {
  const { accountId } = requireStaff(actor);
  const done = await proveBoth(accountId, input.password);
  await transaction(async (tx) => {
    if (!(await spendOneTimeCode(tx, accountId, input.code))) throw wrongCode();
    await deleteSecondFactor(tx, accountId);
    await recordAudit(tx, { actor, action: "account.secondFactorOff", subject: "Account", subjectId: accountId });
  });
  await done();
}

/** 换一组恢复码：用剩的都作废。 */
export async function renewRecoveryCodes(actor: Actor, input: z.output<typeof ProveInput>): Promise<{ recoveryCodes: string[] }> {
  const { accountId } = requireStaff(actor);
  const done = await proveBoth(accountId, input.password);
  const recoveryCodes = newRecoveryCodes();
  await transaction(async (tx) => {
    if (!(await spendOneTimeCode(tx, accountId, input.code))) throw wrongCode();
    await replaceRecoveryCodes(tx, accountId, recoveryCodes.map((one) => hashRecoveryCode(one, accountId)));
    await recordAudit(tx, { actor, action: "account.recoveryCodes", subject: "Account", subjectId: accountId });
  });
  await done();
  return { recoveryCodes };
}

const wrongCode = (): Refusal => new Refusal("invalid", wrongOneTimeCode, { fields: { code: wrongOneTimeCode } });

async function proveBoth(accountId: string, password: string): Promise<() => Promise<void>> {
  await provePassword(await ownAccount(accountId), password, { field: "password", word: "登录密码" });
  return attempt(accountId);
}

/** 核对口令之前先记一次；对了再调所答的函数清掉。 */
async function attempt(accountId: string): Promise<() => Promise<void>> {
  const key = `code:${accountId}`;
  if ((await beginAttempt(db(), key, lockRule)) === undefined) throw new Refusal("tooMany", `动态口令错误次数过多，请 ${lockRule.minutes} 分钟后再试`);
  return () => clearAttempts(db(), key);
}
