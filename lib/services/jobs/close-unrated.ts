import "server-only";
import type { Actor } from "@/lib/access/actor";
import { db } from "@/lib/data/client";
import { closeRatingTodos } from "@/lib/data/reminders";
import { today } from "@/lib/services/platform/clock";
import type { IsoDate } from "@/lib/workflow/iso-date";
import { requireSystem } from "./system-actor";

/** 过了最后一天还没有评的，关上好差评的待办：评价页那天起也说已截止。返回关了几条。 */
export async function closeUnrated(actor: Actor, on?: IsoDate): Promise<number> {
  requireSystem(actor);
  return closeRatingTodos(db(), on ?? (await today()));
}
