import "server-only";
import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise } from "@/lib/access/can";
import { Refusal } from "@/lib/access/refusal";
import { type Db, db, transaction } from "@/lib/data/client";
import { lockSettings } from "@/lib/data/settings";
import { badRatingLimits, type BadRatingLimit } from "@/lib/evaluation/bad-ratings/deadlines";
import { HandlingDays } from "@/lib/evaluation/bad-ratings/handling-days";
import { requireUnchanged, versionOf } from "@/lib/services/platform/seen-version";
import { getSetting, setSetting } from "@/lib/services/settings/settings";

/** 现行的办理期限；开差评的语句也用它。 */
export const handlingDays = (database?: Db): Promise<HandlingDays> => getSetting("badRatingDays", database);

export interface HandlingDaysField {
  key: BadRatingLimit;
  label: string;
  counted: string;
  days: number;
  shipped: number;
  source: string;
}

export interface HandlingDaysView {
  fields: HandlingDaysField[];
  /** 所见的内容；改的时候带回，据此认出别人先改过。 */
  version: string;
}

/** 设置页所见：现值、出厂值与出处；只给系统管理员。 */
export async function getHandlingDays(actor: Actor): Promise<HandlingDaysView> {
  authorise(actor, "settings.edit");
  const days = await handlingDays(db());
  const fields = (Object.keys(badRatingLimits) as BadRatingLimit[]).map((key) => {
    const { label, counted, value, source } = badRatingLimits[key];
    return { key, label, counted, days: days[key], shipped: value, source };
  });
  return { fields, version: versionOf(contentOf(days)) };
}

/** 页面交来的原样；逐项的提示由下面给出。 */
export const ChangeHandlingDaysInput = z.object({ version: z.string().max(60), days: z.record(z.string().max(20), z.string().max(20)) });

/** 按一个次序排好，存在库里的次序不影响版次。 */
const contentOf = (days: HandlingDays) => (Object.keys(badRatingLimits) as BadRatingLimit[]).map((key) => days[key]);

/**
 * 改办理期限：只影响以后起算的环节，已定的期限不动。
 * @returns 改后的版次，接着改的时候带回
 * @throws Refusal invalid 不是整数、太长太短；conflict 别人先改过
 */
export async function changeHandlingDays(actor: Actor, { version, days }: z.output<typeof ChangeHandlingDaysInput>): Promise<{ version: string }> {
  authorise(actor, "settings.edit");
  const parsed = HandlingDays.safeParse(days);
  if (!parsed.success) {
    const fields = Object.fromEntries(parsed.error.issues.toReversed().map(({ path, message }) => [String(path[0] ?? "verify"), message]));
    throw new Refusal("invalid", parsed.error.issues[0]?.message ?? "请填写各环节的期限", { fields });
  }
  await transaction(async (tx) => {
    await lockSettings(tx);
    requireUnchanged(version, contentOf(await handlingDays(tx)), "差评办理的期限");
    await setSetting(tx, actor, "badRatingDays", parsed.data);
  });
  return { version: versionOf(contentOf(parsed.data)) };
}
