import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clockAfter, dueWords, noClock, workingDaysLeft } from "@/lib/licensing/case-clock";
import { addWorkingDays, builtInCalendar, calendarFor, isWorkingDay, workingDaysBetween } from "@/lib/workflow/calendar";
import { addDays } from "@/lib/workflow/iso-date";

const day = fc.integer({ min: 0, max: 700 }).map((n) => addDays("2025-06-01", n));

describe("案件的期限", () => {
  it("L-6-04 提交后5个工作日答复；受理后承诺15、法定20个工作日", () => {
    expect(clockAfter("intake", noClock, "2026-11-20", 15, builtInCalendar)).toEqual({ ...noClock, stageDueOn: "2026-11-27" });
    expect(clockAfter("decision", noClock, "2026-11-20", 15, builtInCalendar)).toEqual({ ...noClock, stageDueOn: "2026-12-11", promisedDueOn: "2026-12-11", statutoryDueOn: "2026-12-18" });
  });

  it.each([
    ["2026-11-16", "intake", "2026-11-23", "受理五日，次日起算，跨周末"],
    ["2026-02-13", "intake", "2026-02-27", "跨春节，2月14日上班"],
    ["2026-12-28", "intake", "2027-01-05", "跨元旦"],
    ["2026-09-25", "decision", "2026-10-29", "中秋当天起，跨国庆与调休日"],
    ["2026-01-30", "decision", "2026-03-05", "跨月末"],
  ] as const)("L-6-02 %s 起 %s 的法定期限到 %s（%s）", (on, effect, due, _why) => {
    const clock = clockAfter(effect, noClock, on, 15, builtInCalendar);
    expect(effect === "intake" ? clock.stageDueOn : clock.statutoryDueOn).toBe(due);
  });

  it("L-6-04 补正停表，复表后形审重新起算；办结清空本环节期限", () => {
    const paused = clockAfter("pause", { ...noClock, stageDueOn: "2026-11-27" }, "2026-11-23", 15, builtInCalendar);
    expect(paused).toEqual({ ...noClock, stageDueOn: "2026-12-14", clockPausedOn: "2026-11-23" });
    expect(clockAfter("resume", paused, "2026-12-01", 15, builtInCalendar)).toEqual({ ...noClock, stageDueOn: "2026-12-08" });
    expect(clockAfter("stop", paused, "2026-12-01", 15, builtInCalendar)).toMatchObject({ stageDueOn: null, clockPausedOn: null });
  });

  it("L-6-04 受理后停表再复表，承诺与法定期限按停掉的工作日顺延", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 40 }), (accepted, away) => {
        const running = clockAfter("decision", noClock, accepted, 15, builtInCalendar);
        const back = addDays(accepted, away);
        const resumed = clockAfter("resume", clockAfter("pause", running, accepted, 15, builtInCalendar), back, 15, builtInCalendar);
        const lost = workingDaysBetween(accepted, back);
        expect(resumed.promisedDueOn).toBe(addWorkingDays(running.promisedDueOn ?? "", lost));
        expect(resumed.statutoryDueOn).toBe(addWorkingDays(running.statutoryDueOn ?? "", lost));
        expect(resumed.stageDueOn).toBe(resumed.promisedDueOn);
      }),
    );
  });

  it("L-6-04 多次停表：停表当天算、复表当天不算，复表时剩下的正好是没有用过的工作日", () => {
    const rounds = fc.array(fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 })), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(day, rounds, (accepted, course) => {
        let clock = clockAfter("decision", noClock, accepted, 15, builtInCalendar);
        let [at, used] = [accepted, 0];
        for (const [wait, length] of course) {
          const from = addDays(at, wait);
          for (let one = addDays(at, 1); one <= from; one = addDays(one, 1)) if (isWorkingDay(one)) used += 1;
          fc.pre(used < 15);
          at = addDays(from, length);
          clock = clockAfter("resume", clockAfter("suspend", clock, from, 15, builtInCalendar), at, 15, builtInCalendar);
          expect(workingDaysLeft(clock.promisedDueOn ?? "", at, builtInCalendar)).toBe(15 - used);
          expect(workingDaysLeft(clock.statutoryDueOn ?? "", at, builtInCalendar)).toBe(20 - used);
        }
      }),
    );
  });

  it("只取期限列：传进整行案件也不会带出别的列", () => {
    const row = { ...noClock, officeCode: "NEEB", events: [] };
    for (const effect of [undefined, "pause", "stop", "resume", "intake", "decision"] as const) {
      expect(Object.keys(clockAfter(effect, row, "2026-11-20", 15, builtInCalendar)).sort()).toEqual(Object.keys(noClock).sort());
    }
  });

  it("L-6-02 剩余工作日先说字：逾期 n、今日到期、剩 n；两日以内黄，逾期红，补正暂停", () => {
    expect(dueWords("submitted", { stageDueOn: "2026-11-27" }, "2026-11-20", builtInCalendar)).toEqual({ word: "剩 5", tone: "green", note: "" });
    expect(dueWords("submitted", { stageDueOn: "2026-11-24" }, "2026-11-20", builtInCalendar)).toMatchObject({ word: "剩 2", tone: "amber" });
    expect(dueWords("submitted", { stageDueOn: "2026-11-20" }, "2026-11-20", builtInCalendar)).toMatchObject({ word: "今日到期", tone: "amber" });
    expect(dueWords("submitted", { stageDueOn: "2026-11-18" }, "2026-11-20", builtInCalendar)).toEqual({ word: "逾期 2", tone: "red", note: "11-19 起视为受理" });
    expect(dueWords("underReview", { stageDueOn: "2026-11-18" }, "2026-11-20", builtInCalendar)).toEqual({ word: "逾期 2", tone: "red", note: "" });
    expect(dueWords("correction", { stageDueOn: "2026-12-03" }, "2026-11-20", builtInCalendar)).toEqual({ word: "暂停计时", tone: "paused", note: "补正至 12-03" });
    expect(dueWords("correction", { stageDueOn: "2026-11-18" }, "2026-11-20", builtInCalendar)).toMatchObject({ word: "补正逾期 2", tone: "red" });
    expect(dueWords("granted", { stageDueOn: null }, "2026-11-20", builtInCalendar).word).toBe("");
  });

  it("L-6-02 剩余日数逐日不增，每个工作日恰减一；到期日当天为零，之前不亮红灯", () => {
    fc.assert(
      fc.property(day, (submitted) => {
        const { stageDueOn } = clockAfter("intake", noClock, submitted, 15, builtInCalendar);
        const due = stageDueOn ?? "";
        expect(workingDaysLeft(due, due, builtInCalendar)).toBe(0);
        for (let today = submitted; today < due; today = addDays(today, 1)) {
          const tomorrow = addDays(today, 1);
          expect(workingDaysLeft(due, today, builtInCalendar) - workingDaysLeft(due, tomorrow, builtInCalendar)).toBe(isWorkingDay(tomorrow) ? 1 : 0);
          expect(dueWords("submitted", { stageDueOn }, today, builtInCalendar).tone).not.toBe("red");
        }
      }),
    );
  });

  it("决定十七 受理之后灯随承诺期限，旁边总有法定期限；超过承诺说“超承诺”，过了法定才是“逾期”；停表说自哪天起", () => {
    const accepted = { stageDueOn: "2026-11-24", promisedDueOn: "2026-11-24", statutoryDueOn: "2026-12-01" };
    const words = (today: string, more = {}) => dueWords("underReview", { ...accepted, ...more }, today, builtInCalendar);
    expect(words("2026-11-18")).toEqual({ word: "剩 4", tone: "green", note: "法定 12-01" });
    expect(words("2026-11-24")).toEqual({ word: "今日到期", tone: "amber", note: "法定 12-01" });
    expect(words("2026-11-26")).toEqual({ word: "超承诺 2", tone: "red", note: "法定 12-01" });
    expect(words("2026-12-02")).toEqual({ word: "逾期 1", tone: "red", note: "法定 12-01" });
    expect(words("2026-11-26", { clockPausedOn: "2026-11-20" })).toEqual({ word: "暂停计时", tone: "paused", note: "自 11-20 起" });
  });

  it("决定十七 落在还没有公布安排的年份里的期限标明暂定，公布之后不再标", () => {
    const due = { stageDueOn: "2027-01-05", promisedDueOn: "2027-01-05", statutoryDueOn: "2027-01-12" };
    expect(dueWords("underReview", due, "2026-12-28", builtInCalendar).note).toBe("承诺 01-05暂定，法定 01-12暂定");
    expect(dueWords("submitted", { stageDueOn: "2027-01-05" }, "2026-12-30", builtInCalendar).note).toBe("01-05 暂定");
    const published = calendarFor([{ ...builtInCalendar.yearOf(2027), provisional: false }]);
    expect(dueWords("underReview", due, "2026-12-28", published).note).toBe("法定 01-12");
  });

  it("L-6-02 到期日一过就是逾期，休息日也不说今日到期", () => {
    expect(dueWords("submitted", { stageDueOn: "2026-11-20" }, "2026-11-22", builtInCalendar).word).toBe("逾期 1");
    fc.assert(
      fc.property(day.filter((date) => isWorkingDay(date)), fc.integer({ min: -30, max: 30 }), (due, shift) => {
        const left = workingDaysLeft(due, addDays(due, shift), builtInCalendar);
        expect(Math.sign(left)).toBe(shift > 0 ? -1 : shift === 0 ? 0 : 1);
      }),
    );
  });
});
