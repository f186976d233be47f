import type { DeliveryState } from "@/lib/terms/documents";

/** 列表里的一份文书。 */
export interface DocumentRow {
  id: string;
  kindWord: string;
  number: string;
  caseId: string;
  caseNumber: string;
  enterprise: string;
  issuedOn: string;
  issuedBy: string;
  state: DeliveryState;
  stateWord: string;
  /** 怎样送达的，或者等了多久，一句话。 */
  delivery: string;
  /** 出具以来的日数；已送达的为 0。 */
  waitingDays: number;
  /** 此人可以登记它的送达。 */
  recordable: boolean;
}

/** 未送达满几日的可以单独列出。 */
export const waitingChoices = [3, 7, 15] as const;

/** 文书清单的条件，都在地址里。 */
export interface DocumentFilter {
  state: DeliveryState | "all";
  kind?: string;
  since?: string;
  until?: string;
  /** 出具满这些日。 */
  days?: number | undefined;
}

export interface DocumentPage {
  filter: DocumentFilter;
  rows: DocumentRow[];
  /** 本机构未送达的件数。 */
  waiting: number;
  /** 下一页的起点；没有为空。 */
  next?: string;
}
