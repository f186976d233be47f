import "server-only";
import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise } from "@/lib/access/can";
import { transaction } from "@/lib/data/client";
import type { SatisfiedFrom } from "@/lib/evaluation/figures/indicators";
import { getSetting, setSetting } from "@/lib/services/settings/settings";

/** 满意率现在的口径；只给系统管理员。 */
export async function getSatisfaction(actor: Actor): Promise<SatisfiedFrom> {
  authorise(actor, "settings.edit");
  return getSetting("satisfiedFrom");
}

export const ChooseSatisfactionInput = z.object({ satisfiedFrom: z.literal([4, 3], "请选择满意率的口径") });

/** 更换满意率的口径；统计、导出、公示随即按新的算。 */
export async function chooseSatisfaction(actor: Actor, { satisfiedFrom }: z.output<typeof ChooseSatisfactionInput>): Promise<void> {
  await transaction((tx) => setSetting(tx, actor, "satisfiedFrom", satisfiedFrom));
}
