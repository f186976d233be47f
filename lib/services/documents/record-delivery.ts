import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise, requireStaff } from "@/lib/access/can";
import { Refusal } from "@/lib/access/refusal";
import { transaction } from "@/lib/data/client";
import { recordDelivery } from "@/lib/data/documents";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { now } from "@/lib/services/platform/clock";
import { codesOf } from "@/lib/terms/option-map";
import { deliveryWays } from "@/lib/terms/documents";
import { isIsoDate, shanghaiDate } from "@/lib/workflow/iso-date";
import { readableDocument } from "./readable-document";

export const RecordDeliveryInput = z.object({
  documentId: z.uuid(),
  way: z.enum(codesOf(deliveryWays), { error: "请选择送达方式" }),
  on: z.string().refine(isIsoDate, "请填写送达日期"),
  receiver: z.string().trim().min(1, "请填写收件人").max(60, "收件人请不超过60字"),
  note: z.string().trim().max(300, "备注请不超过300字").default(""),
});
export type RecordDeliveryInput = z.output<typeof RecordDeliveryInput>;

/**
 * 登记送达：当面、邮寄，或以别的电子方式送达的。只记一次，记了不改。
 * @throws Refusal conflict 已经送达；invalid 送达日期早于出具或晚于今天
 */
export async function registerDelivery(actor: Actor, { documentId, way, on, receiver, note }: RecordDeliveryInput): Promise<void> {
  const staff = requireStaff(actor);
  await transaction(async (tx) => {
    const record = await readableDocument(tx, staff, documentId);
    authorise(staff, "document.deliver", { officeCode: record.officeCode }, "这份文书");
    const at = await now(tx);
    const fault = on < record.issuedOn ? "送达日期不能早于出具日期" : on > shanghaiDate(at) ? "送达日期不能晚于今天" : undefined;
    if (fault) throw new Refusal("invalid", fault, { fields: { on: fault } });
    const written = await recordDelivery(tx, record.id, {
      deliveryWay: way, deliveredOn: on, deliveryReceiver: receiver, ...(note ? { deliveryNote: note } : {}),
      deliveryRecordedById: staff.accountId, deliveryRecordedByName: staff.name, deliveryRecordedAt: at,
    });
    if (!written) throw new Refusal("conflict", "这份文书已经送达，不用再登记");
    await recordAudit(tx, { actor: staff, action: "document.deliver", subject: "IssuedDocument", subjectId: record.id, detail: { number: record.number, deliveryWay: way, deliveredOn: on } });
  });
}
