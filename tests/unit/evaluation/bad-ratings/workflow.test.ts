import { describe, expect, it } from "vitest";
import { faultsOf, handlingForms } from "@/lib/evaluation/bad-ratings/handling";
import { stepsOf, waitsFor, wordOfStep } from "@/lib/evaluation/bad-ratings/history";
import {
  actionsFor, badRatingActions, type BadRatingAction, type BadRatingFacts, type BadRatingRole, type BadRatingStanding, badRatingWorkflow, mayDecideAppeal, openStates, responsibleRole, tagsOf,
  waitsForDoer,
} from "@/lib/evaluation/bad-ratings/workflow";
import { type BadRatingState, badRatingStates, badRatingVerdicts, callBackOutcomes } from "@/lib/terms/bad-ratings";
import { codesOf } from "@/lib/terms/option-map";
import { findTransition } from "@/lib/workflow/transition";

const states = codesOf(badRatingStates);
const roles: readonly BadRatingRole[] = ["officer", "assignee"];

/** 核实结论 × 留名与否 × 回访结果 × 申诉的全部组合。 */
const situations: Omit<BadRatingStanding, "state">[] = [null, ...codesOf(badRatingVerdicts)].flatMap((verdict) =>
  [null, "王丽"].flatMap((raterName) =>
    [null, ...codesOf(callBackOutcomes)].flatMap((callBack) => ["none", "raised", "upheld", "excluded"].map((appeal) => ({ verdict, raterName, callBack, appeal }))),
  ),
);

/** 核实之后，承办人下一步能做的。 */
const afterVerdict: Record<string, BadRatingAction[]> = { reasonable: ["startRectifying"], unreasonable: ["answer"], mistaken: ["verify", "appeal"], malicious: ["verify", "appeal"] };

/** 回访之后，好差评管理员下一步能做的。 */
function afterCallBack({ verdict, callBack, appeal }: Pick<BadRatingStanding, "verdict" | "callBack" | "appeal">): BadRatingAction[] {
  const mendable = callBack === "unsatisfied" && verdict === "reasonable" && appeal !== "excluded";
  return [...(callBack === "unreachable" ? (["callBack"] as const) : []), ...(mendable ? (["sendBack"] as const) : []), "close"];
}

/** 一格一格写明：这样的差评，这个身份看得到什么。 */
function expected(state: BadRatingState, role: BadRatingRole, { verdict, raterName, callBack, appeal }: Omit<BadRatingStanding, "state">): BadRatingAction[] {
  const officer = role === "officer";
  switch (state) {
    case "new":
      return officer ? ["assign"] : [];
    case "assigned":
      return officer ? ["reassign"] : ["verify"];
    case "verified":
      return officer ? ["reassign"] : (afterVerdict[verdict ?? ""] ?? []);
    case "rectifying":
      return officer ? ["reassign"] : ["answer"];
    case "appealed":
      return officer ? ["upholdRating", "exclude"] : ["withdrawAppeal"];
    case "answered":
      return officer ? ["callBack", ...(raterName ? [] : (["close"] as const))] : [];
    case "calledBack":
      return officer ? afterCallBack({ verdict, callBack, appeal }) : [];
    default:
      return [];
  }
}

const facts = (standing: BadRatingStanding, more: Partial<BadRatingFacts> = {}): BadRatingFacts => ({ ...standing, history: [], caseHandlers: [], ...more });
const offered = (found: BadRatingFacts, role: BadRatingRole, accountId = "me") => actionsFor(found, { accountId, roles: [role] });

describe("差评办理的流程", () => {
  it("L-6-10 每个状态 × 每个动作 × 每个身份 × 每种情形都有答案，与表所写一致", () => {
    for (const state of states) {
      for (const role of roles) {
        for (const situation of situations) {
          const seen = offered(facts({ state, ...situation }), role).map(({ action }) => action).toSorted();
          expect([state, role, situation, seen]).toEqual([state, role, situation, expected(state, role, situation).toSorted()]);
        }
      }
      for (const situation of situations) expect(actionsFor(facts({ state, ...situation }), { accountId: "me", roles: [] })).toEqual([]);
    }
  });

  it("L-6-10 每个状态 × 每个动作至多一条线；到不了的状态没有，办结之后无路可走", () => {
    for (const situation of situations) {
      for (const state of states) {
        for (const action of badRatingActions) {
          const tags = tagsOf({ state, ...situation });
          const rows = badRatingWorkflow.filter((row) => row.action === action && row.from.includes(state) && (row.only?.some((tag) => tags.includes(tag)) ?? true));
          expect(rows.length).toBeLessThanOrEqual(1);
          expect(findTransition(badRatingWorkflow, state, action, tags)).toBe(rows[0]);
        }
      }
    }
    const reached = new Set<BadRatingState>(["new"]);
    for (let size = 0; size !== reached.size; ) {
      size = reached.size;
      for (const row of badRatingWorkflow) if (row.from.some((from) => reached.has(from))) reached.add(row.to);
    }
    expect(states.filter((state) => !reached.has(state))).toEqual([]);
    expect(badRatingWorkflow.filter((row) => row.from.includes("closed"))).toEqual([]);
    expect(openStates.toSorted()).toEqual(states.filter((state) => state !== "closed").toSorted());
    expect(badRatingActions.filter((action) => !badRatingWorkflow.some((row) => row.action === action))).toEqual([]);
  });

  it("L-6-10 留名的差评没有一条不经回访的办结之路", () => {
    const named: Omit<BadRatingStanding, "state">[] = situations.filter(({ raterName }) => raterName !== null);
    for (const situation of named) {
      const into = badRatingWorkflow.filter((row) => row.to === "closed" && (row.only?.some((tag) => tagsOf({ state: "answered", ...situation }).includes(tag)) ?? true));
      expect(into.flatMap(({ from }) => from)).toEqual(["calledBack"]);
    }
    expect(badRatingWorkflow.filter(({ to }) => to === "calledBack").every(({ action }) => action === "callBack")).toBe(true);
  });

  it("L-6-10 四眼：申诉的人、承办过的人、办过所评业务的人都不得复核，且说明为什么", () => {
    const appealed = { state: "appealed", verdict: "mistaken", appeal: "raised", callBack: null, raterName: null } as const;
    for (const action of ["verify", "startRectifying", "answer", "appeal"]) {
      const seen = offered(facts(appealed, { history: [{ action, actorId: "me" }] }), "officer");
      expect(seen.map(({ blockedBy }) => blockedBy)).toEqual([expect.stringContaining("职责分离"), expect.stringContaining("职责分离")]);
    }
    expect(offered(facts(appealed, { caseHandlers: ["me"] }), "officer").every(({ blockedBy }) => blockedBy?.includes("他人复核"))).toBe(true);
    // 分派的人不算办理；别人申诉、别人经手的不拦
    const others = facts(appealed, { history: [{ action: "assign", actorId: "me" }, { action: "appeal", actorId: "other" }, { action: "remind", actorId: null }], caseHandlers: ["other"] });
    expect(offered(others, "officer").map(({ blockedBy }) => blockedBy)).toEqual([undefined, undefined]);
  });

  it("L-6-10 申诉的人自己是唯一的好差评管理员：撤得回申诉，换个结论往下走；步骤不说等待他办理", () => {
    const appealed = facts({ state: "appealed", verdict: "mistaken", appeal: "raised", callBack: null, raterName: null }, { history: ["verify", "appeal"].map((action) => ({ action, actorId: "me" })) });
    const me = { accountId: "me", roles };
    expect(actionsFor(appealed, me).map(({ action, blockedBy }) => [action, blockedBy !== undefined])).toEqual([["withdrawAppeal", false], ["upholdRating", true], ["exclude", true]]);
    expect([mayDecideAppeal(appealed, "me"), mayDecideAppeal(appealed, "other")]).toEqual([false, true]);
    expect([waitsForDoer(appealed, me), waitsForDoer(appealed, { accountId: "other", roles: ["officer"] }), waitsForDoer(appealed, { accountId: "other", roles: [] })]).toEqual([false, true, false]);
    expect(offered(appealed, "assignee", "someone").find(({ action }) => action === "withdrawAppeal")?.blockedBy).toBe("申诉由提出的人撤回");
    const back = facts({ ...appealed, state: "verified", appeal: "none" }, { history: [...appealed.history, { action: "withdrawAppeal", actorId: "me" }] });
    expect(offered(back, "assignee").map(({ action, blockedBy }) => [action, blockedBy])).toEqual([["verify", undefined], ["appeal", undefined]]);
    expect(waitsFor({ state: "appealed" }, "周评价", null)).toBe("由办理人以外的好差评管理员办理");
  });

  it("L-6-10 回访不满意的，办结不是主要的按钮，须写理由；满意的照旧", () => {
    const calledBack = { state: "calledBack", verdict: "reasonable", appeal: "none", raterName: "王丽" } as const;
    const toneOf = (callBack: string) => Object.fromEntries(offered(facts({ ...calledBack, callBack }), "officer").map(({ action, tone }) => [action, tone]));
    expect(toneOf("unsatisfied")).toEqual({ sendBack: "primary", close: "plain" });
    expect(toneOf("satisfied")).toEqual({ close: "primary" });
    const needsOf = (callBack: string) => findTransition(badRatingWorkflow, "calledBack", "close", tagsOf({ ...calledBack, callBack }))?.needs;
    expect(faultsOf("close", { text: " " }, needsOf("unsatisfied"))).toEqual({ text: "评价人仍不满意，请写明办结的理由" });
    expect(faultsOf("close", { text: "" }, needsOf("satisfied"))).toEqual({});
  });

  it("L-6-10 每个动作都有表单；缺的逐项指出，齐了就办", () => {
    expect(Object.keys(handlingForms).toSorted()).toEqual([...badRatingActions].toSorted());
    expect(faultsOf("assign", { text: "" })).toEqual({ assigneeId: "请选择办理人" });
    expect(faultsOf("verify", { text: " ", verdict: "其他" })).toEqual({ verdict: "请选择核实结论", text: "请写明核实情况" });
    expect(faultsOf("callBack", { text: "打了两次没人接" })).toEqual({ outcome: "请选择回访结果" });
    expect(faultsOf("callBack", { text: "打了两次没人接", outcome: "unreachable" })).toEqual({});
    expect(faultsOf("close", { text: "" })).toEqual({});
  });

  it("L-6-10 经过里每一步都有中文名，时间线随状态走", () => {
    for (const row of badRatingWorkflow) for (const from of row.from) expect(wordOfStep(row.action, from)).toBe(row.label);
    expect([wordOfStep("remind", "new"), wordOfStep("lookUpPhone", "answered")]).toEqual(["已提醒", "查看电话"]);
    const told = { verdict: "mistaken", callBack: null, appeal: "raised", createdAt: new Date("2026-11-20T01:00:00Z") };
    for (const state of openStates) {
      const steps = stepsOf({ ...told, state }, [], responsibleRole[state] === "officer");
      expect(steps.filter((step) => step.state === "now" || step.state === "yours")).toHaveLength(1);
      expect(steps.map(({ name }) => name)).toContain("申诉复核");
    }
  });
});
