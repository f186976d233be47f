import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CaseClock, clockAfter, noClock } from "@/lib/licensing/case-clock";
import { clockUnder, differingDays, promisedTo } from "@/lib/licensing/clock-shift";
import { builtInCalendar, calendarFor, type HolidayCalendar, workingDaysBetween } from "@/lib/workflow/calendar";
import { addDays, isWeekend } from "@/lib/workflow/iso-date";

const day = fc.integer({ min: 0, max: 60 }).map((n) => addDays("2026-12-01", n));
const offsets = fc.uniqueArray(fc.integer({ min: 0, max: 90 }), { maxLength: 25 });

/** 2027 年头三个月随意放假、调休的一份日历。 */
const calendar: fc.Arbitrary<HolidayCalendar> = fc.tuple(offsets, offsets).map(([off, work]) => {
  const makeUpWorkdays = work.map((n) => addDays("2027-01-01", n)).filter((one) => isWeekend(one));
  const daysOff = off.map((n) => addDays("2027-01-01", n)).filter((one) => !makeUpWorkdays.includes(one));
  return calendarFor([{ year: 2027, source: "", provisional: false, daysOff, makeUpWorkdays }]);
});

const steps = fc.array(fc.tuple(fc.constantFrom("stop" as const, "extend" as const), fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 })), { maxLength: 3 });

/** 受理之后照着做：停表几天又复表，或者延长。 */
function lived(accepted: string, promised: number, course: readonly (readonly ["stop" | "extend", number, number])[], by: HolidayCalendar): CaseClock {
  let clock = clockAfter("decision", noClock, accepted, promised, by);
  let at = accepted;
  for (const [what, wait, length] of course) {
    at = addDays(at, wait);
    if (what === "extend") clock = clockAfter("extend", clock, at, promised, by);
    else {
      const back = addDays(at, length);
      clock = clockAfter("resume", clockAfter("suspend", clock, at, promised, by), back, promised, by);
      at = back;
    }
  }
  return clock;
}

describe("换日历之后的期限", () => {
  it("决定十七 受理后的期限重算，与一开始就照新日历计的一样，停过表、延长过的也一样", () => {
    fc.assert(
      fc.property(calendar, calendar, day, fc.integer({ min: 1, max: 20 }), steps, (before, after, accepted, promised, course) => {
        const found = { ...lived(accepted, promised, course, before), submittedOn: accepted, acceptedOn: accepted };
        expect(clockUnder(found, before, after)).toEqual(lived(accepted, promised, course, after));
      }),
    );
  });

  it("决定十七 形审的五个工作日重算；改回去就回到原处", () => {
    fc.assert(
      fc.property(calendar, calendar, day, (before, after, submitted) => {
        const old = clockAfter("intake", noClock, submitted, 15, before);
        const at = { submittedOn: submitted, acceptedOn: null };
        const moved = clockUnder({ ...old, ...at }, before, after);
        expect(moved).toEqual(clockAfter("intake", noClock, submitted, 15, after));
        expect(clockUnder({ ...moved, ...at }, after, before)).toEqual(old);
      }),
    );
  });

  it("决定十七 告知企业的期限（补正、容缺）只顺延，不提前", () => {
    fc.assert(
      fc.property(calendar, calendar, day, (before, after, on) => {
        const paused = clockAfter("pause", noClock, on, 15, before);
        const { stageDueOn } = clockUnder({ ...paused, submittedOn: on, acceptedOn: null }, before, after);
        const exact = clockAfter("pause", noClock, on, 15, after).stageDueOn ?? "";
        expect(stageDueOn).toBe(exact > (paused.stageDueOn ?? "") ? exact : paused.stageDueOn);
        expect(promisedTo(on, paused.stageDueOn ?? "", before, after)).toBe(stageDueOn);
      }),
    );
  });

  it("决定十七 到期早于第一个不同的日子的不变，没有期限的不变", () => {
    fc.assert(
      fc.property(calendar, day, (after, submitted) => {
        const [first = "9999-12-31"] = differingDays(2027, builtInCalendar, after);
        const clock = clockAfter("intake", noClock, submitted, 15, builtInCalendar);
        fc.pre((clock.stageDueOn ?? "") < first);
        expect(clockUnder({ ...clock, submittedOn: submitted, acceptedOn: null }, builtInCalendar, after)).toEqual(clock);
      }),
    );
    expect(clockUnder({ ...noClock, submittedOn: null, acceptedOn: null }, builtInCalendar, builtInCalendar)).toEqual(noClock);
  });

  it("决定十七 说法不同的日子：平日改放假、周末改上班；放在周末的假不算", () => {
    const after = calendarFor([{ year: 2027, source: "", provisional: false, daysOff: [...builtInCalendar.yearOf(2027).daysOff, "2027-01-02", "2027-01-04"], makeUpWorkdays: ["2027-01-09"] }]);
    expect(differingDays(2027, builtInCalendar, after)).toEqual(["2027-01-04", "2027-01-09"]);
    expect(workingDaysBetween("2027-01-01", "2027-01-10", after)).toBe(5);
  });
});
