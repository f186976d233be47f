import "server-only";
import type { Actor } from "@/lib/access/actor";
import { authorise } from "@/lib/access/can";
import { Refusal } from "@/lib/access/refusal";
import { type Db, db } from "@/lib/data/client";
import { findSettingRow, upsertSetting } from "@/lib/data/settings";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { type SettingKey, type SettingValue, settings } from "./definitions";

/** 一项设置的现值；没有设过的取默认值。事务内把 tx 传进来。 */
export async function getSetting<K extends SettingKey>(key: K, database: Db = db()): Promise<SettingValue<K>> {
  const row = await findSettingRow(database, key);
  return settingIn(key, row?.value);
}

/** 随别的内容一起读出的设置：没有或不合模式时取默认值。 */
export function settingIn<K extends SettingKey>(key: K, stored: unknown): SettingValue<K> {
  const parsed = settings[key].schema.safeParse(stored);
  return (parsed.success ? parsed.data : settings[key].initial) as SettingValue<K>;
}

/** 改一项设置并留下审计（原值与新值）；须为系统管理员。 */
export async function setSetting<K extends SettingKey>(tx: Db, actor: Actor, key: K, value: SettingValue<K>): Promise<void> {
  authorise(actor, "settings.edit");
  const parsed = settings[key].schema.safeParse(value);
  if (!parsed.success) throw new Refusal("invalid", parsed.error.issues[0]?.message ?? "设置的值不正确");
  const before = await getSetting(key, tx);
  await upsertSetting(tx, key, parsed.data, actor.kind === "staff" ? actor.accountId : null);
  await recordAudit(tx, { actor, action: "settings.change", subject: "Setting", subjectId: key, detail: { before, after: parsed.data } });
}
