import type { EvaluationCodeKind, EvaluationCodeState } from "@/lib/terms/evaluation";

/** 码的列表的一行。 */
export interface CodeRow {
  id: string;
  serial: string;
  kind: EvaluationCodeKind;
  state: EvaluationCodeState;
  /** 一次一评的服务点，一事一评的申请编号。 */
  name: string;
  /** 一事一评：企业与业务。 */
  enterprise: string;
  business: string;
  ratings: number;
  expiresAt: string;
  createdAt: string;
  createdBy: string;
}

export interface CodeList {
  rows: CodeRow[];
  counts: { state: EvaluationCodeState; count: number }[];
  next?: string;
}

/** 一个码的页面；token 只在还能用时给。 */
export interface CodeView extends Omit<CodeRow, "ratings"> {
  officeName: string;
  token?: string;
  /** 二维码里的完整地址。 */
  address?: string;
  batch?: { id: string; count: number };
  revoked?: { at: string; by: string; reason: string };
}

/** 一件办结的申请，能不能生成一事一评码。 */
export interface FinishedCaseRow {
  id: string;
  number: string;
  enterprise: string;
  business: string;
  finishedAt: string;
  /** 已有的有效码。 */
  codeId?: string;
  /** 不能生成的原因；能生成时为空。 */
  closedBecause?: string;
}

export interface FinishedCasePage {
  rows: FinishedCaseRow[];
  page: number;
  more: boolean;
}

/** 一批生成的结果：新生成的、原来就有的。 */
export interface GeneratedCodes {
  batchId?: string;
  created: { id: string; servicePoint: string }[];
  existing: { id: string; servicePoint: string }[];
}
