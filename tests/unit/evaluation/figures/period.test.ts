import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { publishedQuarters } from "@/lib/evaluation/figures/period";
import { addMonthsTo, findPeriod, LONGEST_PERIOD, monthsOf, parsePeriod, periodChoices, periodWords, untilNow } from "@/lib/workflow/period";

const today = "2026-11-22";
const month = fc.tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${String(m).padStart(2, "0")}`);

describe("统计的期间（L-6-10）", () => {
  it("年、季、月的起讫与说法", () => {
    expect(findPeriod("2026")).toEqual({ key: "2026", from: "2026-01", to: "2026-12" });
    expect(findPeriod("2026-Q4")).toEqual({ key: "2026-Q4", from: "2026-10", to: "2026-12" });
    expect(findPeriod("2026-02")).toEqual({ key: "2026-02", from: "2026-02", to: "2026-02" });
    expect(["2026-13", "2026-Q5", "x", "", "1926"].map(findPeriod)).toEqual([undefined, undefined, undefined, undefined, undefined]);
    expect(["2026", "2026-Q3", "2026-11"].map((key) => periodWords(findPeriod(key) ?? { key, from: "", to: "" }))).toEqual(["2026年", "2026年第三季度", "2026年11月"]);
    expect(periodWords({ key: "custom", from: "2025-11", to: "2026-02" })).toBe("2025年11月至2026年2月");
    expect(periodWords({ key: "", from: "2026-01", to: "2026-11" })).toBe("2026年1月至11月");
  });

  it("地址栏里的不可信：认不出的当今年，倒置的换过来，过长的取后面", () => {
    expect(parsePeriod({ period: "'; DROP" }, today).key).toBe("2026");
    expect(parsePeriod({ period: "custom", from: "2026-05", to: "2026-02" }, today)).toEqual({ key: "custom", from: "2026-02", to: "2026-05" });
    expect(monthsOf(parsePeriod({ period: "custom", from: "2001-01", to: "2026-02" }, today))).toHaveLength(LONGEST_PERIOD);
    expect(parsePeriod({ period: "custom", from: "垃圾", to: "2026-99" }, today)).toEqual({ key: "custom", from: "2026-01", to: "2026-11" });
    fc.assert(fc.property(fc.string(), fc.string(), fc.string(), (period, from, to) => {
      const parsed = parsePeriod({ period, from, to }, today);
      return parsed.from <= parsed.to && monthsOf(parsed).length <= LONGEST_PERIOD;
    }));
  });

  it("尚未到来的月份不统计", () => {
    expect(untilNow({ key: "2026", from: "2026-01", to: "2026-12" }, today)).toEqual({ from: "2026-01", to: "2026-11" });
    expect(untilNow({ key: "2025", from: "2025-01", to: "2025-12" }, today)).toEqual({ from: "2025-01", to: "2025-12" });
  });

  it("月份的加减可逆，列出的月份首尾相接", () => {
    fc.assert(fc.property(month, fc.integer({ min: -200, max: 200 }), (one, count) => addMonthsTo(addMonthsTo(one, count), -count) === one));
    expect(monthsOf({ from: "2025-11", to: "2026-02" })).toEqual(["2025-11", "2025-12", "2026-01", "2026-02"]);
  });

  it("可选的期间都认得出", () => {
    for (const { value } of periodChoices(today).flatMap(({ options }) => options)) expect(parsePeriod({ period: value }, today).key).toBe(value);
  });

  it("公示的季度互不重叠，季度结束之后才有", () => {
    const quarters = publishedQuarters("2026-11-02", 4);
    expect(quarters.map(({ key }) => key)).toEqual(["2026-Q3", "2026-Q2", "2026-Q1", "2025-Q4"]);
    expect(publishedQuarters("2026-09-30", 1)[0]?.key).toBe("2026-Q2");
    expect(new Set(quarters.flatMap(monthsOf)).size).toBe(12);
  });
});
