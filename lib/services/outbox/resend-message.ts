import "server-only";
import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise } from "@/lib/access/can";
import { notFound, Refusal } from "@/lib/access/refusal";
import { transaction } from "@/lib/data/client";
import { findOutboxMessage, requeueFailed } from "@/lib/data/outbox";
import { maskMobile } from "@/lib/forms/identifiers";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { wordOf } from "@/lib/terms/option-map";
import { outboxStates } from "@/lib/terms/outbox";
import { deliverOutbox } from "./deliver-outbox";
import { isExpiring } from "./secret-templates";

export const ResendInput = z.object({ id: z.uuid() });

/**
 * 重发一条没发成的短信：放回待发，次数从头算。同时点两次只放回一次。
 * @throws Refusal notFound 没有；conflict 不是失败的，或验证码已失效
 */
export async function resendMessage(actor: Actor, { id }: z.output<typeof ResendInput>): Promise<void> {
  authorise(actor, "outbox.read");
  await transaction(async (tx) => {
    const message = await findOutboxMessage(tx, id);
    if (!message) throw notFound("这条短信");
    if (isExpiring(message.template)) throw new Refusal("conflict", "验证码已失效，请本人重新获取");
    if (!(await requeueFailed(tx, id))) throw new Refusal("conflict", `这条短信现为“${wordOf(outboxStates, (await findOutboxMessage(tx, id))?.state ?? "")}”，不用重发`);
    await recordAudit(tx, { actor, action: "outbox.resend", subject: "OutboxMessage", subjectId: id, detail: { template: message.template, recipient: maskMobile(message.recipient) } });
  });
  // 发送不影响答复：没发成的留在发件箱再试
  void deliverOutbox().catch(() => undefined);
}
