import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

/** 评价人手机号：键控散列供「五天一次」比对，密文只供回访；密钥不进数据库。 */
function derive(purpose: string): Buffer {
  const key = process.env.DATA_KEY;
  if (!key || Buffer.from(key, "base64").length < 32) throw new Error("DATA_KEY must hold at least 32 bytes in base64");
  return Buffer.from(hkdfSync("sha256", Buffer.from(key, "base64"), "", purpose, 32));
}

export function hashPhone(phone: string): string {
  return createHmac("sha256", derive("rating-phone-hash")).update(phone).digest("hex");
}

/** AES-256-GCM；格式为 iv.tag.密文（base64url）。 */
export function encryptPhone(phone: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", derive("rating-phone-cipher"), iv);
  const sealed = Buffer.concat([cipher.update(phone, "utf8"), cipher.final()]);
  return [iv, cipher.getAuthTag(), sealed].map((part) => part.toString("base64url")).join(".");
}

export function decryptPhone(sealed: string): string {
  const [iv, tag, data] = sealed.split(".").map((part) => Buffer.from(part, "base64url"));
  if (!iv || !tag || !data) throw new Error("sealed phone number is malformed");
  const decipher = createDecipheriv("aes-256-gcm", derive("rating-phone-cipher"), iv);
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(data), decipher.final()]).toString("utf8");
}
