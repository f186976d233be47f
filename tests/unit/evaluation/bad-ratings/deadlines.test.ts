import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  appealDueOn, badRatingLimits, callBackDueOn, dueText, initialHandlingDays, openingDeadlines, readDue, rectifyDueOn, reminderHorizon, verifyDueOn,
} from "@/lib/evaluation/bad-ratings/deadlines";
import { HandlingDays } from "@/lib/evaluation/bad-ratings/handling-days";
import { builtInCalendar, isWorkingDay, workingDaysBetween } from "@/lib/workflow/calendar";
import { addDays } from "@/lib/workflow/iso-date";

const day = fc.integer({ min: 0, max: 730 }).map((n) => addDays("2026-01-01", n));
const limit = fc.integer({ min: 1, max: 60 });
const days = fc.record({ verify: limit, rectify: limit, complex: limit, callBack: limit, appeal: limit });

describe("差评办理的期限", () => {
  it("L-6-10 出厂 1/5/15 个工作日，各写明出处与把握", () => {
    expect(initialHandlingDays).toMatchObject({ verify: 1, rectify: 5, complex: 15 });
    for (const one of Object.values(badRatingLimits)) {
      expect(one.source).not.toBe("");
      expect(["VERIFIED", "LIKELY", "UNKNOWN"]).toContain(one.confidence);
    }
  });

  it("L-6-10 星期日收到的差评，星期一分派，五个工作日在星期五", () => {
    expect(openingDeadlines("2026-11-22", initialHandlingDays, builtInCalendar)).toEqual({ stageDueOn: "2026-11-23", rectifyDueOn: "2026-11-27" });
    expect(rectifyDueOn("2026-11-22", true, initialHandlingDays, builtInCalendar)).toBe("2026-12-11");
  });

  it("L-6-10 节前收到的跳过国庆长假与调休", () => {
    const due = rectifyDueOn("2026-09-30", false, initialHandlingDays, builtInCalendar);
    expect(isWorkingDay(due)).toBe(true);
    expect(due > "2026-10-07").toBe(true);
  });

  it("L-6-10 任何一天、任何期限：到期日是工作日、正好这么多个工作日之后，期限长的不早到", () => {
    fc.assert(
      fc.property(day, days, (from, set) => {
        const dues = { verify: verifyDueOn(from, set, builtInCalendar), rectify: rectifyDueOn(from, false, set, builtInCalendar), complex: rectifyDueOn(from, true, set, builtInCalendar), callBack: callBackDueOn(from, set, builtInCalendar), appeal: appealDueOn(from, set, builtInCalendar) };
        for (const key of ["verify", "rectify", "complex", "callBack", "appeal"] as const) {
          expect(isWorkingDay(dues[key])).toBe(true);
          expect(workingDaysBetween(from, dues[key])).toBe(set[key]);
        }
        expect(dues.complex >= dues.rectify).toBe(set.complex >= set.rectify);
      }),
    );
  });

  it("L-6-10 红黄绿：逾期才红，当天与前一两天黄；过一天不会由红变绿", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -30, max: 30 }), (due, shift) => {
        const today = addDays(due, shift);
        const reading = readDue(due, today, builtInCalendar);
        expect(reading.overdue).toBe(today > due);
        expect(reading.light === "red").toBe(today > due);
        if (today === due) expect(reading).toMatchObject({ left: 0, light: "amber" });
        expect(readDue(due, addDays(today, 1), builtInCalendar).left <= reading.left).toBe(true);
      }),
    );
    expect(dueText(readDue("2026-11-20", "2026-11-22", builtInCalendar))).toBe("逾期 1 个工作日");
    expect(dueText(readDue("2026-11-20", "2026-11-24", builtInCalendar))).toBe("逾期 2 个工作日");
    expect(dueText(readDue("2026-11-24", "2026-11-24", builtInCalendar))).toBe("今日到期");
    expect(dueText(readDue("2026-11-27", "2026-11-24", builtInCalendar))).toBe("剩 3 个工作日");
  });

  it("L-6-10 星期五提醒下星期一到期的", () => {
    expect(reminderHorizon("2026-11-20", builtInCalendar)).toBe("2026-11-23");
  });

  it("L-6-10 管理员可以改：整数、至少一天，复杂的不短于一般的", () => {
    expect(HandlingDays.safeParse({ verify: "2", rectify: "7", complex: "15", callBack: "5", appeal: "5" }).data).toEqual({ verify: 2, rectify: 7, complex: 15, callBack: 5, appeal: 5 });
    for (const wrong of ["0", "61", "1.5", "1.", "1e1", "", "五"]) expect(HandlingDays.safeParse({ ...initialHandlingDays, verify: wrong }).success).toBe(false);
    expect(HandlingDays.safeParse({ ...initialHandlingDays, rectify: 20 }).error?.issues[0]?.path).toEqual(["complex"]);
  });
});
