import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarFor, isWorkingDay } from "@/lib/workflow/calendar";
import { readDateList } from "@/lib/workflow/holidays/date-list";
import { HolidayYearInput } from "@/lib/workflow/holidays/holiday-year";
import { addDays, isWeekend } from "@/lib/workflow/iso-date";

const input = (more: object = {}) => HolidayYearInput.safeParse({ year: 2027, source: "国办发明电〔2026〕9号", provisional: false, daysOff: ["2027-01-01"], makeUpWorkdays: ["2027-01-03"], ...more });
const messages = (more: object): string[] => input(more).error?.issues.map(({ message }) => message) ?? [];

describe("登记一年的节假日安排", () => {
  it("决定十七 依据必填，日子须在这一年，不能既放假又上班，调休上班的只能是周末", () => {
    expect(input().success).toBe(true);
    expect(messages({ source: " " })).toEqual(["请写明依据的通知"]);
    expect(messages({ daysOff: ["2026-12-31"] })).toEqual(["请只填 2027 年的日子，2026-12-31 不在其内"]);
    expect(messages({ daysOff: ["2027-02-30"] })).toContain("请填写日历上有的日子");
    expect(messages({ daysOff: ["2027-01-03"] })).toEqual(["请核对 2027-01-03，它不能既放假又上班"]);
    expect(messages({ makeUpWorkdays: ["2027-01-04"] })).toEqual(["请核对 2027-01-04，调休上班的只能是星期六或星期日"]);
  });

  it("决定十七 登记的年份取代随系统附带的：放假不上班，调休上班，其余照星期", () => {
    const offsets = fc.uniqueArray(fc.integer({ min: 0, max: 364 }), { maxLength: 20 });
    fc.assert(
      fc.property(offsets, offsets, fc.integer({ min: 0, max: 364 }), (off, work, probe) => {
        const day = (n: number): string => addDays("2027-01-01", n);
        const makeUpWorkdays = work.map(day).filter((one) => isWeekend(one));
        const daysOff = off.map(day).filter((one) => !makeUpWorkdays.includes(one));
        const year = HolidayYearInput.parse({ year: 2027, source: "通知", provisional: false, daysOff, makeUpWorkdays });
        const one = day(probe);
        const expected = makeUpWorkdays.includes(one) || (!daysOff.includes(one) && !isWeekend(one));
        expect(isWorkingDay(one, calendarFor([year]))).toBe(expected);
      }),
    );
  });
});

describe("粘贴日期清单", () => {
  it("决定十七 照通知的写法：月日、区间、括号里的星期、各种分隔", () => {
    expect(readDateList("1月1日（周五）至3日，2027-02-05~2027-02-07；5/1", 2027)).toEqual({
      dates: ["2027-01-01", "2027-01-02", "2027-01-03", "2027-02-05", "2027-02-06", "2027-02-07", "2027-05-01"], unread: [],
    });
    expect(readDateList("１月１日（周五）至３日，２０２７－０２－０５～２０２７－０２－０６；５／１", 2027)).toEqual({
      dates: ["2027-01-01", "2027-01-02", "2027-01-03", "2027-02-05", "2027-02-06", "2027-05-01"], unread: [],
    });
    expect(readDateList("9月30日至10月2日", 2027).dates).toEqual(["2027-09-30", "2027-10-01", "2027-10-02"]);
  });

  it("决定十七 认不出的说出来，不悄悄丢掉", () => {
    expect(readDateList("1月1日、春节、2月30日、3日至1日", 2027)).toEqual({ dates: ["2027-01-01"], unread: ["春节", "2月30日", "3日至1日"] });
  });
});
