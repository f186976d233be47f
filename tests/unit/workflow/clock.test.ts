import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addWorkingDays, isWorkingDay, workingDaysBetween } from "@/lib/workflow/calendar";
import { dueOn, extend, isPaused, light, pause, readClock, remaining, resume, startClock } from "@/lib/workflow/clock";
import { addDays } from "@/lib/workflow/iso-date";

const day = fc.date({ min: new Date("2025-01-01"), max: new Date("2027-06-30"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const limit = fc.integer({ min: 1, max: 30 });

describe("L-6-02 工作日时钟", () => {
  it.each([
    ["2026-11-16", 5, "2026-11-23", "受理五日，次日起算，跨周末"],
    ["2026-09-25", 20, "2026-10-29", "中秋当天起，跨国庆与调休日"],
    ["2026-02-13", 5, "2026-02-27", "跨春节，2月14日上班"],
    ["2026-01-30", 20, "2026-03-05", "跨月末"],
    ["2026-12-28", 5, "2027-01-05", "跨元旦"],
  ])("%s 起 %i 个工作日，到期日 %s（%s）", (startedOn, n, due) => expect(dueOn(startClock(startedOn, n))).toBe(due));

  it("补正期间不计：发出通知当天算，重新提交次日再算", () => {
    const paused = pause(startClock("2026-11-16", 5), "2026-11-18");
    expect(isPaused(paused)).toBe(true);
    expect(dueOn(paused)).toBeUndefined();
    expect(remaining(paused, "2026-11-30")).toBe(3);
    const running = resume(paused, "2026-11-25");
    expect(dueOn(running)).toBe("2026-11-30");
    expect(remaining(running, "2026-11-25")).toBe(3);
    expect(remaining(running, "2026-11-26")).toBe(2);
  });

  it("到期当天暂停再恢复：没有剩余的日子；逾期之后暂停：到期日不变", () => {
    const onDue = resume(pause(startClock("2026-11-16", 5), "2026-11-23"), "2026-11-28");
    expect(dueOn(onDue)).toBe("2026-11-27");
    const late = resume(pause(startClock("2026-11-16", 5), "2026-11-24"), "2026-11-27");
    expect(dueOn(late)).toBe("2026-11-23");
    expect(remaining(late, "2026-11-27")).toBe(-1);
  });

  it("次序颠倒的暂停与恢复不被接受", () => {
    const clock = startClock("2026-11-16", 5);
    expect(() => resume(clock, "2026-11-17")).toThrow(RangeError);
    expect(() => pause(clock, "2026-11-15")).toThrow(RangeError);
    const paused = pause(clock, "2026-11-18");
    expect(() => pause(paused, "2026-11-19")).toThrow(RangeError);
    expect(() => resume(paused, "2026-11-17")).toThrow(RangeError);
    expect(() => pause(resume(paused, "2026-11-20"), "2026-11-19")).toThrow(RangeError);
  });

  it("灯：多于两日绿，两日以内黄，逾期红，暂停另示", () => {
    expect([5, 3, 2, 0, -1].map((left) => light(left))).toEqual(["green", "green", "amber", "amber", "red"]);
    expect(light(5, true)).toBe("paused");
    expect(light(-1, true)).toBe("red");
  });

  it("读数：到期日次日即红，哪怕是周末；跨到未公布的年份标为暂定", () => {
    const clock = startClock("2026-11-13", 5);
    expect(readClock(clock, "2026-11-16")).toEqual({ dueOn: "2026-11-20", remaining: 4, light: "green", provisional: false });
    expect(readClock(clock, "2026-11-20")).toMatchObject({ remaining: 0, light: "amber" });
    expect(readClock(clock, "2026-11-21")).toMatchObject({ remaining: 0, light: "red" });
    expect(readClock(startClock("2026-12-20", 20), "2026-12-21").provisional).toBe(true);
    expect(readClock(pause(clock, "2026-11-17"), "2026-12-01")).toMatchObject({ dueOn: undefined, remaining: 3, light: "paused", provisional: false });
  });

  it("暂停 k 个工作日，到期日正好顺延 k 个工作日", () => {
    fc.assert(fc.property(day, limit, fc.nat({ max: 60 }), fc.nat({ max: 40 }), (startedOn, n, before, length) => {
      const clock = startClock(startedOn, n);
      const due = dueOn(clock) ?? "";
      const from = addDays(startedOn, before);
      fc.pre(from <= due);
      const to = addDays(from, length);
      expect(dueOn(resume(pause(clock, from), to))).toBe(addWorkingDays(due, workingDaysBetween(from, to)));
    }));
  });

  it("剩余日数逐日不增，每个工作日恰减一；到期日当天为零；之前不逾期", () => {
    fc.assert(fc.property(day, limit, (startedOn, n) => {
      const clock = startClock(startedOn, n);
      const due = dueOn(clock) ?? "";
      expect(remaining(clock, due)).toBe(0);
      for (let today = startedOn; today < due; today = addDays(today, 1)) {
        const tomorrow = addDays(today, 1);
        expect(remaining(clock, today) - remaining(clock, tomorrow)).toBe(isWorkingDay(tomorrow) ? 1 : 0);
        expect(readClock(clock, today).light).not.toBe("red");
      }
    }));
  });

  it("延长 n 日，剩余与到期日都多 n 个工作日；后开始的不会先到期", () => {
    fc.assert(fc.property(day, limit, fc.nat({ max: 10 }), (startedOn, n, more) => {
      const clock = startClock(startedOn, n);
      const longer = extend(clock, more);
      expect(dueOn(longer)).toBe(addWorkingDays(dueOn(clock) ?? "", more));
      expect(remaining(longer, startedOn)).toBe(n + more);
      expect((dueOn(startClock(addDays(startedOn, 1), n)) ?? "") >= (dueOn(clock) ?? "")).toBe(true);
    }));
  });

  it("多次暂停：任何一天，已用与剩余之和等于期限", () => {
    const gaps = fc.array(fc.nat({ max: 9 }), { minLength: 2, maxLength: 6 });
    fc.assert(fc.property(day, gaps, fc.nat({ max: 60 }), (startedOn, steps, after) => {
      let clock = startClock(startedOn, 30);
      let at = startedOn;
      const counted = new Set<string>();
      const note = (to: string) => {
        for (let d = addDays(at, 1); d <= to; d = addDays(d, 1)) if (!isPaused(clock) && isWorkingDay(d)) counted.add(d);
        at = to;
      };
      for (const step of steps) {
        const next = addDays(at, step);
        note(next);
        clock = isPaused(clock) ? resume(clock, next) : pause(clock, next);
      }
      note(addDays(at, after));
      expect(remaining(clock, at)).toBe(30 - counted.size);
    }));
  });
});
