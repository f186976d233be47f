import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noClock } from "@/lib/licensing/case-clock";
import { timeUsed } from "@/lib/licensing/time-used";
import { addWorkingDays, builtInCalendar, workingDaysBetween } from "@/lib/workflow/calendar";
import { addDays } from "@/lib/workflow/iso-date";

const at = (date: string): Date => new Date(`${date}T09:00:00+08:00`);
const never = { submittedAt: null, acceptedAt: null, finishedAt: null };
const accepted = { ...never, ...noClock, submittedAt: at("2026-11-02"), acceptedAt: at("2026-11-04"), promisedDueOn: "2026-11-25", statutoryDueOn: "2026-12-02" };

describe("办理用时", () => {
  it("L-6-04 没有提交的没有用时；受理之前对着形审的五个工作日", () => {
    expect(timeUsed({ ...never, ...noClock }, "2026-11-05", builtInCalendar)).toBeUndefined();
    expect(timeUsed({ ...never, ...noClock, submittedAt: at("2026-11-02") }, "2026-11-05", builtInCalendar)).toEqual({ span: "本次提交至今", used: 3, limits: [{ label: "形审", days: 5 }], paused: false });
  });

  it("L-6-04 受理之后对着承诺与法定；停表的日子两边都不算；停着时停在那一天；办结之后不再走", () => {
    expect(timeUsed(accepted, "2026-11-11", builtInCalendar)).toEqual({ span: "受理至今", used: 5, limits: [{ label: "承诺", days: 15 }, { label: "法定", days: 20 }], paused: false });
    const resumed = { ...accepted, promisedDueOn: addWorkingDays("2026-11-25", 3), statutoryDueOn: addWorkingDays("2026-12-02", 3), clockStops: ["2026-11-06/2026-11-11"] };
    expect(timeUsed(resumed, "2026-11-11", builtInCalendar)).toMatchObject({ used: 2, limits: [{ label: "承诺", days: 15 }, { label: "法定", days: 20 }] });
    expect(timeUsed({ ...accepted, clockPausedOn: "2026-11-06" }, "2026-11-20", builtInCalendar)).toMatchObject({ used: 2, paused: true });
    expect(timeUsed({ ...accepted, finishedAt: at("2026-11-12") }, "2027-03-01", builtInCalendar)).toMatchObject({ span: "受理至办结", used: 6, paused: false });
  });

  it("L-6-04 每过一个工作日多一日，休息日不多；承诺用完之日正好到期", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), (days) => {
        const [today, next] = [addDays("2026-11-04", days), addDays("2026-11-04", days + 1)];
        const used = (date: string) => timeUsed(accepted, date, builtInCalendar)?.used ?? 0;
        expect(used(next) - used(today)).toBe(workingDaysBetween(today, next, builtInCalendar));
        expect(used(today) > 15).toBe(today > "2026-11-25" && workingDaysBetween("2026-11-25", today, builtInCalendar) > 0);
      }),
    );
  });
});
