import "server-only";
import type { Actor } from "@/lib/access/actor";
import { deliverOutbox } from "@/lib/services/outbox/deliver-outbox";
import { requireSystem } from "./system-actor";

/** 一次至多这么多批，别的留给下一分钟。 */
const MAX_ROUNDS = 200;

/** 把发件箱里到时候该发的都送出去；没发成的隔一阵再试，不在这里连着试。返回处理的条数。 */
export async function emptyOutbox(actor: Actor): Promise<number> {
  requireSystem(actor);
  let total = 0;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const count = await deliverOutbox();
    if (count === 0) break;
    total += count;
  }
  return total;
}
