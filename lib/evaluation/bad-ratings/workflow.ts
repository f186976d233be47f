import type { BadRatingState, BadRatingVerdict } from "@/lib/terms/bad-ratings";
import { availableActions, type AvailableAction, type Transition } from "@/lib/workflow/transition";

export const badRatingActions = [
  "assign", "reassign", "verify", "startRectifying", "answer", "appeal", "withdrawAppeal", "upholdRating", "exclude", "callBack", "sendBack", "close",
] as const;

export type BadRatingAction = (typeof badRatingActions)[number];

/** officer：好差评管理员；assignee：承办的人，谁办理、谁负责。 */
export type BadRatingRole = "officer" | "assignee";

export type BadRatingTransition = Transition<BadRatingState, BadRatingAction, BadRatingRole>;

/** 判断动作所需的办理情况；由库里的一行得出。 */
export interface BadRatingStanding {
  state: BadRatingState;
  verdict: string | null;
  appeal: string;
  callBack: string | null;
  raterName: string | null;
}

type Tag = BadRatingVerdict | "named" | "unnamed" | "recall" | "mendable" | "unsatisfied" | "settled";

/** 一件差评在流程表里的标记：核实结论、是否留名、回访还要不要再做、评价人是不是仍不满意。 */
export function tagsOf({ verdict, appeal, callBack, raterName }: BadRatingStanding): readonly string[] {
  const mendable = callBack === "unsatisfied" && verdict === "reasonable" && appeal !== "excluded";
  return [
    ...(verdict ? [verdict] : []),
    raterName ? "named" : "unnamed",
    ...(callBack === "unreachable" ? ["recall"] : []),
    ...(mendable ? ["mendable"] : []),
    callBack === "unsatisfied" ? "unsatisfied" : "settled",
  ];
}

const only = (...tags: readonly Tag[]): readonly Tag[] => tags;
const OFFICER: readonly BadRatingRole[] = ["officer"];
const ASSIGNEE: readonly BadRatingRole[] = ["assignee"];

/** 办理过这件差评的人不得复核申诉。 */
const BEFORE_DECIDING: readonly BadRatingAction[] = ["verify", "startRectifying", "answer", "appeal"];

const EXCLUDING = "排除后这条评价不计入统计，答复告知评价人；手机号的五天限制不因此放开。确定排除吗？";

/**
 * 差评办理的流程表。依据：GB/T 39734-2020 第九章与地方规定：谁办理、谁负责；合理的限期整改，不合理的说明；
 * 误评、恶意的申诉复核后排除；留名的差评全部回访。角色与职责分离见 ADR。
 */
export const badRatingWorkflow: readonly BadRatingTransition[] = [
  { action: "assign", label: "分派", from: ["new"], to: "assigned", roles: OFFICER, tone: "primary" },
  { action: "reassign", label: "改派", from: ["assigned"], to: "assigned", roles: OFFICER, needs: ["reason"] },
  { action: "reassign", label: "改派", from: ["verified"], to: "verified", roles: OFFICER, needs: ["reason"] },
  { action: "reassign", label: "改派", from: ["rectifying"], to: "rectifying", roles: OFFICER, needs: ["reason"] },
  { action: "verify", label: "核实", from: ["assigned"], to: "verified", roles: ASSIGNEE, needs: ["opinion"], tone: "primary" },
  // 撤回了申诉的换个结论，才有路往下走
  { action: "verify", label: "重新核实", from: ["verified"], to: "verified", roles: ASSIGNEE, needs: ["opinion"], only: only("mistaken", "malicious") },
  { action: "startRectifying", label: "开始整改", from: ["verified"], to: "rectifying", roles: ASSIGNEE, needs: ["opinion"], tone: "primary", only: only("reasonable") },
  { action: "answer", label: "整改完成，答复", from: ["rectifying"], to: "answered", roles: ASSIGNEE, needs: ["opinion"], tone: "primary" },
  { action: "answer", label: "说明并答复", from: ["verified"], to: "answered", roles: ASSIGNEE, needs: ["opinion"], tone: "primary", only: only("unreasonable") },
  { action: "appeal", label: "提出申诉", from: ["verified"], to: "appealed", roles: ASSIGNEE, needs: ["reason"], tone: "primary", only: only("mistaken", "malicious") },
  { action: "withdrawAppeal", label: "撤回申诉", from: ["appealed"], to: "verified", roles: ASSIGNEE, needs: ["reason"] },
  { action: "upholdRating", label: "申诉不成立", from: ["appealed"], to: "verified", roles: OFFICER, needs: ["reason"], notBy: BEFORE_DECIDING },
  { action: "exclude", label: "排除这条评价", from: ["appealed"], to: "answered", roles: OFFICER, needs: ["reason"], notBy: BEFORE_DECIDING, tone: "danger", confirm: EXCLUDING },
  { action: "callBack", label: "登记回访", from: ["answered"], to: "calledBack", roles: OFFICER, needs: ["opinion"], tone: "primary" },
  { action: "callBack", label: "再次回访", from: ["calledBack"], to: "calledBack", roles: OFFICER, needs: ["opinion"], only: only("recall") },
  { action: "sendBack", label: "退回重新整改", from: ["calledBack"], to: "rectifying", roles: OFFICER, needs: ["reason"], tone: "primary", only: only("mendable") },
  { action: "close", label: "办结", from: ["answered"], to: "closed", roles: OFFICER, only: only("unnamed") },
  { action: "close", label: "办结", from: ["calledBack"], to: "closed", roles: OFFICER, tone: "primary", only: only("settled") },
  { action: "close", label: "办结", from: ["calledBack"], to: "closed", roles: OFFICER, needs: ["reason"], only: only("unsatisfied") },
];

export interface Doer {
  accountId: string;
  roles: readonly BadRatingRole[];
}

export interface BadRatingFacts extends BadRatingStanding {
  history: readonly { action: string; actorId: string | null }[];
  /** 所评的业务由谁办理过。 */
  caseHandlers: readonly string[];
}

const isAction = (action: string): action is BadRatingAction => (badRatingActions as readonly string[]).includes(action);

/** 此人在这件差评上看得到的动作；四眼原则由流程表与所评业务的经手人共同判断。 */
export function actionsFor(facts: BadRatingFacts, doer: Doer): AvailableAction<BadRatingAction>[] {
  return availableActions(
    badRatingWorkflow,
    {
      state: facts.state,
      tags: tagsOf(facts),
      history: facts.history.flatMap(({ action, actorId }) => (isAction(action) ? [{ action, actorId }] : [])),
      obstacles: obstaclesOf(facts, doer),
    },
    doer,
  );
}

function obstaclesOf({ caseHandlers, history }: BadRatingFacts, { accountId }: Doer): Partial<Record<BadRatingAction, string>> {
  const handled = "这件业务由您办理过，申诉须由他人复核";
  const raisedBy = history.findLast(({ action }) => action === "appeal")?.actorId;
  return {
    ...(caseHandlers.includes(accountId) ? { upholdRating: handled, exclude: handled } : {}),
    ...(raisedBy === accountId ? {} : { withdrawAppeal: "申诉由提出的人撤回" }),
  };
}

/** 这位好差评管理员复核得了这件申诉。 */
export const mayDecideAppeal = (facts: BadRatingFacts, accountId: string): boolean =>
  actionsFor({ ...facts, state: "appealed" }, { accountId, roles: OFFICER }).some(({ action, blockedBy }) => action === "exclude" && !blockedBy);

/** 现在等的就是此人：由他的身份办，而且没有阻碍。 */
export function waitsForDoer(facts: BadRatingFacts, doer: Doer): boolean {
  const role = responsibleRole[facts.state];
  if (role === undefined || !doer.roles.includes(role)) return false;
  return actionsFor(facts, { ...doer, roles: [role] }).some(({ blockedBy }) => !blockedBy);
}

/** 现在由谁办。 */
export const responsibleRole: Readonly<Record<BadRatingState, BadRatingRole | undefined>> = {
  new: "officer", assigned: "assignee", verified: "assignee", rectifying: "assignee", appealed: "officer", answered: "officer", calledBack: "officer", closed: undefined,
};

/** 承办人手里的几个环节。 */
export const assigneeStates = (Object.keys(responsibleRole) as BadRatingState[]).filter((state) => responsibleRole[state] === "assignee");
export const officerStates = (Object.keys(responsibleRole) as BadRatingState[]).filter((state) => responsibleRole[state] === "officer");
export const openStates: readonly BadRatingState[] = [...assigneeStates, ...officerStates];
