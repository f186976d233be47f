import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type HeldCase, holderReminder } from "@/lib/licensing/holder-reminder";
import { addDays } from "@/lib/workflow/iso-date";

const TODAY = "2026-11-23";
const heldCase = fc.record({ ahead: fc.integer({ min: -20, max: 3 }), late: fc.boolean() }).map(({ ahead, late }) => ({ dueOn: addDays(TODAY, ahead), overdue: late && ahead < 0 }));
const several = fc.array(heldCase, { minLength: 1, maxLength: 30 }).map((rows) => rows.map((row, index): HeldCase => ({ number: `DB-2026-${String(index).padStart(6, "0")}`, ...row })));

describe("L-6-11 每日提醒的话", () => {
  it("L-6-11 四样的件数加起来一件不多不少，没有的一样不说", () => {
    fc.assert(
      fc.property(several, (cases) => {
        const words = holderReminder(cases, TODAY);
        const counts = [...words.matchAll(/(已逾期|超承诺|今日到期|下一个工作日到期) (\d+) 件/g)].map(([, , count]) => Number(count));
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(cases.length);
        expect(counts).not.toContain(0);
        expect(words.includes("已逾期")).toBe(cases.some(({ overdue }) => overdue));
        expect(words.includes("超承诺")).toBe(cases.some(({ overdue, dueOn }) => !overdue && dueOn < TODAY));
      }),
    );
  });

  it("L-6-11 至多写出五个编号，急的在前，写不完的说“等”", () => {
    fc.assert(
      fc.property(several, (cases) => {
        const words = holderReminder(cases, TODAY);
        const named = cases.filter(({ number }) => words.includes(number));
        expect(named).toHaveLength(Math.min(5, cases.length));
        expect(words.includes("等。")).toBe(cases.length > 5);
        if (named.some(({ overdue }) => !overdue)) for (const one of cases) if (one.overdue) expect(words).toContain(one.number);
      }),
    );
  });
});
