import type { Actor, SystemActor } from "@/lib/access/actor";
import { forbidden } from "@/lib/access/refusal";

/** 定时任务以它的名义办事；经过与审计里写作“系统”。 */
export const systemActor: SystemActor = { kind: "system", name: "系统" };

/** 定时任务不由任何账号直接调用。 */
export function requireSystem(actor: Actor): SystemActor {
  if (actor.kind === "system") return actor;
  throw forbidden();
}
