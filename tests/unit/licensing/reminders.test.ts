import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reminderRanges, reminderSteps, reminderWords } from "@/lib/licensing/reminders";
import { codesOf } from "@/lib/terms/option-map";
import { reminderKinds } from "@/lib/terms/reminders";
import { addWorkingDays, builtInCalendar, isWorkingDay, workingDaysBetween } from "@/lib/workflow/calendar";
import { addDays, daysBetween } from "@/lib/workflow/iso-date";

const day = fc.integer({ min: 0, max: 500 }).map((n) => addDays("2026-01-01", n));
const workday = day.filter((one) => isWorkingDay(one));
const kind = fc.constantFrom(...codesOf(reminderKinds));
const subject = { kind: "licence", dueOn: "2027-02-21", number: "2-1-00091-2026", caseId: null, followUpId: null, task: "" } as const;

describe("到期提醒", () => {
  it("L-6-11 补正、容缺、整改提前五个、一个工作日，核查三十、五日，许可证九十、六十、三十日", () => {
    expect(reminderSteps).toMatchObject({ correction: { unit: "workingDays", before: [1, 5] }, deferral: { before: [1, 5] }, verification: { unit: "days", before: [5, 30] }, licence: { before: [30, 60, 90] } });
    expect(reminderRanges("correction", "2026-11-23", builtInCalendar)).toEqual([{ before: 1, from: "2026-11-23", to: "2026-11-24" }, { before: 5, from: "2026-11-25", to: "2026-11-30" }]);
  });

  it("L-6-11 各步互不重叠、一天不漏：任何到期日至多落在一步里，最远的一步之内必有一步", () => {
    fc.assert(
      fc.property(kind, workday, fc.integer({ min: 0, max: 120 }), (what, today, ahead) => {
        const ranges = reminderRanges(what, today, builtInCalendar);
        const due = addDays(today, ahead);
        const hits = ranges.filter(({ from, to }) => due >= from && due <= to);
        expect(hits).toHaveLength(due <= (ranges.at(-1)?.to ?? "") ? 1 : 0);
        const [hit] = hits;
        if (hit && reminderSteps[what].unit === "workingDays") expect(workingDaysBetween(today, due, builtInCalendar)).toBeLessThanOrEqual(hit.before);
      }),
    );
  });

  it("L-6-11 每个到期日在每一步都会被提醒到：提醒日落在休息日的，提前到之前的工作日，不会拖到之后", () => {
    fc.assert(
      fc.property(day, fc.constantFrom(30, 60, 90), (due, before) => {
        const on = addDays(due, -before);
        const today = isWorkingDay(on) ? on : addWorkingDays(on, -1);
        const hit = reminderRanges("licence", today, builtInCalendar).find(({ from, to }) => due >= from && due <= to);
        expect(hit?.before).toBe(before);
        expect(daysBetween(today, due)).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it("L-6-11 许可证：延续期限之内给办理的路与待办，过了说新申请、不留待办", () => {
    expect(reminderWords(subject, "2027-01-22")).toMatchObject({ href: "/guides/renewal?start", body: expect.stringContaining("2027年1月22日前提交延续申请"), todo: { kind: "renewal", dueOn: "2027-01-22" } });
    const late = reminderWords(subject, "2027-01-23");
    expect(late).toMatchObject({ href: "/guides/new-licence?start", body: expect.stringContaining("许可证新申请") });
    expect(late.todo).toBeUndefined();
  });

  it("L-6-11 各种任务说到哪天、去哪里办；核查由机构办，不发短信", () => {
    expect(reminderWords({ ...subject, kind: "correction", caseId: "c1" }, "2027-01-01")).toMatchObject({ href: "/applications/c1", body: expect.stringContaining("逾期不予受理"), sms: expect.stringContaining("2027年2月21日") });
    expect(reminderWords({ ...subject, kind: "deferral", followUpId: "f1" }, "2027-01-01")).toMatchObject({ href: "/follow-ups/f1", title: "容缺材料补齐将到期" });
    expect(reminderWords({ ...subject, kind: "verification", followUpId: "f1" }, "2027-01-01").sms).toBeUndefined();
  });
});
