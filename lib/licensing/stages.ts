import type { StaffRoleCode } from "@/lib/terms/roles";
import type { ApplicationStateCode } from "@/lib/terms/states";
import type { OptionMap } from "@/lib/terms/option-map";
import { limits } from "./rule-sets/limits";

/** 内网办理的一个环节：谁办、办哪些状态的案件；键也是地址。 */
export interface Stage {
  label: string;
  role: StaffRoleCode;
  states: readonly ApplicationStateCode[];
  /** 列表脚注：这一环节的时限。 */
  note: string;
}

export const stages = {
  intake: { label: "形审", role: "intake", states: ["submitted", "correction"], note: `形审时限为${limits.intake.value}个工作日，逾期视为受理` },
  review: { label: "审查", role: "examiner", states: ["accepted", "underReview"], note: "按受理时承诺的办结期限计" },
  "second-review": { label: "复审", role: "secondReviewer", states: ["secondReview"], note: "按受理时承诺的办结期限计" },
  signature: { label: "签发", role: "signer", states: ["awaitingSignature"], note: "按受理时承诺的办结期限计" },
} as const satisfies Record<string, Stage>;

export type StageCode = keyof typeof stages;

export const stageCodes = Object.keys(stages) as StageCode[];

/** 办案的岗位，照环节的先后。 */
export const reviewPosts: readonly StaffRoleCode[] = stageCodes.map((code) => stages[code].role);

/** 列表的视图；“全部”连办结的在内，只在全部环节的列表里。 */
export const queueCuts = {
  running: "全部在办",
  mine: "我的",
  unclaimed: "未领取",
  correction: "待补正",
  dueSoon: "将到期",
  overdue: "已逾期",
  finished: "已办结",
  all: "全部",
} as const satisfies OptionMap;

export type QueueCut = keyof typeof queueCuts;

/** 某一环节有哪些视图：待补正只在形审。没有环节的是全部环节。 */
export function cutsOf(stage?: StageCode): QueueCut[] {
  const all = Object.keys(queueCuts) as QueueCut[];
  if (stage === undefined) return all;
  return all.filter((cut) => cut !== "all" && (cut !== "correction" || stage === "intake"));
}

/** 一个环节（或全部环节）在办的状态。 */
export function runningStatesOf(stage?: StageCode): readonly ApplicationStateCode[] {
  return stage === undefined ? stageCodes.flatMap((code) => [...stages[code].states]) : stages[stage].states;
}

/** 此人办哪些环节，按先后。 */
export function stagesOf(roles: readonly string[]): StageCode[] {
  return stageCodes.filter((code) => roles.includes(stages[code].role));
}

/** 案件现在在哪个环节；不在办的为空。 */
export function stageOfState(state: string): StageCode | undefined {
  return stageCodes.find((code) => (stages[code].states as readonly string[]).includes(state));
}
