import { Refusal } from "@/lib/access/refusal";
import type { Db } from "@/lib/data/client";
import { findIdempotentResponse, lockIdempotencyKey, storeIdempotentResponse } from "@/lib/data/platform";

/**
 * 重试不是第二次办理：同一键得到第一次的答复。须在事务中调用；
 * 并发的同键请求排队等第一个提交，失败（回滚）则由下一个真正执行。
 * 键与账号、动作、所办的那一件一并认定：拿到键也得不到别件的答复。
 * @throws Refusal conflict 键被别人、别的动作或别的一件用过
 */
export async function withIdempotency<T extends object>(
  tx: Db,
  { key, accountId, ...deed }: { key: string; accountId: string; action: string; subject: string },
  run: () => Promise<T>,
): Promise<T> {
  const action = `${deed.action} ${deed.subject}`;
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
