import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indicatorNote, indicatorText } from "@/lib/evaluation/figures/indicator-words";
import { type Indicators, indicatorsOf, percentage } from "@/lib/evaluation/figures/indicators";
import { SMALLEST_GROUP } from "@/lib/evaluation/figures/publication";
import { type IndicatorGroup, publishedIndicators } from "@/lib/evaluation/figures/published-indicators";

interface Counts {
  good: number;
  bad: number;
  due: number;
  named: number;
  finished: number;
}

const rates = ["participation", "rectified", "onTime", "calledBack"] as const;
const zero: Counts = { good: 0, bad: 0, due: 0, named: 0, finished: 0 };
const add = (one: Counts, other: Counts): Counts => ({ good: one.good + other.good, bad: one.bad + other.bad, due: one.due + other.due, named: one.named + other.named, finished: one.finished + other.finished });

const indicators = ({ good, bad, due, named, finished }: Counts): Indicators =>
  indicatorsOf(
    [
      { level: 5, ratings: good, excluded: 0, ofMatters: good, rectifyDue: 0, rectified: 0, onTime: 0, named: 0, calledBack: 0 },
      { level: 1, ratings: bad, excluded: 0, ofMatters: bad, rectifyDue: due, rectified: due, onTime: due, named, calledBack: named },
    ],
    finished,
    4,
  );

interface Counted {
  key: string;
  counts: Counts;
  children: Counted[];
}

const parent = (key: string, children: Counted[]): Counted => ({ key, counts: children.reduce((sum, { counts }) => add(sum, counts), zero), children });
const grouped = ({ key, counts, children }: Counted): IndicatorGroup => ({ key, indicators: indicators(counts), children: children.map(grouped) });
const flat = (group: IndicatorGroup): IndicatorGroup[] => [group, ...group.children.flatMap(flat)];

const small = fc.oneof(fc.integer({ min: 0, max: 7 }), fc.nat(30));
const tree = fc
  .array(fc.array(fc.record({ good: small, bad: small, due: small, named: small, finished: small }), { maxLength: 6 }), { maxLength: 6 })
  .map((offices) => grouped(parent("all", offices.map((matters, o) => parent(`o${o}`, matters.map((counts, m) => ({ key: `o${o}/${m}`, counts, children: [] })))))));

describe("公示的比率（L-6-10）", () => {
  it("L-6-10 分母少于五的比率都不公示，分子分母也不在里面；写不公示，走势里空着", () => {
    const shown = publishedIndicators(grouped({ key: "all", counts: { good: 20, bad: 6, due: 4, named: 1, finished: 1 }, children: [] })).get("all");
    expect(rates.map((rate) => shown?.[rate])).toEqual([{ part: 0, whole: 0, withheld: true }, { part: 4, whole: 6 }, { part: 0, whole: 0, withheld: true }, { part: 0, whole: 0, withheld: true }]);
    if (!shown) throw new Error("not published");
    expect([indicatorText(shown, "participation"), indicatorText(shown, "calledBack"), indicatorText(shown, "satisfied")]).toEqual(["不公示", "不公示", "76.9%"]);
    expect(indicatorNote(shown, "calledBack")).not.toMatch(/\d \/ \d|没有/);
    expect(percentage(shown.participation)).toBeUndefined();
  });

  it("L-6-10 公示的没有一个分母少于五；从本级减去公示的下级，减不出少于五的，也减不出单独一组", () => {
    fc.assert(fc.property(tree, (root) => {
      const shown = publishedIndicators(root);
      for (const rate of rates) {
        const isOpen = ({ key }: IndicatorGroup): boolean => shown.has(key) && shown.get(key)?.[rate].withheld !== true;
        for (const group of flat(root).filter(isOpen)) {
          expect(shown.get(group.key)?.[rate].whole).toBeGreaterThanOrEqual(SMALLEST_GROUP);
          const hidden = group.children.filter((child) => !isOpen(child)).map((child) => child.indicators[rate].whole).filter((whole) => whole > 0);
          const rest = hidden.reduce((sum, whole) => sum + whole, 0);
          expect(rest === 0 || (rest >= SMALLEST_GROUP && hidden.length > 1)).toBe(true);
        }
        for (const group of flat(root).filter((one) => !isOpen(one))) for (const child of group.children) expect(isOpen(child)).toBe(false);
      }
    }), { numRuns: 300 });
  });

  it("L-6-10 各单位分母都够的，一个比率也不隐去", () => {
    const counts: Counts = { good: 20, bad: 6, due: 6, named: 6, finished: 30 };
    const shown = publishedIndicators(grouped(parent("all", ["o0", "o1"].map((key) => ({ key, counts, children: [] })))));
    expect([...shown].map(([key, one]) => [key, rates.some((rate) => one[rate].withheld)])).toEqual([["all", false], ["o0", false], ["o1", false]]);
  });
});
