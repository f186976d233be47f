import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { deriveKey } from "./keys";

const SECRET_BYTES = 32;
const KEY_ID_BYTES = 9;

/** 新的一对：编号可以公开，密钥只在这一次看得见。 */
export const newExchangeKey = (): { keyId: string; secret: string } => ({ keyId: randomBytes(KEY_ID_BYTES).toString("base64url"), secret: randomBytes(SECRET_BYTES).toString("base64url") });

/** AES-256-GCM；格式为 iv.tag.密文（base64url）。核对签名要用原文，所以加密而不是散列。 */
export function sealExchangeSecret(secret: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", deriveKey("exchange-secret"), iv);
  const sealed = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return [iv, cipher.getAuthTag(), sealed].map((part) => part.toString("base64url")).join(".");
}

export function openExchangeSecret(sealed: string): string {
  const [iv, tag, data] = sealed.split(".").map((part) => Buffer.from(part, "base64url"));
  if (!iv || !tag || !data) throw new Error("sealed exchange secret is malformed");
  const decipher = createDecipheriv("aes-256-gcm", deriveKey("exchange-secret"), iv);
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(data), decipher.final()]).toString("utf8");
}

/** HMAC-SHA256，十六进制小写。 */
export const signExchange = (secret: string, text: string): string => createHmac("sha256", secret).update(text, "utf8").digest("hex");

/** 用时与哪里不同无关。 */
export function isSignedWith(secret: string, text: string, signature: string): boolean {
  const wanted = Buffer.from(signExchange(secret, text));
  const given = Buffer.from(signature);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

export const bodyHash = (body: string): string => createHash("sha256").update(body, "utf8").digest("hex");
