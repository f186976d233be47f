import "server-only";
import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise } from "@/lib/access/can";
import { notFound } from "@/lib/access/refusal";
import { db, transaction } from "@/lib/data/client";
import { countOutboxTroubles, findOutboxMessage, listOutbox, type OutboxEntry } from "@/lib/data/outbox";
import { type FilterKind, isMisread, type Misreadings, readFilters } from "@/lib/forms/address-filters";
import { maskMobile } from "@/lib/forms/identifiers";
import { openSms } from "@/lib/integrations/sms";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { isCodeOf, wordOf } from "@/lib/terms/option-map";
import { outboxKinds, type OutboxRow, outboxStates } from "@/lib/terms/outbox";
import { deliverOutbox } from "./deliver-outbox";
import { isExpiring } from "./secret-templates";

export interface OutboxPage {
  rows: OutboxRow[];
  /** 等着发的与没发成的各几条。 */
  waiting: { pending: number; failed: number };
  next?: string;
  /** 认得出的后四位，没有写的为空串；认不出的在 misread，不列短信。 */
  tail: string;
  misread: Misreadings<"tail">;
}

const PAGE = 50;

/** 短信是否真的发到手机上；不是时页面须说明。 */
export const sendsExternally = (): boolean => openSms().external;

/** 全角、夹着空格的都认；地址栏里不写完整的号码。 */
const tailFilter: FilterKind = { tidy: (typed) => typed.replace(/\s/g, ""), judge: (text) => (/^\d{4}$/.test(text) ? undefined : "请输入收件手机的后四位数字，如 4005") };

/**
 * 发件箱的一页，新的在前，号码遮盖、不含正文；只给系统管理员。
 * tail 为收件手机的后四位：地址栏里不写完整的号码。
 */
export async function listOutboxMessages(actor: Actor, { state, tail, after }: { state?: string; tail?: string; after?: string } = {}): Promise<OutboxPage> {
  authorise(actor, "outbox.read");
  // 打开列表也把积压的送出去，状态才是最新的
  await deliverOutbox();
  const { read, misread } = readFilters({ tail }, { tail: tailFilter });
  const from = z.uuid().safeParse(after).data;
  const query = { ...(isCodeOf(outboxStates, state) ? { state } : {}), ...read, ...(from ? { after: from } : {}) };
  const [found, waiting] = [isMisread(misread) ? [] : await listOutbox(db(), query, PAGE + 1), await countOutboxTroubles(db())];
  const rows = found.slice(0, PAGE).map(rowOf);
  return { rows, waiting, tail: read.tail ?? "", misread, ...(found.length > PAGE ? { next: rows.at(-1)?.id } : {}) };
}

function rowOf({ id, recipient, template, state, attempts, resends, lastError, createdAt }: OutboxEntry): OutboxRow {
  const code = isCodeOf(outboxStates, state) ? state : "pending";
  return {
    id, attempts, resends, state: code, recipient: maskMobile(recipient), kindWord: wordOf(outboxKinds, template.split(".")[0] ?? template), lastError: lastError ?? "",
    createdAt: createdAt.toISOString(), resendable: code === "failed" && !isExpiring(template),
  };
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
