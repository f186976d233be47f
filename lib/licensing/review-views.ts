import type { Change } from "@/lib/forms/diff";
import type { SummarySection } from "@/lib/forms/summary";
import type { RemarkLevelCode } from "@/lib/terms/remarks";
import type { ApplicationStateCode } from "@/lib/terms/states";
import type { AvailableAction } from "@/lib/workflow/transition";
import type { FactChange } from "./changes";
import type { DueWords } from "./case-clock";
import type { PartyView } from "./confirmations";
import type { EffectWords } from "./effect-words";
import type { QueueCut, StageCode } from "./stages";
import type { LicensingAction } from "./workflow";

/** 工作列表的一行。 */
export interface QueueRow {
  id: string;
  number: string;
  enterprise: string;
  business: string;
  /** 容缺、自贸区、承诺制；一般程序为空串。 */
  mark: string;
  scopeText: string;
  submittedAt: string;
  due: DueWords;
  stateWord: string;
  /** 未领取为空串。 */
  holder: string;
  mine: boolean;
  finishedAt: string;
  /** 未领取，且此人的岗位办这一环节。 */
  claimable: boolean;
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
  stage: StageCode;
  cut: QueueCut;
  counts: QueueCount[];
  today: string;
}

/** 意见所指的地方：页签、行、字段、附件。 */
export interface RemarkPlace {
  sectionKey: string;
  rowId?: string;
  field?: string;
  slot?: string;
}

export interface ReviewRemark extends RemarkPlace {
  id: string;
  level: RemarkLevelCode;
  text: string;
  /** 如「技术负责人 › 职称证书编号」。 */
  place: string;
  round: number;
  author: string;
  /** draft 未发出；sent 已发给企业；answered 企业已答复；resolved 已解决。 */
  state: "draft" | "sent" | "answered" | "resolved";
  answer: string;
}

export interface CheckView {
  section: string;
  label: string;
  outcome: "met" | "unmet" | "warning";
  /** 需多少、现有多少。 */
  detail: string;
}

export interface HistoryEntry {
  id: string;
  at: string;
  word: string;
  who: string;
  note: string;
}

export interface CaseView {
  applicationId: string;
  number: string;
  enterprise: string;
  uscc: string;
  business: string;
  scopeText: string;
  procedure: string;
  ruleSet: string;
  state: ApplicationStateCode;
  stateWord: string;
  stage?: StageCode;
  revision: number;
  round: number;
  submittedAt: string;
  acceptedAt: string;
  due: DueWords;
  dueOn: string;
  promisedDueOn: string;
  statutoryDueOn: string;
  holder: string;
  mine: boolean;
  /** 此人的岗位办这一环节，可以领取或接办。 */
  claimable: boolean;
  sections: SummarySection[];
  /** 变更前 → 变更后：准予之后许可证、登记信息与人员怎样变；新申请为空。 */
  amendments: FactChange[];
  changes: Change[];
  /** 变化是与哪一轮相比；首轮为空。 */
  comparedRound?: number;
  checks: CheckView[];
  remarks: ReviewRemark[];
  /** 现在能不能写新的意见。 */
  remarking: { allowed: boolean; reason: string };
  /** 分立、合并的另一方；别的业务没有。 */
  parties?: PartyView[];
  /** 准予之后（办结的：已经）各方的许可证与人员会怎样。 */
  effects?: EffectWords[];
  /** 容缺受理之前缺的材料；别的没有。 */
  deferred?: readonly string[];
  history: HistoryEntry[];
  actions: AvailableAction<LicensingAction>[];
  licenceNumber: string;
  /** 同一环节的下一件。 */
  nextId?: string;
}
