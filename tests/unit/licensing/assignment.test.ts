import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distribute, mayTake, type Placeable, postOfState, type Taker } from "@/lib/licensing/assignment";

const one = (id: string, more: Partial<Placeable> = {}): Placeable => ({ id, state: "submitted", holderId: null, events: [], ...more });
const taker = (id: string, ...roles: string[]): Taker => ({ id, roles: roles.length > 0 ? roles : ["intake"] });

describe("指派给谁", () => {
  it("issue 5 须有办这个状态的岗位，不是现在的承办人；办结的没有岗位", () => {
    expect(mayTake(one("a"), taker("1"))).toBe(true);
    expect(mayTake(one("a"), taker("1", "examiner", "signer"))).toBe(false);
    expect(mayTake(one("a", { holderId: "1" }), taker("1"))).toBe(false);
    expect(postOfState("granted")).toBeUndefined();
    expect(mayTake(one("a", { state: "granted" }), taker("1", "intake", "examiner", "secondReviewer", "signer"))).toBe(false);
  });

  it("issue 5 决定十八：办过受理、审查、复审的不接签发，办过审查的不接复审；批准延长不算", () => {
    const after = (action: string) => [{ action, actorId: "1" }];
    for (const action of ["accept", "acceptConditionally", "passReview", "passSecondReview"]) expect(mayTake(one("a", { state: "awaitingSignature", events: after(action) }), taker("1", "signer")), action).toBe(false);
    expect(mayTake(one("a", { state: "secondReview", events: after("passReview") }), taker("1", "secondReviewer"))).toBe(false);
    expect(mayTake(one("a", { state: "secondReview", events: after("accept") }), taker("1", "secondReviewer"))).toBe(true);
    expect(mayTake(one("a", { state: "awaitingSignature", events: [{ action: "requestExtension", actorId: "1" }] }), taker("1", "signer"))).toBe(true);
    expect(mayTake(one("a", { state: "secondReview", events: after("passReview") }), taker("2", "secondReviewer"))).toBe(true);
  });

  it("issue 5 平均：人人都能接时各人相差不过一件，每件都有去处", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 7 }), (count, people) => {
        const takers = Array.from({ length: people }, (_, n) => taker(`p${n}`));
        const places = distribute(Array.from({ length: count }, (_, n) => one(`c${n}`)), takers);
        const shares = takers.map(({ id }) => [...places.values()].filter((given) => given === id).length);
        expect(places.size).toBe(count);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(count);
        expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("issue 5 选择少的先分；没有人能接的没有去处", () => {
    const places = distribute([one("a"), one("b", { state: "underReview" }), one("c", { state: "secondReview" })], [taker("1", "intake", "examiner"), taker("2")]);
    expect(Object.fromEntries(places)).toEqual({ a: "2", b: "1", c: undefined });
  });
});
