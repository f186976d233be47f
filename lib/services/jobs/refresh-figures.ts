import "server-only";
import type { Actor } from "@/lib/access/actor";
import { markOverdueRectifications, refreshTallies } from "@/lib/data/evaluation-tallies";
import { requireSystem } from "./system-actor";

/** 有变动的月份重算一遍：公示与没有人看的机构也跟得上。返回重算的组数。 */
export async function refreshFigures(actor: Actor): Promise<number> {
  requireSystem(actor);
  return refreshTallies();
}

/** 整改期限昨天已过的，当天起算到期未整改。返回标出的组数。 */
export async function countOverdueRectifications(actor: Actor): Promise<number> {
  requireSystem(actor);
  return markOverdueRectifications();
}
