import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { atShare, endingTimesOf, outcomesOf, ranked, runningOf, timingOf, totalOf } from "@/lib/licensing/statistics/indicators";
import { finishedStates } from "@/lib/terms/states";

/** 一件作出了决定的案件；各项指标都能从它们直接数出来。 */
const decided = fc.record({
  month: fc.constantFrom("2026-10", "2026-11"), business: fc.constantFrom("renewal", "new-licence"), used: fc.nat(40), promisedLate: fc.boolean(), statutoryLate: fc.boolean(),
});

/** 像库里那样把相同的并成一行。 */
function grouped<T extends object>(rows: readonly T[]): (T & { count: number })[] {
  const found = new Map<string, T & { count: number }>();
  for (const row of rows) {
    const key = JSON.stringify(row);
    found.set(key, { ...row, count: (found.get(key)?.count ?? 0) + 1 });
  }
  return [...found.values()];
}

describe("办理统计的指标（issue 5 statistics）", () => {
  it("issue 5 用时对着承诺与法定期限：与逐件数出来的一致", () => {
    fc.assert(
      fc.property(fc.array(decided, { maxLength: 80 }), (rows) => {
        const { decided: count, promised, statutory, median, ninety, longest } = timingOf(grouped(rows));
        const days = rows.map(({ used }) => used).toSorted((a, b) => a - b);
        expect([count, promised, statutory]).toEqual([
          rows.length, { part: rows.filter((row) => !row.promisedLate).length, whole: rows.length }, { part: rows.filter((row) => !row.statutoryLate).length, whole: rows.length },
        ]);
        expect([median, ninety, longest]).toEqual([0.5, 0.9, 1].map((share) => days[Math.max(1, Math.ceil(share * days.length)) - 1]));
      }),
    );
  });

  it("issue 5 中位数：至少一半的案件不超过它，也至少一半不少于它", () => {
    fc.assert(
      fc.property(fc.array(decided, { minLength: 1, maxLength: 80 }), (rows) => {
        const median = atShare(grouped(rows), 0.5) ?? Number.NaN;
        expect(rows.filter(({ used }) => used <= median).length * 2).toBeGreaterThanOrEqual(rows.length);
        expect(rows.filter(({ used }) => used >= median).length * 2).toBeGreaterThanOrEqual(rows.length);
      }),
    );
    expect(atShare([], 0.5)).toBeUndefined();
    expect(atShare([{ used: 3, count: 9 }, { used: 20, count: 1 }], 0.9)).toBe(3);
    expect(atShare([{ used: 3, count: 8 }, { used: 20, count: 2 }], 0.9)).toBe(20);
  });

  it("issue 5 不予受理与终止的用时：各算各的，与逐件数出来的一致，没有案件的不列", () => {
    const ending = fc.record({ state: fc.constantFrom("notAccepted" as const, "terminated" as const), used: fc.nat(40) });
    fc.assert(
      fc.property(fc.array(ending, { maxLength: 60 }), (rows) => {
        const found = endingTimesOf(grouped(rows), ["notAccepted", "terminated"]);
        expect(found.map(({ state }) => state)).toEqual((["notAccepted", "terminated"] as const).filter((state) => rows.some((row) => row.state === state)));
        for (const { state, count, median, ninety, longest } of found) {
          const days = rows.filter((row) => row.state === state).map(({ used }) => used).toSorted((a, b) => a - b);
          expect([count, median, ninety, longest]).toEqual([days.length, ...[0.5, 0.9, 1].map((share) => days[Math.ceil(share * days.length) - 1])]);
        }
      }),
    );
  });

  it("issue 5 各种结果、各状态的件数与逐件数的一致，合计不多不少", () => {
    const finished = fc.record({ month: fc.constant("2026-11"), business: fc.constantFrom("renewal", "reissue"), state: fc.constantFrom(...finishedStates) });
    fc.assert(
      fc.property(fc.array(finished, { maxLength: 60 }), (rows) => {
        const counts = outcomesOf(grouped(rows));
        for (const state of finishedStates) expect(counts[state]).toBe(rows.filter((row) => row.state === state).length);
        expect(totalOf(counts)).toBe(rows.length);
      }),
    );
    const running = [{ business: "a", state: "submitted", count: 2, overdue: 0, unclaimed: 0 }, { business: "b", state: "submitted", count: 3, overdue: 1, unclaimed: 1 }];
    expect(runningOf(running, ["submitted", "accepted"])).toEqual([{ state: "submitted", count: 5 }, { state: "accepted", count: 0 }]);
  });

  it("issue 5 退回最多的在前，同一处合起来数，至多若干个", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ place: fc.constantFrom(..."abcdefgh"), count: fc.integer({ min: 1, max: 9 }) }), { maxLength: 40 }), fc.integer({ min: 1, max: 10 }), (rows, most) => {
        const named = ranked(rows, ({ place }) => place, most);
        expect(named.length).toBe(Math.min(most, new Set(rows.map(({ place }) => place)).size));
        for (const { key, count } of named) expect(count).toBe(rows.filter(({ place }) => place === key).reduce((sum, row) => sum + row.count, 0));
        expect(named.map(({ count }) => count)).toEqual(named.map(({ count }) => count).toSorted((a, b) => b - a));
      }),
    );
  });
});
