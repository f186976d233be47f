import { Refusal } from "@/lib/access/refusal";
import type { Db } from "@/lib/data/client";
import { findIdempotentResponse, lockIdempotencyKey, storeIdempotentResponse } from "@/lib/data/platform";

/**
 * 重试不是第二次办理：同一键得到第一次的答复。须在事务中调用；
 * 并发的同键请求排队等第一个提交，失败（回滚）则由下一个真正执行。
 * @throws Refusal conflict 键被别人或别的动作用过
 */
export async function withIdempotency<T extends object>(
  tx: Db,
  { key, accountId, action }: { key: string; accountId: string; action: string },
  run: () => Promise<T>,
): Promise<T> {
  await lockIdempotencyKey(tx, key);
  const earlier = await findIdempotentResponse(tx, key);
  if (earlier) {
    if (earlier.accountId !== accountId || earlier.action !== action) throw new Refusal("conflict", "这次提交的凭据已被使用，请刷新页面后重试");
    return earlier.response as T;
  }
  const response = await run();
  // 经一次序列化：首次与重试的答复逐字相同
  const stored = JSON.parse(JSON.stringify(response)) as T;
  await storeIdempotentResponse(tx, { key, accountId, action, response: stored });
  return stored;
}
