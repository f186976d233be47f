import type { Actor } from "@/lib/access/actor";
import { authorise, requireEnterprise } from "@/lib/access/can";
import { notFound } from "@/lib/access/refusal";
import { findApplicationRecord } from "@/lib/data/applications";
import { db } from "@/lib/data/client";
import { listConfirmations } from "@/lib/data/party-confirmations";
import { summaryOf } from "@/lib/forms/summary";
import { getBusiness } from "@/lib/licensing/businesses";
import { partyView } from "@/lib/licensing/confirmations";
import type { ApplicationView } from "@/lib/licensing/views";
import { calendarOf } from "@/lib/services/platform/clock";
import type { ApplicationStateCode } from "@/lib/terms/states";
import { contextOf } from "./application-context";
import { viewOf } from "./application-view";
import { factsFor, submissionObstacle } from "./business-facts";
import { isUnchanged } from "./unchanged";

/**
 * 打开一份申请：页面、目录、资料审核都由它得出。
 * @throws Refusal notFound 没有，或属于别家
 */
export async function getApplication(actor: Actor, applicationId: string): Promise<ApplicationView> {
  const enterprise = requireEnterprise(actor);
  const record = await findApplicationRecord(applicationId);
  if (!record) throw notFound("这份申请");
  authorise(actor, "application.read", { enterpriseId: record.enterpriseId }, "这份申请");
  const [facts, obstacle] = await Promise.all([factsFor(record), submissionObstacle(record)]);
  const context = contextOf(record, facts);
  const business = getBusiness(record.business);
  const unchanged = record.state === ("correction" satisfies ApplicationStateCode) && (await isUnchanged(db(), record, summaryOf(business, context)));
  const view: ApplicationView = { ...viewOf(record, context, enterprise, await calendarOf(record.calendarRevision), obstacle), ...(unchanged ? { unchanged } : {}) };
  if (!business.partiesOf) return view;
  return { ...view, parties: record.round > 0 ? (await listConfirmations(db(), record.caseId)).map(partyView) : [] };
}
