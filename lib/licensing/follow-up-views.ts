import type { OptionMap } from "@/lib/terms/option-map";
import type { FollowUpKind, FollowUpState } from "@/lib/terms/follow-ups";
import type { MissingMaterial } from "./follow-ups";

/** 后续任务列表的视图。 */
export const followUpCuts = {
  running: "全部未了",
  dueSoon: "七日内到期",
  overdue: "已逾期",
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
  overdue: boolean;
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
  report: string;
  note: string;
  result: string;
  suppliedAt: string;
  suppliedBy: string;
  closedAt: string;
  licenceNumber: string;
}

/** 核对、核查、整改各有哪些结论。 */
export const verdicts = {
  met: "按时补齐",
  incomplete: "不齐",
  truthful: "属实",
  rectify: "不属实，限期整改",
  revoke: "不属实，撤销许可",
  rectified: "整改完成",
} as const satisfies OptionMap;

export type Verdict = keyof typeof verdicts;

/** 一种任务可以记哪些结论。 */
export const verdictsOf: Readonly<Partial<Record<FollowUpKind, readonly Verdict[]>>> = {
  deferral: ["met", "incomplete"],
  verification: ["truthful", "rectify", "revoke"],
  rectification: ["rectified", "revoke"],
};

/** 撤销的依据常用的一条，可以另写。 */
export const revocationArticle = "《行政许可法》第六十九条第二款（以欺骗、贿赂等不正当手段取得行政许可）";
