import type { Db } from "@/lib/data/client";
import { takeNumber } from "@/lib/data/platform";

/** 序列的下一个号，须在事务中取；同一序列允许跳号，不允许重号。 */
export function nextNumber(tx: Db, key: string): Promise<number> {
  return takeNumber(tx, key);
}
