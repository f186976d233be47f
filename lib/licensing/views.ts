import type { SectionAnswers } from "@/lib/forms/answers";
import type { Issue } from "@/lib/forms/issue";
import type { Conflict } from "@/lib/forms/patch";
import type { SummarySection } from "@/lib/forms/summary";
import type { ProcedureCode } from "@/lib/terms/application";
import type { BusinessCode } from "@/lib/terms/businesses";
import type { RemarkLevelCode } from "@/lib/terms/remarks";
import type { ApplicationStateCode } from "@/lib/terms/states";
import type { AvailableAction } from "@/lib/workflow/transition";
import type { FactChange } from "./changes";
import type { PartyView } from "./confirmations";
import type { LicensingContext } from "./context";
import type { LicensingAction } from "./workflow";

/** 企业看得到的一条补正意见。 */
export interface RemarkView {
  id: string;
  section: string;
  row?: string;
  field?: string;
  slot?: string;
  place: string;
  level: RemarkLevelCode;
  text: string;
  sentAt: string;
  answer?: string;
}

/** 草稿的内容取自哪一件办结的申请。 */
export interface PrefillSource {
  number: string;
  /** 业务名称。 */
  label: string;
  /** 准予的日期。 */
  on: string;
  /** 沿用了的页签。 */
  sections: string[];
  /** 这些页签上要重新签字上传的材料，按页签。 */
  signedAnew: Readonly<Record<string, readonly string[]>>;
}

/** 填报页面所知的一份申请；时刻都是 ISO 文本。 */
export interface ApplicationView {
  applicationId: string;
  number: string;
  business: BusinessCode;
  label: string;
  state: ApplicationStateCode;
  stateWord: string;
  procedure: ProcedureCode;
  scopeText: string;
  round: number;
  officeName: string;
  createdAt: string;
  submittedAt?: string;
  stageDueOn?: string;
  remainingWorkingDays?: number;
  /** 到期那一年的节假日安排还没有公布。 */
  dueProvisional?: boolean;
  /** 待形审时排在第几位；201 表示两百以后。 */
  queuePlace?: number;
  context: LicensingContext;
  revisions: Record<string, number>;
  savedAt: Record<string, { at: string; by: string }>;
  openSections: string[] | "all" | "none";
  remarks: RemarkView[];
  /** 待补正而与上一次提交还没有任何不同：事先说清不能原样再交。 */
  unchanged?: boolean;
  actions: AvailableAction<LicensingAction>[];
  /** 须另一方确认的业务才有：被吸收方企业各答复了什么，提交之前为空。 */
  parties?: PartyView[];
  /** 容缺受理的才有：现在没有、受理之后要补的材料。 */
  deferred?: readonly string[];
  prefilledFrom?: PrefillSource;
}

/** 一次保存的结果：写入了什么、哪些因冲突或不可能对而没有写入。 */
export interface SaveOutcome {
  revision: number;
  conflicts: Conflict[];
  refused: Issue[];
  savedAt: string;
  answers: SectionAnswers;
}

export interface SubmitOutcome {
  number: string;
  round: number;
  submittedAt: string;
  queuePlace: number;
}

/** 申请列表的一行。 */
export interface ApplicationRow {
  applicationId: string;
  number: string;
  business: BusinessCode;
  label: string;
  state: ApplicationStateCode;
  stateWord: string;
  procedure?: ProcedureCode;
  /** 容缺受理、自贸区、承诺制；一般程序为空串。 */
  mark: string;
  scopeText: string;
  createdAt: string;
  updatedAt: string;
  updatedBy: string;
  submittedAt?: string;
  finishedAt?: string;
  stageDueOn?: string;
}

/** 经过里的一步。 */
export interface HistoryStep {
  id: string;
  action: string;
  label: string;
  to: ApplicationStateCode;
  toWord: string;
  actor: string;
  note?: string;
  at: string;
}

/** 一轮提交冻结的内容。 */
export interface SubmittedRound {
  round: number;
  submittedAt: string;
  summary: SummarySection[];
  /** 变更前 → 变更后；新申请为空。 */
  amendments: FactChange[];
}

export interface HistoryView {
  applicationId: string;
  number: string;
  label: string;
  steps: HistoryStep[];
  rounds: SubmittedRound[];
}

/** 首页菜单里的一个业务：能办，或者为什么现在不能办。 */
export interface BusinessOffer {
  business: BusinessCode;
  label: string;
  summary: string;
  /** 手册里的另一个叫法。 */
  formerLabel?: string;
  /** 不是填报的业务（业务办理终止）直接去的页面。 */
  href?: string;
  /** 有草稿或在办的，继续它。 */
  openApplicationId?: string;
  openStateWord?: string;
  unavailableBecause?: string;
  /** 可以改办的业务。 */
  instead?: BusinessCode;
}

/** 业务办理终止：可以终止的一件。 */
export interface TerminableRow {
  applicationId: string;
  number: string;
  label: string;
  stateWord: string;
}

/** 超过这个数就不再数，显示 200+。 */
export const QUEUE_CAP = 200;
