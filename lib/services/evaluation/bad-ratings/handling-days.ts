import "server-only";
import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise } from "@/lib/access/can";
import { Refusal } from "@/lib/access/refusal";
import { type Db, db, transaction } from "@/lib/data/client";
import { lockSettings } from "@/lib/data/settings";
import { badRatingLimits, type BadRatingLimit } from "@/lib/evaluation/bad-ratings/deadlines";
import { HandlingDays } from "@/lib/evaluation/bad-ratings/handling-days";
import { getSetting, setSetting } from "@/lib/services/settings/settings";

/** 现行的办理期限；开差评的语句也用它。 */
export const handlingDays = (database?: Db): Promise<HandlingDays> => getSetting("badRatingDays", database);

export interface HandlingDaysView {
  key: BadRatingLimit;
  label: string;
  counted: string;
  days: number;
  shipped: number;
  source: string;
}

/** 设置页所见：现值、出厂值与出处；只给系统管理员。 */
export async function getHandlingDays(actor: Actor): Promise<HandlingDaysView[]> {
  authorise(actor, "settings.edit");
  const days = await handlingDays(db());
  return (Object.keys(badRatingLimits) as BadRatingLimit[]).map((key) => {
    const { label, counted, value, source } = badRatingLimits[key];
    return { key, label, counted, days: days[key], shipped: value, source };
  });
}

/** 页面交来的原样；逐项的提示由下面给出。 */
export const ChangeHandlingDaysInput = z.record(z.string().max(20), z.string().max(20));

/** 改办理期限：只影响以后起算的环节，已定的期限不动。 */
export async function changeHandlingDays(actor: Actor, input: unknown): Promise<void> {
  authorise(actor, "settings.edit");
  const parsed = HandlingDays.safeParse(input);
  if (!parsed.success) {
    const fields = Object.fromEntries(parsed.error.issues.toReversed().map(({ path, message }) => [String(path[0] ?? "verify"), message]));
    throw new Refusal("invalid", parsed.error.issues[0]?.message ?? "请填写各环节的期限", { fields });
  }
  await transaction(async (tx) => {
    await lockSettings(tx);
    await setSetting(tx, actor, "badRatingDays", parsed.data);
  });
}
