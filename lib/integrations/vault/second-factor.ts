import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { toBase32 } from "./base32";
import { deriveKey } from "./keys";

/** RFC 4226 建议的长度：一百六十位。 */
const SECRET_BYTES = 20;
const RECOVERY_BYTES = 7;
const RECOVERY_LENGTH = 10;
const RECOVERY_COUNT = 10;

export const newSecret = (): Buffer => randomBytes(SECRET_BYTES);

/** AES-256-GCM，与账号绑在一起：抄到别的账号名下打不开。格式为 iv.tag.密文（base64url）。 */
export function sealSecret(secret: Buffer, accountId: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", deriveKey("second-factor"), iv).setAAD(Buffer.from(accountId));
  const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
  return [iv, cipher.getAuthTag(), sealed].map((part) => part.toString("base64url")).join(".");
}

export function openSecret(sealed: string, accountId: string): Buffer {
  const [iv, tag, data] = sealed.split(".").map((part) => Buffer.from(part, "base64url"));
  if (!iv || !tag || !data) throw new Error("sealed second factor is malformed");
  const decipher = createDecipheriv("aes-256-gcm", deriveKey("second-factor"), iv).setAAD(Buffer.from(accountId));
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(data), decipher.final()]);
}

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
export function hashRecoveryCode(code: string, accountId: string): string {
  const plain = code.toUpperCase().replaceAll(/[^A-Z2-7]/g, "");
  return createHmac("sha256", deriveKey("recovery-code")).update(`${accountId} ${plain}`).digest("hex");
}
