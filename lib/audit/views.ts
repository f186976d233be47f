import type { AuditFaultKind } from "@/lib/terms/audit";

/** 链首：第几环与它的散列，抄在别处，日后对得出链有没有被换过。 */
export interface ChainHead {
  seq: number;
  hash: string;
}

/** 列表里的一条审计。 */
export interface AuditRow {
  id: string;
  at: string;
  /** 谁。 */
  who: string;
  /** 企业、内网、公众、系统。 */
  side: string;
  action: string;
  subject: string;
  /** 对象的编号、名称或代码；认不出的是它的标识。 */
  about: string;
  address: string;
  /** 一行说清改了什么。 */
  summary: string;
}

/** 详情里的一行：改动有前有后，其余只有一个值。 */
export type AuditFact = { label: string; value: string } | { label: string; before: string; after: string };

export const isChange = (fact: AuditFact): fact is { label: string; before: string; after: string } => "before" in fact;

export interface AuditSealView {
  seq: number;
  sealedAt: string;
  entryHash: string;
  chainHash: string;
}

/** 一条审计的全部。 */
export interface AuditDetails extends Omit<AuditRow, "summary"> {
  facts: AuditFact[];
  /** 还没有封存的没有。 */
  seal?: AuditSealView;
}

/** 链现在多长，还有几条没有封存。 */
export interface ChainState {
  head?: ChainHead;
  sealedAt?: string;
  waiting: number;
}

export interface AuditFault {
  kind: AuditFaultKind;
  seq?: number;
  entryId?: string;
}

/** 校验的一步：有 next 的还没有完，从那一环接着校验。 */
export interface Verification {
  checked: number;
  head: ChainHead;
  waiting: number;
  next?: number;
  fault?: AuditFault;
}
