import { createHmac, randomBytes } from "node:crypto";
import { toBase32 } from "./base32";
import { deriveKey, deriveKeys } from "./keys";
import { open, seal, type Sealing } from "./sealed-text";

/** RFC 4226 建议的长度：一百六十位。 */
const SECRET_BYTES = 20;
const RECOVERY_BYTES = 7;
const RECOVERY_LENGTH = 10;
const RECOVERY_COUNT = 10;

export const newSecret = (): Buffer => randomBytes(SECRET_BYTES);

/** 与账号绑在一起：抄到别的账号名下打不开。 */
export const secondFactorSealing = (accountId: string): Sealing => ({ purpose: "second-factor", bound: accountId });

export const sealSecret = (secret: Buffer, accountId: string): string => seal(secondFactorSealing(accountId), secret);
export const openSecret = (sealed: string, accountId: string): Buffer => open(secondFactorSealing(accountId), sealed);

/** 手工输入用的密钥，四个一组。 */
export const spelledSecret = (secret: Buffer): string => toBase32(secret).match(/.{1,4}/g)?.join(" ") ?? "";

/** 验证器扫的地址（Key URI Format）。 */
export function authenticatorUri(secret: Buffer, issuer: string, login: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(login)}`;
  return `otpauth://totp/${label}?secret=${toBase32(secret)}&issuer=${encodeURIComponent(issuer)}`;
}

/** 十个恢复码，每个五十位的随机；只在这一次看得见。 */
export function newRecoveryCodes(): string[] {
  const one = (): string => toBase32(randomBytes(RECOVERY_BYTES)).slice(0, RECOVERY_LENGTH);
  return Array.from({ length: RECOVERY_COUNT }, one).map((code) => `${code.slice(0, 5)}-${code.slice(5)}`);
}

/** 恢复码的键控散列；大小写与连字符不论。 */
export const hashRecoveryCode = (code: string, accountId: string): string => recoveryHash(deriveKey(recovery), code, accountId);

/** 存着的散列可能是哪几个：恢复码的原文不在库里，换了密钥也重做不了，所以现在的与以前的都认。 */
export const possibleRecoveryHashes = (code: string, accountId: string): string[] => deriveKeys(recovery).map((key) => recoveryHash(key, code, accountId));

const recovery = "recovery-code";

function recoveryHash(key: Buffer, code: string, accountId: string): string {
  const plain = code.toUpperCase().replaceAll(/[^A-Z2-7]/g, "");
  return createHmac("sha256", key).update(`${accountId} ${plain}`).digest("hex");
}
