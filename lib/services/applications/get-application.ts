import type { Actor } from "@/lib/access/actor";
import { authorise, requireEnterprise } from "@/lib/access/can";
import { notFound } from "@/lib/access/refusal";
import { type ApplicationRecord, findApplicationRecord } from "@/lib/data/applications";
import { type Db, db } from "@/lib/data/client";
import type { ApplicationView } from "@/lib/licensing/views";
import { getSetting } from "@/lib/services/settings/settings";
import { contextOf } from "./application-context";
import { viewOf } from "./application-view";

/**
 * 打开一份申请：页面、目录、资料审核都由它得出。
 * @throws Refusal notFound 没有，或属于别家
 */
export async function getApplication(actor: Actor, applicationId: string): Promise<ApplicationView> {
  const enterprise = requireEnterprise(actor);
  const record = await findApplicationRecord(applicationId);
  if (!record) throw notFound("这份申请");
  authorise(actor, "application.read", { enterpriseId: record.enterpriseId }, "这份申请");
  return viewOf(record, contextOf(record, await ruleSetFor(record)), enterprise);
}

/** 已锁定条件标准的不必再读设置。事务里须传 tx：持有一条连接时绝不再要第二条。 */
export function ruleSetFor(record: Pick<ApplicationRecord, "ruleSetId">, database: Db = db()): Promise<string> {
  return record.ruleSetId ? Promise.resolve(record.ruleSetId) : getSetting("ruleSetId", database);
}
