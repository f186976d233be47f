import { formatChineseDate } from "@/lib/workflow/iso-date";
import type { DocumentContent } from "./content";

/** 没有别的通知带着文书送出时，送出文书的那条消息。 */
export function documentMessage({ title, number, caseNumber, office, issuedOn }: DocumentContent, caseId: string): { title: string; body: string; href: string } {
  return {
    title: `${title}已送出`,
    body: `${office}于${formatChineseDate(issuedOn)}就 ${caseNumber} 出具《${title}》（${number}），请打开查看；打开即视为收到。`,
    href: `/applications/${caseId}`,
  };
}
