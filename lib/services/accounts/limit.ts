import "server-only";
import type { Actor } from "@/lib/access/actor";
import { Refusal } from "@/lib/access/refusal";
import { type Db, db } from "@/lib/data/client";
import { countUse, uncountUse } from "@/lib/data/rate-limits";

export interface Limit {
  /** 计数的名目，如 code:register。 */
  name: string;
  max: number;
  seconds: number;
  message: string;
}

/** 超过次数即拒绝；计数即刻落库，不随业务事务回滚。 */
export async function limit(rule: Limit, who: string): Promise<void> {
  const count = await countUse(db(), `${rule.name}:${who}`, rule.seconds);
  if (count > rule.max) throw new Refusal("tooMany", rule.message);
}

/** 这一次不算：成功的登录不占失败的次数。 */
export async function giveBack(tx: Db, rule: Limit, who: string): Promise<void> {
  await uncountUse(tx, `${rule.name}:${who}`);
}

/** 按谁计数：登录的按账号，公众按地址。 */
export function whoIs(actor: Actor): string {
  if (actor.kind === "public") return actor.address;
  return actor.kind === "system" ? actor.name : actor.accountId;
}
