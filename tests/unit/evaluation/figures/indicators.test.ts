import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indicatorNote, indicatorText, indicatorWords } from "@/lib/evaluation/figures/indicator-words";
import { indicatorsOf, type LevelTally, mean, percent, percentage } from "@/lib/evaluation/figures/indicators";
import type { RatingLevel } from "@/lib/evaluation/options";

/** 一条原始评价：比率都能从它们直接数出来。 */
interface Raw {
  level: RatingLevel;
  channel: "todo" | "visit" | "matter";
  excluded: boolean;
  named: boolean;
  due: boolean;
  rectified: boolean;
  onTime: boolean;
  calledBack: boolean;
}

const raw: fc.Arbitrary<Raw> = fc.record({
  level: fc.constantFrom(1, 2, 3, 4, 5), channel: fc.constantFrom("todo", "visit", "matter"), excluded: fc.boolean(), named: fc.boolean(),
  due: fc.boolean(), rectified: fc.boolean(), onTime: fc.boolean(), calledBack: fc.boolean(),
});

/** 像合计表那样一行一行地并起来，再随意拆成几行。 */
function tallied(rows: readonly Raw[]): LevelTally[] {
  return rows.map((row) => {
    const counts = Number(!row.excluded && row.level <= 2);
    return {
      level: row.level, ratings: 1, excluded: Number(row.excluded), ofMatters: Number(row.channel !== "visit"), rectifyDue: counts * Number(row.due || row.rectified),
      rectified: counts * Number(row.rectified), onTime: counts * Number(row.rectified && row.onTime), named: counts * Number(row.named), calledBack: counts * Number(row.named && row.calledBack),
    };
  });
}

const merged = (tallies: readonly LevelTally[]): LevelTally[] =>
  ([1, 2, 3, 4, 5] as const).map((level) => {
    const own = tallies.filter((one) => one.level === level);
    const sum = (of: (one: LevelTally) => number): number => own.reduce((total, one) => total + of(one), 0);
    return {
      level, ratings: sum((o) => o.ratings), excluded: sum((o) => o.excluded), ofMatters: sum((o) => o.ofMatters), rectifyDue: sum((o) => o.rectifyDue),
      rectified: sum((o) => o.rectified), onTime: sum((o) => o.onTime), named: sum((o) => o.named), calledBack: sum((o) => o.calledBack),
    };
  });

describe("公示指标（L-6-10）", () => {
  it("L-6-10 与逐条数出来的一致，满意率两种口径都对", () => {
    fc.assert(
      fc.property(fc.array(raw, { maxLength: 60 }), fc.nat(80), fc.constantFrom(4 as const, 3 as const), (rows, finished, satisfiedFrom) => {
        const valid = rows.filter((row) => !row.excluded);
        const bad = valid.filter((row) => row.level <= 2);
        const named = bad.filter((row) => row.named);
        const found = indicatorsOf(merged(tallied(rows)), finished, satisfiedFrom);
        expect(found).toEqual(indicatorsOf(tallied(rows), finished, satisfiedFrom));
        expect(found).toEqual({
          received: rows.length, valid: valid.length, excluded: rows.length - valid.length,
          levels: [5, 4, 3, 2, 1].map((level) => ({ level, count: valid.filter((row) => row.level === level).length })),
          participation: { part: rows.filter((row) => row.channel !== "visit").length, whole: finished },
          good: { part: valid.filter((row) => row.level >= 3).length, whole: valid.length },
          satisfied: { part: valid.filter((row) => row.level >= satisfiedFrom).length, whole: valid.length },
          bad: { part: bad.length, whole: valid.length },
          average: { part: valid.reduce((sum, row) => sum + row.level, 0), whole: valid.length },
          rectified: { part: bad.filter((row) => row.rectified).length, whole: bad.length },
          onTime: { part: bad.filter((row) => row.rectified && row.onTime).length, whole: bad.filter((row) => row.due || row.rectified).length },
          calledBack: { part: named.filter((row) => row.calledBack).length, whole: named.length },
        });
        expect(found.good.part + found.bad.part).toBe(found.valid);
      }),
    );
  });

  it("L-6-10 没有可除的写「—」，不写 0，也不画成 0", () => {
    const none = indicatorsOf([], 0, 4);
    for (const { key } of indicatorWords(4)) expect(indicatorText(none, key)).toBe("—");
    expect([percent({ part: 0, whole: 0 }), mean({ part: 0, whole: 0 }), percentage({ part: 0, whole: 0 })]).toEqual(["—", "—", undefined]);
    expect([percent({ part: 0, whole: 3 }), percent({ part: 951, whole: 1486 }), mean({ part: 4259, whole: 934 })]).toEqual(["0.0%", "64.0%", "4.56"]);
  });

  it("L-6-10 名称与算法写明口径", () => {
    expect(indicatorWords(4).find(({ key }) => key === "satisfied")?.formula).toBe("满意及以上 / 有效评价");
    expect(indicatorWords(3).find(({ key }) => key === "satisfied")?.formula).toBe("基本满意及以上 / 有效评价");
    const one = indicatorsOf(tallied([{ level: 1, channel: "todo", excluded: false, named: false, due: true, rectified: false, onTime: false, calledBack: false }]), 2, 4);
    expect(indicatorNote(one, "participation")).toBe("1 / 2 件办结");
    expect(indicatorNote(one, "onTime")).toBe("0 / 1 条到期应整改");
    expect(indicatorNote(one, "calledBack")).toBe("没有留名的差评");
  });
});
