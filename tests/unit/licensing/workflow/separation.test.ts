import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LicensingAction, licensingWorkflow, tagsOf } from "@/lib/licensing/workflow";
import { codesOf } from "@/lib/terms/option-map";
import { enterpriseRoles, staffRoles } from "@/lib/terms/roles";
import type { ApplicationStateCode } from "@/lib/terms/states";
import { type AvailableAction, availableActions, findTransition, targetOf } from "@/lib/workflow/transition";

/** 每个人什么岗位都有：分开的只能是人（decisions 18）。 */
const roles = [...codesOf(staffRoles), ...codesOf(enterpriseRoles)];

interface Step {
  action: LicensingAction;
  actorId: string;
}

/** 企业与系统结束案件的动作，走到那里就没有下文了。 */
const leaving: readonly LicensingAction[] = ["discard", "terminate", "refuseDeferral", "closeUnanswered"];
const full = tagsOf("full", "standard");
const path = fc.constantFrom(full, tagsOf("short", "standard"), tagsOf("full", "commitment"), tagsOf("full", "conditionalAcceptance"));

const after = (state: ApplicationStateCode, action: LicensingAction, tags: readonly string[]): ApplicationStateCode => {
  const row = findTransition(licensingWorkflow, state, action, tags);
  return row ? targetOf(row, state) : state;
};

/** 按掷出的数随机走：每一步取此人此刻能做的一个动作。 */
function walk(rolls: readonly { person: number; pick: number }[], tags: readonly string[]): Step[] {
  let state: ApplicationStateCode = "submitted";
  const history: Step[] = [];
  for (const { person, pick } of rolls) {
    const accountId = `person-${person}`;
    const offered: AvailableAction<LicensingAction>[] = availableActions(licensingWorkflow, { state, history, tags }, { accountId, roles }).filter(({ action, blockedBy }) => !blockedBy && !leaving.includes(action));
    const chosen = offered[pick % Math.max(1, offered.length)];
    if (!chosen) continue;
    history.push({ action: chosen.action, actorId: accountId });
    state = after(state, chosen.action, tags);
  }
  return history;
}

const doersOf = (history: readonly Step[], ...actions: LicensingAction[]): Set<string> =>
  new Set(history.filter(({ action }) => actions.includes(action)).map(({ actorId }) => actorId));

const share = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((one) => b.has(one));

const rolls = fc.array(fc.record({ person: fc.nat(4), pick: fc.nat(20) }), { minLength: 5, maxLength: 60 });

describe("职责分离（决定十八）", () => {
  it("L-6-04 怎么来回退，审查、复审、签发也是三个人，受理的不签发", () => {
    fc.assert(
      fc.property(rolls, path, (given, tags) => {
        const history = walk(given, tags);
        const [intake, review, second, sign] = [doersOf(history, "accept", "acceptConditionally"), doersOf(history, "passReview"), doersOf(history, "passSecondReview"), doersOf(history, "grant", "refuse")];
        expect(share(review, second), "审查与复审").toBe(false);
        expect(share(review, sign), "审查与签发").toBe(false);
        expect(share(second, sign), "复审与签发").toBe(false);
        expect(share(intake, sign), "受理与签发").toBe(false);
      }),
      { numRuns: 3_000 },
    );
  });

  it("L-6-04 人够时走得到底：分离不会把案件卡死", () => {
    const steps: Step[] = [];
    let state: ApplicationStateCode = "submitted";
    for (const [action, actorId] of [["accept", "a"], ["startReview", "b"], ["passReview", "b"], ["sendBackToReview", "c"], ["passReview", "b"], ["passSecondReview", "c"], ["sendBackToSecondReview", "d"], ["passSecondReview", "c"], ["grant", "d"]] as const) {
      const offered = availableActions(licensingWorkflow, { state, history: steps, tags: full }, { accountId: actorId, roles }).find((one) => one.action === action);
      expect([action, offered?.blockedBy]).toEqual([action, undefined]);
      steps.push({ action, actorId });
      state = after(state, action, full);
    }
    expect(state).toBe("granted");
  });
});
