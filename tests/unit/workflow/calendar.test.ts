import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addWorkingDays, builtInCalendar, calendarFor, isProvisional, isWorkingDay, shanghaiDate, workingDaysBetween } from "@/lib/workflow/calendar";
import { addDays, addMonths, addYears, daysBetween, formatChineseDate, isIsoDate, weekdayOf } from "@/lib/workflow/iso-date";

const day = fc.date({ min: new Date("2025-01-01"), max: new Date("2027-12-31"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));

describe("工作日历", () => {
  it.each([
    ["2026-11-20", true, "普通星期五"],
    ["2026-11-21", false, "星期六"],
    ["2026-11-22", false, "星期日"],
    ["2026-10-01", false, "国庆节"],
    ["2026-10-10", true, "国庆节调休上班的星期六"],
    ["2026-02-14", true, "春节调休上班的星期六"],
    ["2026-02-23", false, "春节假期的星期一"],
    ["2026-02-28", true, "春节后调休上班的星期六"],
    ["2026-09-20", true, "国庆节前调休上班的星期日"],
    ["2025-10-08", false, "2025 年国庆中秋假期最后一天"],
    ["2025-01-26", true, "2025 年春节前调休上班的星期日"],
    ["2027-02-05", false, "2027 年除夕（暂定）"],
    ["2027-09-15", false, "2027 年中秋节（暂定）"],
    ["2030-05-02", false, "没有年度通知的年份：劳动节第二天"],
    ["2030-05-03", true, "没有年度通知的年份：不猜调休"],
  ])("%s 是工作日：%s（%s）", (date, expected) => expect(isWorkingDay(date)).toBe(expected));

  it("没有公布放假通知的年份标为暂定，公布的不是", () => {
    expect([2025, 2026, 2027, 2031].map((year) => isProvisional(year))).toEqual([false, false, true, true]);
    expect(builtInCalendar.yearOf(2026).source).toContain("国务院办公厅");
  });

  it("管理员载入的通知代替暂定的年份", () => {
    const loaded = calendarFor([{ year: 2027, source: "通知", provisional: false, daysOff: ["2027-03-01"], makeUpWorkdays: ["2027-03-06"] }]);
    expect(isProvisional(2027, loaded)).toBe(false);
    expect(isWorkingDay("2027-03-01", loaded)).toBe(false);
    expect(isWorkingDay("2027-03-06", loaded)).toBe(true);
    expect(isWorkingDay("2027-02-05", loaded)).toBe(true);
    expect(isWorkingDay("2027-03-01")).toBe(true);
  });

  it.each([2025, 2026, 2027])("%i 年：假日与调休日都在本年，调休日都是周末，互不重复", (year) => {
    const { daysOff, makeUpWorkdays } = builtInCalendar.yearOf(year);
    for (const date of [...daysOff, ...makeUpWorkdays]) expect(isIsoDate(date) && date.startsWith(String(year)), date).toBe(true);
    for (const date of makeUpWorkdays) expect([0, 6], date).toContain(weekdayOf(date));
    expect(new Set([...daysOff, ...makeUpWorkdays]).size).toBe(daysOff.length + makeUpWorkdays.length);
  });

  it.each([
    ["2026-11-20", 1, "2026-11-23", "跨周末"],
    ["2026-09-30", 1, "2026-10-08", "跨国庆节"],
    ["2026-09-30", 3, "2026-10-10", "调休的星期六也算"],
    ["2026-02-13", 1, "2026-02-14", "春节前的星期六上班"],
    ["2026-02-13", 2, "2026-02-24", "跨春节"],
    ["2026-01-30", 1, "2026-02-02", "跨月"],
    ["2026-12-31", 1, "2027-01-04", "跨年"],
    ["2026-10-08", -1, "2026-09-30", "往回数"],
    ["2026-11-22", 0, "2026-11-22", "零日"],
  ])("%s 之后第 %i 个工作日是 %s（%s）", (from, n, expected) => expect(addWorkingDays(from, n)).toBe(expected));

  it("加减互逆：n 个工作日之后，其间恰有 n 个工作日", () => {
    fc.assert(fc.property(day, fc.integer({ min: 1, max: 60 }), (from, n) => {
      const to = addWorkingDays(from, n);
      expect(isWorkingDay(to)).toBe(true);
      expect(workingDaysBetween(from, to)).toBe(n);
      expect(workingDaysBetween(to, from)).toBe(-n);
    }));
  });

  it("与一天一天地数一样，登记过的年份、跨年、没有通知的年份都是；很远的期限也数得出", () => {
    const loaded = calendarFor([{ year: 2027, source: "通知", provisional: false, daysOff: ["2027-03-01", "2027-03-01", "2027-03-07"], makeUpWorkdays: ["2027-03-06", "2027-03-13"] }]);
    const far = fc.date({ min: new Date("2025-01-01"), max: new Date("2031-12-31"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
    fc.assert(fc.property(far, fc.nat({ max: 700 }), fc.constantFrom(builtInCalendar, loaded), (from, length, calendar) => {
      const oneByOne = Array.from({ length }, (_, index) => addDays(from, index + 1)).filter((date) => isWorkingDay(date, calendar)).length;
      expect(workingDaysBetween(from, addDays(from, length), calendar)).toBe(oneByOne);
    }));
    expect(workingDaysBetween("2026-11-23", "2126-11-23")).toBeGreaterThan(25_000);
  });

  it("工作日数可以分段相加", () => {
    fc.assert(fc.property(day, fc.nat({ max: 80 }), fc.nat({ max: 80 }), (from, first, second) => {
      const [middle, to] = [addDays(from, first), addDays(from, first + second)];
      expect(workingDaysBetween(from, middle) + workingDaysBetween(middle, to)).toBe(workingDaysBetween(from, to));
    }));
  });
});

describe("日期", () => {
  it("上海的日期与系统时区数据一致", () => {
    const reference = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" });
    fc.assert(fc.property(fc.date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }), (instant) => {
      expect(shanghaiDate(instant)).toBe(reference.format(instant));
    }));
    expect(shanghaiDate(new Date("2026-11-21T16:00:00Z"))).toBe("2026-11-22");
    expect(shanghaiDate(new Date("2026-11-21T15:59:59Z"))).toBe("2026-11-21");
  });

  it("月末与闰日不溢出", () => {
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2026-03-31", -1)).toBe("2026-02-28");
    expect(addMonths("2026-11-30", 3)).toBe("2027-02-28");
    expect(addYears("2024-02-29", 6)).toBe("2030-02-28");
    expect(addYears("2024-02-29", 4)).toBe("2028-02-29");
    expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
  });

  it("只认真实存在的日期，写成中文日期", () => {
    expect(["2026-02-29", "2026-13-01", "2026-1-1", "", "2026-11-22T00:00"].map(isIsoDate)).toEqual([false, false, false, false, false]);
    expect(isIsoDate("2028-02-29")).toBe(true);
    expect(formatChineseDate("2026-01-09")).toBe("2026年1月9日");
  });
});
