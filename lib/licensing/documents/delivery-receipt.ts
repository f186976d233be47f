import { deliveryWays } from "@/lib/terms/documents";
import { wordOf } from "@/lib/terms/option-map";
import { formatChineseDate, shanghaiMoment } from "@/lib/workflow/iso-date";
import type { DocumentContent } from "./content";

/** 送达的记录；没有送达的各项为空。 */
export interface DeliveryRecord {
  deliveryWay: string | null;
  deliveredOn: string | null;
  deliveryReceiver: string | null;
  deliveryNote: string | null;
  deliveryRecordedByName: string | null;
  openedAt: Date | null;
  openedByName: string | null;
}

/** 送达回证的内容。 */
export interface DeliveryReceipt {
  title: "送达回证";
  office: string;
  number: string;
  rows: readonly { label: string; value: string }[];
  note: string;
}

/** 一份文书的送达回证；还没有送达的留空，供直接送达时签收。 */
export function deliveryReceipt(content: DocumentContent, digest: string, record: DeliveryRecord): DeliveryReceipt {
  const { deliveryWay, deliveredOn } = record;
  return {
    title: "送达回证",
    office: content.office,
    number: content.number,
    rows: [
      { label: "送达文书", value: `《${content.title}》${content.number}` },
      { label: "受送达人", value: `${content.addressee.name}（${content.addressee.uscc}）` },
      { label: "申请编号", value: content.caseNumber },
      { label: "出具日期", value: formatChineseDate(content.issuedOn) },
      { label: "送达方式", value: deliveryWay ? wordOf(deliveryWays, deliveryWay) : "" },
      { label: "送达日期", value: deliveredOn ? formatChineseDate(deliveredOn) : "" },
      { label: "收件人", value: record.deliveryReceiver ?? "" },
      { label: "送达人", value: record.deliveryRecordedByName ?? (deliveredOn ? "系统（受送达人登录打开）" : "") },
      { label: "网上打开", value: record.openedAt ? `${shanghaiMoment(record.openedAt)} ${record.openedByName ?? ""}` : "没有打开" },
      { label: "备注", value: record.deliveryNote ?? "" },
      { label: "内容校验", value: `SHA-256 ${digest}` },
    ],
    note: deliveredOn ? "本回证由系统按送达记录生成。" : "尚未送达：直接送达的，由收件人签名或者盖章并写明收到日期，交回本机关登记。",
  };
}
