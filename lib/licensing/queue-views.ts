import type { Misreadings } from "@/lib/forms/address-filters";
import type { DueWords } from "./case-clock";
import type { QueueDay, QueueQuery } from "./queue-query";
import type { QueueCut } from "./stages";

/** 工作列表的一行。 */
export interface QueueRow {
  id: string;
  number: string;
  enterprise: string;
  business: string;
  /** 容缺、自贸区、承诺制、入职、离职；都不是的没有。 */
  marks: readonly string[];
  scopeText: string;
  /** 申请所涉的许可证；没有的为空串。 */
  licenceNumber: string;
  submittedAt: string;
  due: DueWords;
  stateWord: string;
  /** 未领取为空串；外出的注明。 */
  holder: string;
  mine: boolean;
  finishedAt: string;
  /** 未领取，且此人的岗位办这一环节。 */
  claimable: boolean;
  /** 由别人承办，而此人的岗位办这一环节。 */
  takeable: boolean;
}

/** 一个视图与它的件数；数到上限为止，超过时 capped。 */
export interface QueueCount {
  cut: QueueCut;
  count: number;
  capped: boolean;
}

export interface QueuePage {
  rows: QueueRow[];
  /** 下一页的起点；没有下一页为空。 */
  next?: string;
}

export interface QueueView extends QueuePage {
  query: QueueQuery & { cut: QueueCut };
  /** 认不出的到期日：不列案件，请人改。 */
  misread: Misreadings<QueueDay>;
  counts: QueueCount[];
  today: string;
}

/** 筛选与指派时可选的一位同事。 */
export interface QueueColleague {
  id: string;
  name: string;
  /** 岗位的字。 */
  posts: string;
  /** 外出到哪一天；在岗为空串。 */
  awayUntil: string;
}

/** 保存下来的一个筛选。 */
export interface SavedQueueView {
  id: string;
  name: string;
  href: string;
}

/** 告诉此人：他的案件被接办、移交走，或指派给了他。 */
export interface HolderNoticeView {
  id: string;
  caseId: string;
  number: string;
  word: string;
  reason: string;
  at: string;
}

/** 人员与外出页上的一位。 */
export interface QueuePerson extends QueueColleague {
  held: number;
  own: boolean;
  absences: { id: string; fromOn: string; untilOn: string; note: string; now: boolean }[];
}
