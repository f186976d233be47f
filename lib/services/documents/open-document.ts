import type { Actor, EnterpriseActor } from "@/lib/access/actor";
import { requireStaff } from "@/lib/access/can";
import { type Db, db, transaction } from "@/lib/data/client";
import { markMessageRead } from "@/lib/data/communication";
import { type DocumentRecord, markDocumentOpened, recordDelivery } from "@/lib/data/documents";
import { deliveryReceiptPdf } from "@/lib/integrations/pdf/delivery-receipt";
import { documentPdf } from "@/lib/integrations/pdf/official-document";
import { deliveryReceipt } from "@/lib/licensing/documents/delivery-receipt";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { atMost } from "@/lib/services/platform/at-most";
import { now } from "@/lib/services/platform/clock";
import { publicAddress } from "@/lib/services/platform/public-address";
import { shanghaiDate } from "@/lib/workflow/iso-date";
import { frozenContent, readableDocument } from "./readable-document";

/** 画一份要几十毫秒的处理器时间：一份一份地画，别的请求插得进来。 */
const drawing = atMost(1, 20);

export interface DocumentFile {
  name: string;
  bytes: Buffer;
}

/** 打开一份文书（PDF）：受送达的企业第一次打开即为电子送达；每次查看留下审计。 */
export async function openDocument(actor: Actor, documentId: string): Promise<DocumentFile> {
  const record = await readableDocument(db(), actor, documentId);
  const content = frozenContent(record);
  // 先画成再算送达：没有画成、没有送出去的不算看到
  const bytes = await drawing(() => documentPdf(content, { digest: record.digest, checkAt: publicAddress("/verify/documents") }));
  const received = actor.kind === "enterprise" && actor.enterpriseId === record.enterpriseId && (await transaction((tx) => receive(tx, actor, record)));
  if (!received) await recordAudit(db(), { actor, action: "document.open", subject: "IssuedDocument", subjectId: record.id, detail: { number: record.number } });
  return { name: `${content.title}_${record.number}.pdf`, bytes };
}

/** 第一次打开：记下何时何人，还没有送达的即为电子送达；同时来的只记一次。返回是不是第一次。 */
async function receive(tx: Db, actor: EnterpriseActor, { id, number, enterpriseId, messageId }: DocumentRecord): Promise<boolean> {
  const at = await now(tx);
  if (!(await markDocumentOpened(tx, id, actor, at))) return false;
  await recordDelivery(tx, id, { deliveryWay: "electronic", deliveredOn: shanghaiDate(at), deliveryReceiver: actor.name, deliveryRecordedAt: at });
  if (messageId) await markMessageRead(tx, enterpriseId, messageId);
  await recordAudit(tx, { actor, action: "document.receive", subject: "IssuedDocument", subjectId: id, detail: { number } });
  return true;
}

/** 一份文书的送达回证（PDF），内网用；没有送达的留空供签收。 */
export async function printDeliveryReceipt(actor: Actor, documentId: string): Promise<DocumentFile> {
  requireStaff(actor);
  const record = await readableDocument(db(), actor, documentId);
  const receipt = deliveryReceipt(frozenContent(record), record.digest, record);
  await recordAudit(db(), { actor, action: "document.receipt", subject: "IssuedDocument", subjectId: record.id, detail: { number: record.number } });
  return { name: `${receipt.title}_${record.number}.pdf`, bytes: await drawing(() => deliveryReceiptPdf(receipt)) };
}
