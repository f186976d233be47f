import { describe, expect, it } from "vitest";
import { availableActions, findTransition, type Transition } from "@/lib/workflow/transition";

type State = "open" | "checked" | "closed";
type Action = "check" | "close" | "reopen";
type Role = "clerk" | "head";

const table: readonly Transition<State, Action, Role>[] = [
  { action: "check", label: "核对", from: ["open"], to: "checked", roles: ["clerk"], needs: ["opinion"], tone: "primary" },
  { action: "close", label: "办结", from: ["checked"], to: "closed", roles: ["head"], notBy: ["check"], confirm: "确定吗？" },
  { action: "reopen", label: "重开", from: ["checked", "closed"], to: "open", roles: ["clerk", "head"] },
];
const doer = (accountId: string, ...roles: Role[]) => ({ accountId, roles });

describe("流程表", () => {
  it("只给出此状态下此角色能做的，带所需、口气与确认语", () => {
    expect(availableActions(table, { state: "open", history: [] }, doer("a", "clerk"))).toEqual([{ action: "check", label: "核对", needs: ["opinion"], tone: "primary" }]);
    expect(availableActions(table, { state: "open", history: [] }, doer("a", "head"))).toEqual([]);
    expect(availableActions(table, { state: "checked", history: [] }, doer("b", "head"))).toEqual([
      { action: "close", label: "办结", needs: [], tone: "plain", confirm: "确定吗？" }, { action: "reopen", label: "重开", needs: [], tone: "plain" },
    ]);
  });

  it("职责分离按账号：做过前一环节的人看得见按钮，也看得见不能做的理由", () => {
    const history = [{ action: "check" as const, actorId: "a" }, { action: "reopen" as const, actorId: null }];
    const [close] = availableActions(table, { state: "checked", history }, doer("a", "clerk", "head"));
    expect(close?.blockedBy).toContain("职责分离");
    expect(availableActions(table, { state: "checked", history }, doer("b", "head"))[0]?.blockedBy).toBeUndefined();
  });

  it("业务上的阻碍先说", () => {
    const facts = { state: "checked" as const, history: [], obstacles: { close: "有未解决的意见" } };
    expect(availableActions(table, facts, doer("b", "head"))[0]?.blockedBy).toBe("有未解决的意见");
  });

  it("查一格", () => {
    expect(findTransition(table, "checked", "reopen")?.to).toBe("open");
    expect(findTransition(table, "open", "close")).toBeUndefined();
  });
});
