import { hkdfSync } from "node:crypto";

/** 各种用途的密钥由 DATA_KEY 分别导出：一处泄露不及其余；密钥不进数据库。 */
export function deriveKey(purpose: string): Buffer {
  const key = process.env.DATA_KEY;
  if (!key || Buffer.from(key, "base64").length < 32) throw new Error("DATA_KEY must hold at least 32 bytes in base64");
  return Buffer.from(hkdfSync("sha256", Buffer.from(key, "base64"), "", purpose, 32));
}
