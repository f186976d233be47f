import { hkdfSync, timingSafeEqual } from "node:crypto";

/** 用逗号隔开的几个旧密钥，近的在前。 */
const listed = (text: string | undefined): string[] => (text ?? "").split(",").map((one) => one.trim()).filter(Boolean);

/** 各种用途的密钥由 DATA_KEY 分别导出：一处泄露不及其余；密钥不进数据库。 */
export function deriveKey(purpose: string, key = process.env.DATA_KEY): Buffer {
  const known = derived.get(`${purpose} ${key}`);
  if (known) return known;
  if (!key || Buffer.from(key, "base64").length < 32) throw new Error("DATA_KEY must hold at least 32 bytes in base64");
  const made = Buffer.from(hkdfSync("sha256", Buffer.from(key, "base64"), "", purpose, 32));
  derived.set(`${purpose} ${key}`, made);
  return made;
}

/** 导出过的留着：每次评价要用两个。用途是写在程序里的几个词，不会越积越多。 */
const derived = new Map<string, Buffer>();

/** 读旧内容用的：现用的在前，DATA_KEY_FORMER 里的在后；写新内容只用第一个。 */
export const deriveKeys = (purpose: string): readonly [Buffer, ...Buffer[]] => [deriveKey(purpose), ...listed(process.env.DATA_KEY_FORMER).map((key) => deriveKey(purpose, key))];

/** 评价人手机号散列的密钥：给了 PHONE_HASH_KEY 就由它导出，DATA_KEY 换了它不跟着换，「五天一次」因此不断（ADR 0030）。 */
export const phoneHashKey = (): Buffer => deriveKey("rating-phone-hash", process.env.PHONE_HASH_KEY || process.env.DATA_KEY);

/** 签名是不是由这些密钥之一作的。 */
export const isSignedBy = (keys: readonly Buffer[], given: Buffer, sign: (key: Buffer) => Buffer): boolean =>
  keys.some((key) => {
    const wanted = sign(key);
    return wanted.length === given.length && timingSafeEqual(wanted, given);
  });

/**
 * 启动时核对：密钥都读得出；正在换 DATA_KEY 的，散列的密钥须另外写明。
 * @throws Error 缺了或写错了
 */
export function requireKeys(): void {
  deriveKeys("check");
  phoneHashKey();
  if (listed(process.env.DATA_KEY_FORMER).length > 0 && !process.env.PHONE_HASH_KEY) {
    throw new Error("给了 DATA_KEY_FORMER，也须给 PHONE_HASH_KEY（通常就是原来的 DATA_KEY），否则「五天一次」会断（PHONE_HASH_KEY is missing）");
  }
}
