import "server-only";
import { hash, verify } from "@node-rs/argon2";

/** Argon2id（库的默认算法），OWASP 的起点参数：19 MiB、两遍。 */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Argon2id 散列；明文从不存库、不进日志。 */
export function hashPassword(password: string): Promise<string> {
  return hash(password, options);
}

/** 不存在的账号也照样算一遍，所花时间一样。 */
let decoy: Promise<string> | undefined;

/** 核对密码；没有这个账号（stored 为空）时花同样的时间再答「不对」。 */
export async function checkPassword(stored: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword("decoy");
  const matches = await verify(stored ?? (await decoy), password);
  return stored !== undefined && matches;
}
