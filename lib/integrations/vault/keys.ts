import { hkdfSync } from "node:crypto";

/** 各种用途的密钥由 DATA_KEY 分别导出：一处泄露不及其余；密钥不进数据库。 */
export function deriveKey(purpose: string): Buffer {
  const key = process.env.DATA_KEY;
  const known = derived.get(`${purpose} ${key}`);
  if (known) return known;
  if (!key || Buffer.from(key, "base64").length < 32) throw new Error("DATA_KEY must hold at least 32 bytes in base64");
  const made = Buffer.from(hkdfSync("sha256", Buffer.from(key, "base64"), "", purpose, 32));
  derived.set(`${purpose} ${key}`, made);
  return made;
}

/** 导出过的留着：每次评价要用两个。用途是写在程序里的几个词，不会越积越多。 */
const derived = new Map<string, Buffer>();
