import "server-only";
import type { Actor } from "@/lib/access/actor";
import { authorise } from "@/lib/access/can";
import { notFound } from "@/lib/access/refusal";
import { db, transaction } from "@/lib/data/client";
import { findOutboxMessage, listOutbox } from "@/lib/data/outbox";
import { maskMobile } from "@/lib/forms/identifiers";
import { openSms } from "@/lib/integrations/sms";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { deliverOutbox } from "./deliver-outbox";

export interface OutboxRow {
  id: string;
  recipient: string;
  template: string;
  state: string;
  attempts: number;
  lastError: string | null;
  createdAt: string;
}

const SHOWN = 100;

/** 短信是否真的发到手机上；不是时页面须说明。 */
export const sendsExternally = (): boolean => openSms().external;

/** 发件箱列表，号码遮盖、不含正文；只给系统管理员。 */
export async function listOutboxMessages(actor: Actor): Promise<OutboxRow[]> {
  authorise(actor, "outbox.read");
  // 打开列表也把积压的送出去，状态才是最新的
  await deliverOutbox();
  const rows = await listOutbox(db(), SHOWN);
  return rows.map(({ id, recipient, template, state, attempts, lastError, createdAt }) => ({
    id, recipient: maskMobile(recipient), template, state, attempts, lastError, createdAt: createdAt.toISOString(),
  }));
}

/** 查看一条短信的正文与号码；每看一次留一条审计。 */
export async function readOutboxMessage(actor: Actor, id: string): Promise<{ recipient: string; body: string }> {
  authorise(actor, "outbox.read");
  return transaction(async (tx) => {
    const message = await findOutboxMessage(tx, id);
    if (!message) throw notFound("这条短信");
    await recordAudit(tx, { actor, action: "outbox.read", subject: "OutboxMessage", subjectId: id, detail: { template: message.template, recipient: maskMobile(message.recipient) } });
    return { recipient: message.recipient, body: message.body };
  });
}
