import type { OptionMap } from "@/lib/terms/option-map";
import type { FollowUpKind, FollowUpState, RevocationState } from "@/lib/terms/follow-ups";
import type { AvailableAction } from "@/lib/workflow/transition";
import { digestCuts } from "./digest-views";
import type { MissingMaterial, PromisedMaterials } from "./follow-ups";
import type { RevocationAction } from "./revocation";

/** 后续任务列表的视图。 */
export const followUpCuts = {
  running: "全部未了",
  today: digestCuts.today,
  next: digestCuts.next,
  dueSoon: "七日内到期",
  overdue: digestCuts.overdue,
  toConfirm: "待确认撤销",
  closed: "已了结",
} as const satisfies OptionMap;

export type FollowUpCut = keyof typeof followUpCuts;

/** 后续任务的一行。 */
export interface FollowUpRow {
  id: string;
  kind: FollowUpKind;
  kindWord: string;
  state: FollowUpState;
  stateWord: string;
  number: string;
  enterprise: string;
  business: string;
  mark: string;
  task: string;
  dueOn: string;
  /** 按工作日计的期限，落在节假日安排还没有公布的年份里。 */
  dueProvisional?: boolean;
  /** 还有几天、逾期几天；了结的为空。 */
  dueText: string;
  overdue: boolean;
  caseId: string;
  licenceId: string;
  licenceNumber: string;
}

/** 一种任务里未了、七日内到期、已逾期的件数。 */
export interface FollowUpCount {
  kind: FollowUpKind;
  running: number;
  today: number;
  next: number;
  dueSoon: number;
  overdue: number;
  toConfirm: number;
}

/** 一份容缺材料与补交的文件。 */
export interface DeferredMaterial extends MissingMaterial {
  files: { id: string; name: string; size?: number; mediaType?: string }[];
}

/** 企业与内网看到的同一件任务。 */
export interface FollowUpView extends FollowUpRow {
  applicationId: string;
  revision: number;
  daysLeft: number;
  materials: DeferredMaterial[];
  /** 承诺核查：以承诺书代替了哪些材料，承诺书是哪几份文件；只给内网。 */
  promise?: { materials: PromisedMaterials[]; letters: { id: string; name: string }[] };
  report: string;
  note: string;
  result: string;
  suppliedAt: string;
  suppliedBy: string;
  closedAt: string;
  /** 案件是别家申请的（分立、合并）：企业打不开那份申请，看确认页。 */
  ofParty: boolean;
  /** 限期整改因何而起。 */
  origin: "promise" | "conditions";
  /** 最近一次提出的撤销；只给内网。 */
  revocation?: RevocationView;
}

/** 提出的撤销与它的结果；看的人能做什么也在内。 */
export interface RevocationView {
  state: RevocationState;
  stateWord: string;
  reason: string;
  article: string;
  proposedBy: string;
  proposedAt: string;
  /** 听证告知书的送达，与可以要求听证的期限。 */
  hearing: string;
  decidedBy: string;
  decidedAt: string;
  note: string;
  actions: AvailableAction<RevocationAction>[];
}

/** 核对、核查、整改各有哪些结论。 */
export const verdicts = {
  met: "按时补齐",
  incomplete: "不齐",
  truthful: "属实",
  rectify: "不属实，限期整改",
  revoke: "拟撤销许可，送另一人确认",
  rectified: "整改完成",
  kept: "符合许可条件",
  lost: "仍不符合，限期整改",
} as const satisfies OptionMap;

export type Verdict = keyof typeof verdicts;

/** 一种任务可以记哪些结论。 */
export const verdictsOf: Readonly<Partial<Record<FollowUpKind, readonly Verdict[]>>> = {
  deferral: ["met", "incomplete"],
  verification: ["truthful", "rectify", "revoke"],
  rectification: ["rectified", "revoke"],
  conditions: ["kept", "lost"],
};

/** 撤销的依据常用的一条，按整改因何而起，可以另写。 */
export const revocationArticles = {
  promise: "《行政许可法》第六十九条第二款（以欺骗、贿赂等不正当手段取得行政许可）",
  conditions: "《承装（修、试）电力设施许可证管理办法》监督管理一章（整改后仍不符合许可条件）",
} as const;
