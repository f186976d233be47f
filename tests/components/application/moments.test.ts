import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf, fullMomentOf, momentOf, recentDayOf, timeOf } from "@/components/application/moments";
import { weekdayWord } from "@/lib/workflow/iso-date";

const zoned = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat("zh-CN", { timeZone: "Asia/Shanghai", ...options });

describe("时刻的写法", () => {
  it("与系统的中文写法一致，都按北京时间", () => {
    const clock = zoned({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    const [day, fullDay, weekday] = [zoned({ month: "long", day: "numeric" }), zoned({ year: "numeric", month: "long", day: "numeric" }), zoned({ weekday: "long" })];
    fc.assert(fc.property(fc.date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }), (at) => {
      const iso = at.toISOString();
      expect([timeOf(iso), dayOf(iso), fullMomentOf(iso)]).toEqual([clock.format(at), day.format(at), `${fullDay.format(at)} ${clock.format(at)}`]);
      expect(weekdayWord(new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10))).toBe(weekday.format(at));
    }));
  });

  it("今年的不写年份；跨年按北京时间算", () => {
    const now = new Date("2026-12-31T15:59:00Z");
    expect([recentDayOf("2025-12-31T16:00:00Z", now), recentDayOf("2025-12-31T15:59:00Z", now)]).toEqual(["1月1日", "2025年12月31日"]);
    expect(momentOf("2026-11-22T16:05:00Z")).toBe("11月23日 00:05");
  });
});
