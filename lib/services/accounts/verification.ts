import "server-only";
import { createHmac, randomInt } from "node:crypto";
import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { Refusal } from "@/lib/access/refusal";
import { type Db, db, transaction } from "@/lib/data/client";
import { insertOutboxMessage } from "@/lib/data/outbox";
import { countUse } from "@/lib/data/rate-limits";
import { consumeCode, findLatestCode, insertCode, tryCode } from "@/lib/data/verification";
import { verificationCode } from "@/lib/enterprise/account";
import { checkMobile, normaliseMobile, notMobile } from "@/lib/forms/identifiers";
import { deriveKey, deriveKeys, isSignedBy } from "@/lib/integrations/vault/keys";
import { deliverOutbox } from "@/lib/services/outbox/deliver-outbox";
import { limit, whoIs } from "./limit";

export type CodePurpose = "register" | "recover";

const LIFETIME_SECONDS = 300;
const MAX_TRIES = 5;
/** 其中同一个来源至多几次：知道号码的陌生人用不完别人的次数。 */
const TRIES_EACH = 3;
export const resendSeconds = 60;

export const wrongCode = "短信验证码不正确或已过期，请核对或重新获取";

/** 手机号码：整理后须为大陆手机号。 */
export const Mobile = z.string().max(30).transform(normaliseMobile).refine((value) => !checkMobile(value), notMobile);

const limits = {
  minute: { name: "code.minute", max: 1, seconds: resendSeconds, message: "验证码刚刚发送过，请稍等一分钟再获取" },
  mobile: { name: "code.mobile", max: 10, seconds: 86_400, message: "该手机号码今天获取验证码的次数过多，请明天再试" },
  oneAddress: { name: "code.mobileFrom", max: 5, seconds: 86_400, message: "该手机号码今天获取验证码的次数过多，请明天再试" },
  address: { name: "code.address", max: 60, seconds: 3_600, message: "获取验证码的次数过多，请一小时后再试" },
} as const;

/** 散列带上用途与号码：别处拿到的验证码用不上，库里也推不出。 */
const hashCode = (purpose: CodePurpose, mobile: string, code: string, key = deriveKey("verification")): Buffer =>
  createHmac("sha256", key).update(`${purpose} ${mobile} ${code}`).digest();

/**
 * 发一个 6 位验证码，5 分钟有效；按手机号与来源地址限次。
 * wanted 为假（找回密码时账号不符）照样走完全程，只是不发短信，外人看不出区别。
 */
export async function sendCode(actor: Actor, purpose: CodePurpose, mobile: string, wanted = true): Promise<void> {
  await limit(limits.address, whoIs(actor));
  await limit(limits.oneAddress, `${mobile}:${whoIs(actor)}`);
  await limit(limits.minute, `${purpose}:${mobile}`);
  await limit(limits.mobile, mobile);
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  await transaction(async (tx) => {
    await insertCode(tx, { purpose, mobile, codeHash: hashCode(purpose, mobile, code).toString("hex"), seconds: LIFETIME_SECONDS });
    if (wanted) await insertOutboxMessage(tx, { channel: "sms", recipient: mobile, template: "verification", params: { code }, body: bodyOf(purpose, code) });
  });
  // 发送不影响答复：失败留在发件箱重发，也不因此显出账号在不在
  void deliverOutbox().catch(() => undefined);
}

const bodyOf = (purpose: CodePurpose, code: string): string =>
  `验证码 ${code}，用于${purpose === "register" ? "企业注册" : "找回密码"}，5 分钟内有效。请勿告诉他人。`;

/** 核对验证码；对了返回其编号，随业务事务用掉（consume）。试五次即作废，其中同一来源至多三次。 */
export async function verifyCode(actor: Actor, purpose: CodePurpose, mobile: string, code: string): Promise<string> {
  const latest = await findLatestCode(db(), purpose, mobile);
  if (!latest || (await countUse(db(), `code.try:${latest}:${whoIs(actor)}`, LIFETIME_SECONDS)) > TRIES_EACH) throw codeRefusal();
  const found = await tryCode(db(), latest, MAX_TRIES);
  if (!found) throw codeRefusal();
  if (!isSignedBy(deriveKeys("verification"), Buffer.from(found.codeHash, "hex"), (key) => hashCode(purpose, mobile, verificationCode.tidy(code), key))) throw codeRefusal();
  return found.id;
}

/** 用掉验证码；同一个码只成一次。 */
export async function spendCode(tx: Db, id: string): Promise<void> {
  if (!(await consumeCode(tx, id))) throw codeRefusal();
}

export const codeRefusal = (): Refusal => new Refusal("invalid", wrongCode, { fields: { verifyCode: wrongCode } });
