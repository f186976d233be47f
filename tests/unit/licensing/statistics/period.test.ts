import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { workingDayCounts } from "@/lib/licensing/statistics/day-counts";
import { boundsOf, parseStatisticsPeriod, readStatisticsPeriod, recentMonths, statisticsPeriodChoices, statisticsPeriodWord } from "@/lib/licensing/statistics/period";
import { builtInCalendar, workingDaysBetween } from "@/lib/workflow/calendar";
import { addDays, daysBetween } from "@/lib/workflow/iso-date";
import { monthsOf } from "@/lib/workflow/period";

const today = "2026-11-22";

describe("办理统计的期间（issue 5 statistics）", () => {
  it("issue 5 没有问的、认不出的为近十二个月，连本月", () => {
    for (const period of [undefined, "", recentMonths, "去年", "2026-13"]) expect(parseStatisticsPeriod({ period }, today)).toEqual({ key: recentMonths, from: "2025-12", to: "2026-11" });
    expect(parseStatisticsPeriod({ period: "2026-Q3" }, today)).toEqual({ key: "2026-Q3", from: "2026-07", to: "2026-09" });
    expect(parseStatisticsPeriod({ period: "custom", from: "2026-05", to: "2026-02" }, today)).toEqual({ key: "custom", from: "2026-02", to: "2026-05" });
    expect(statisticsPeriodChoices(today)[0]?.options[0]).toEqual({ value: recentMonths, label: "近12个月" });
  });

  it("issue 5 选了自定义才看月份", () => {
    expect(readStatisticsPeriod({ period: "custom", from: "２０２６/2", to: "2026年5月" }, today)).toMatchObject({ period: { key: "custom", from: "2026-02", to: "2026-05" }, asked: { misread: {} } });
    expect(readStatisticsPeriod({ period: "custom", from: "abc" }, today).asked.misread).toHaveProperty("from");
    expect(readStatisticsPeriod({ period: "2026", from: "abc" }, today)).toEqual({ period: { key: "2026", from: "2026-01", to: "2026-12" }, asked: { read: {}, misread: {} } });
  });

  it("issue 5 期间的写法说成文字", () => {
    expect(["recent", "custom", "2026", "2026-Q3", "x"].map(statisticsPeriodWord)).toEqual(["近12个月", "自定义月份", "2026年", "2026年第三季度", "x"]);
  });

  it("issue 5 各月起于北京时间的零时，一月接着一月，末了是终点", () => {
    const period = parseStatisticsPeriod({}, today);
    const bounds = boundsOf(period).map((bound) => bound.toISOString());
    expect(bounds).toHaveLength(monthsOf(period).length + 1);
    expect([bounds[0], bounds.at(-1)]).toEqual(["2025-11-30T16:00:00.000Z", "2026-11-30T16:00:00.000Z"]);
  });

  it("issue 5 库里用的工作日累计：任两日之差就是其间的工作日", () => {
    const { since, counts } = workingDayCounts({ from: "2026-01", to: "2026-12" }, builtInCalendar);
    const upTo = (day: string): number => counts[daysBetween(since, day)] ?? Number.NaN;
    fc.assert(
      fc.property(fc.nat(counts.length - 1), fc.nat(60), (start, length) => {
        const [from, to] = [addDays(since, start), addDays(since, Math.min(counts.length - 1, start + length))];
        expect(upTo(to) - upTo(from)).toBe(workingDaysBetween(from, to, builtInCalendar));
      }),
    );
  });
});
