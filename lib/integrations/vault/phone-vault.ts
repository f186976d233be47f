import { createCipheriv, createDecipheriv, createHmac } from "node:crypto";
import { deriveKey } from "./keys";
import { randomFromPool } from "./random-pool";

/** 评价人手机号的键控散列，供「五天一次」比对。 */
export function hashPhone(phone: string): string {
  return createHmac("sha256", deriveKey("rating-phone-hash")).update(phone).digest("hex");
}

/** AES-256-GCM；格式为 iv.tag.密文（base64url）。 */
export function encryptPhone(phone: string): string {
  const iv = randomFromPool(12);
  const cipher = createCipheriv("aes-256-gcm", deriveKey("rating-phone-cipher"), iv);
  const sealed = Buffer.concat([cipher.update(phone, "utf8"), cipher.final()]);
  return [iv, cipher.getAuthTag(), sealed].map((part) => part.toString("base64url")).join(".");
}

export function decryptPhone(sealed: string): string {
  const [iv, tag, data] = sealed.split(".").map((part) => Buffer.from(part, "base64url"));
  if (!iv || !tag || !data) throw new Error("sealed phone number is malformed");
  const decipher = createDecipheriv("aes-256-gcm", deriveKey("rating-phone-cipher"), iv);
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(data), decipher.final()]).toString("utf8");
}
