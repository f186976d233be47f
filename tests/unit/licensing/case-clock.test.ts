import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clockAfter, dueWords, noClock, workingDaysLeft } from "@/lib/licensing/case-clock";
import { addWorkingDays, isWorkingDay, workingDaysBetween } from "@/lib/workflow/calendar";
import { addDays } from "@/lib/workflow/iso-date";

const day = fc.integer({ min: 0, max: 700 }).map((n) => addDays("2025-06-01", n));

describe("案件的期限", () => {
  it("L-6-04 提交后5个工作日答复；受理后承诺15、法定20个工作日", () => {
    expect(clockAfter("intake", noClock, "2026-11-20", 15)).toEqual({ ...noClock, stageDueOn: "2026-11-27" });
    expect(clockAfter("decision", noClock, "2026-11-20", 15)).toEqual({ stageDueOn: "2026-12-11", promisedDueOn: "2026-12-11", statutoryDueOn: "2026-12-18", clockPausedOn: null });
  });

  it("L-6-04 补正停表，复表后形审重新起算；办结清空本环节期限", () => {
    const paused = clockAfter("pause", { ...noClock, stageDueOn: "2026-11-27" }, "2026-11-23", 15);
    expect(paused).toEqual({ ...noClock, stageDueOn: "2026-12-14", clockPausedOn: "2026-11-23" });
    expect(clockAfter("resume", paused, "2026-12-01", 15)).toEqual({ ...noClock, stageDueOn: "2026-12-08" });
    expect(clockAfter("stop", paused, "2026-12-01", 15)).toMatchObject({ stageDueOn: null, clockPausedOn: null });
  });

  it("L-6-04 受理后停表再复表，承诺与法定期限按停掉的工作日顺延", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 40 }), (accepted, away) => {
        const running = clockAfter("decision", noClock, accepted, 15);
        const back = addDays(accepted, away);
        const resumed = clockAfter("resume", clockAfter("pause", running, accepted, 15), back, 15);
        const lost = workingDaysBetween(accepted, back);
        expect(resumed.promisedDueOn).toBe(addWorkingDays(running.promisedDueOn ?? "", lost));
        expect(resumed.statutoryDueOn).toBe(addWorkingDays(running.statutoryDueOn ?? "", lost));
        expect(resumed.stageDueOn).toBe(resumed.promisedDueOn);
      }),
    );
  });

  it("只取期限列：传进整行案件也不会带出别的列", () => {
    const row = { ...noClock, officeCode: "NEEB", events: [] };
    for (const effect of [undefined, "pause", "stop", "resume", "intake", "decision"] as const) {
      expect(Object.keys(clockAfter(effect, row, "2026-11-20", 15)).sort()).toEqual(Object.keys(noClock).sort());
    }
  });

  it("L-6-02 剩余工作日先说字：逾期 n、今日到期、剩 n；两日以内黄，逾期红，补正暂停", () => {
    expect(dueWords("submitted", "2026-11-27", "2026-11-20")).toEqual({ word: "剩 5", tone: "green", note: "" });
    expect(dueWords("submitted", "2026-11-24", "2026-11-20")).toMatchObject({ word: "剩 2", tone: "amber" });
    expect(dueWords("submitted", "2026-11-20", "2026-11-20")).toMatchObject({ word: "今日到期", tone: "amber" });
    expect(dueWords("submitted", "2026-11-18", "2026-11-20")).toEqual({ word: "逾期 2", tone: "red", note: "11-19 起视为受理" });
    expect(dueWords("underReview", "2026-11-18", "2026-11-20")).toEqual({ word: "逾期 2", tone: "red", note: "" });
    expect(dueWords("correction", "2026-12-03", "2026-11-20")).toEqual({ word: "暂停计时", tone: "paused", note: "补正至 12-03" });
    expect(dueWords("correction", "2026-11-18", "2026-11-20")).toMatchObject({ word: "补正逾期 2", tone: "red" });
    expect(dueWords("granted", null, "2026-11-20").word).toBe("");
  });

  it("L-6-02 到期日一过就是逾期，休息日也不说今日到期", () => {
    expect(dueWords("submitted", "2026-11-20", "2026-11-22").word).toBe("逾期 1");
    fc.assert(
      fc.property(day.filter((date) => isWorkingDay(date)), fc.integer({ min: -30, max: 30 }), (due, shift) => {
        const left = workingDaysLeft(due, addDays(due, shift));
        expect(Math.sign(left)).toBe(shift > 0 ? -1 : shift === 0 ? 0 : 1);
      }),
    );
  });
});
