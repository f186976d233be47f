import type { Change } from "@/lib/forms/diff";
import type { SummarySection } from "@/lib/forms/summary";
import type { OptionMap } from "@/lib/terms/option-map";
import type { RemarkLevelCode } from "@/lib/terms/remarks";
import type { ApplicationStateCode } from "@/lib/terms/states";
import type { AvailableAction } from "@/lib/workflow/transition";
import type { LicenceInForceView, LiveCheck, PhraseView, TimeUsed } from "./case-views";
import type { FactChange } from "./changes";
import type { DueWords } from "./case-clock";
import type { PartyView } from "./confirmations";
import type { EffectWords } from "./effect-words";
import type { StageCode } from "./stages";
import type { LicensingAction } from "./workflow";

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
  /** 所指的行、项在这一轮里已经没有，意见仍留在它的页签上。 */
  gone?: boolean;
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

/** 经过的一条属于哪一类，供筛选。 */
export const historyKinds = {
  enterprise: "企业",
  office: "机构办理",
  claim: "领取与接办",
  system: "系统",
} as const satisfies OptionMap;

export type HistoryKind = keyof typeof historyKinds;

export interface HistoryEntry {
  id: string;
  at: string;
  word: string;
  who: string;
  kind: HistoryKind;
  /** 企业也看得到的话。 */
  note: string;
  /** 只给内网看的意见与理由。 */
  inner?: string;
  /** 提交的是第几轮。 */
  round?: number;
  /** 退回补正时发出的意见；再次退回的，带着上一次的答复。 */
  remarks?: { place: string; text: string; answer?: string | undefined }[];
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
  /** 正在看的是第几轮；不是最近一轮的，只读。 */
  shownRound: number;
  /** 那一轮何时提交。 */
  shownAt: string;
  sections: SummarySection[];
  /** 变更前 → 变更后：准予之后许可证、登记信息与人员怎样变；新申请为空。 */
  amendments: FactChange[];
  changes: Change[];
  /** 变化是与哪一轮相比；首轮为空。 */
  comparedRound?: number;
  checks: CheckView[];
  /** 此刻核查的：人员在别处的任职、限制期、未了的后续任务。 */
  live: LiveCheck[];
  remarks: ReviewRemark[];
  /** 现在能不能写新的意见。 */
  remarking: { allowed: boolean; reason: string };
  /** 分立、合并的另一方；别的业务没有。 */
  parties?: PartyView[];
  /** 准予之后（办结的：已经）各方的许可证与人员会怎样。 */
  effects?: EffectWords[];
  /** 此人现在可以签发的：发出什么证、改成什么样；不发证的没有。 */
  granting?: string;
  /** 容缺受理之前缺的材料；别的没有。 */
  deferred?: readonly string[];
  /** 写意见的人看得到的常用语。 */
  phrases: PhraseView[];
  /** 企业现在的许可证；没有的没有。 */
  licence?: LicenceInForceView;
  history: HistoryEntry[];
  timeUsed?: TimeUsed;
  /** 现在停着表：自哪天起、为什么；走着的没有。 */
  paused?: { since: string; why: string };
  /** 落在节假日安排还没有公布的年份里的期限。 */
  provisional?: readonly string[];
  actions: AvailableAction<LicensingAction>[];
  licenceNumber: string;
  /** 同一环节的下一件。 */
  nextId?: string;
}
