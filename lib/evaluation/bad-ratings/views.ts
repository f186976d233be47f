import type { BadRatingState } from "@/lib/terms/bad-ratings";
import type { OptionMap } from "@/lib/terms/option-map";
import type { AvailableAction } from "@/lib/workflow/transition";
import type { BadRatingAction } from "./workflow";

/** 差评办理列表的视图。 */
export const badRatingCuts = {
  dispatch: "待分派",
  handling: "办理中",
  callBack: "待回访",
  appeal: "申诉",
  dueSoon: "将到期",
  closed: "已办结",
  mine: "我的",
} as const satisfies OptionMap;

export type BadRatingCut = keyof typeof badRatingCuts;

/** 各视图看哪些状态；将到期与我的另按期限、承办人。 */
export const statesOfCut: Readonly<Record<Exclude<BadRatingCut, "dueSoon" | "mine">, readonly BadRatingState[]>> = {
  dispatch: ["new"],
  handling: ["assigned", "verified", "rectifying"],
  callBack: ["answered", "calledBack"],
  appeal: ["appealed"],
  closed: ["closed"],
};

/** 本环节期限的一句话与颜色；办结的为空。 */
export interface DueText {
  word: string;
  tone: "green" | "amber" | "red" | "none";
  note: string;
}

export interface BadRatingRow {
  id: string;
  number: string;
  matter: string;
  level: number;
  levelWord: string;
  channelWord: string;
  /** 勾选的与写的，一行。 */
  reason: string;
  rater: string;
  assignee: string;
  state: BadRatingState;
  stateWord: string;
  due: DueText;
  ratedAt: string;
  closedAt: string;
}

export interface BadRatingList {
  cut: BadRatingCut;
  rows: BadRatingRow[];
  counts: { cut: BadRatingCut; count?: number }[];
  next?: string;
}

/** 时间线的一步。 */
export interface BadRatingStep {
  name: string;
  note: string;
  state: "done" | "now" | "yours" | "next";
}

export interface BadRatingEntry {
  id: string;
  at: string;
  who: string;
  word: string;
  note: string;
}

export interface Assignable {
  id: string;
  name: string;
  posts: string;
  /** 办理过所评的业务：谁办理、谁负责。 */
  handled: boolean;
}

export interface BadRatingView extends BadRatingRow {
  revision: number;
  caseId: string;
  options: string[];
  comment: string;
  named: boolean;
  office: string;
  verdictWord: string;
  complex: boolean;
  rectifyDueOn: string;
  rectifiedText: string;
  answer: string;
  answeredAt: string;
  callBackWord: string;
  appealWord: string;
  appealReason: string;
  /** 申诉没有人可以复核时的一句；有人或谈不上申诉的为空。 */
  undecidable: string;
  steps: BadRatingStep[];
  /** 现在由谁办、到哪天。 */
  waitsFor: string;
  history: BadRatingEntry[];
  offers: AvailableAction<BadRatingAction>[];
  /** 可以分派给谁；不由此人分派的为空。 */
  assignable: Assignable[];
  /** 此刻可以为回访查看电话。 */
  mayLookUpPhone: boolean;
}
