import { db } from "@/lib/data/client";

/** 听证告知书当面送达，on 是哪一天；登记送达的服务另有测试。 */
export async function deliverHearing(followUpId: string, on: string): Promise<void> {
  await db().issuedDocument.updateMany({ where: { followUpId, kind: "hearing", deliveredOn: null }, data: { deliveryWay: "direct", deliveredOn: on, deliveryReceiver: "王五", deliveryRecordedAt: new Date() } });
}
