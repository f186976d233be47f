import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hearingHindrance, hearingUntil } from "@/lib/licensing/revocation";
import { builtInCalendar as calendar } from "@/lib/workflow/calendar";

describe("撤销之前的听证期限（行政许可法第四十六条、第四十七条参照适用）", () => {
  it("自送达的次日起数五个工作日，跨周末的顺延", () => {
    expect(hearingUntil("2026-11-20", calendar)).toBe("2026-11-27");
  });

  it("没有送达的不能确认：期限不起算，也谈不上放弃", () => {
    expect(hearingHindrance({ deliveredOn: null, note: "", today: "2027-11-20" }, calendar)).toContain("听证告知书尚未送达");
    expect(hearingHindrance({ deliveredOn: null, note: "企业已书面放弃听证", today: "2026-11-20" }, calendar)).toContain("送达之后才能确认");
  });

  it("到期的当天还要写明，次日起不必；写明了的随时可以", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 }), fc.boolean(), (days, said) => {
        const today = new Date(Date.parse("2026-11-20") + days * 86_400_000).toISOString().slice(0, 10);
        const hindrance = hearingHindrance({ deliveredOn: "2026-11-20", note: said ? "企业已书面放弃听证" : "", today }, calendar);
        expect(hindrance === undefined).toBe(said || today > "2026-11-27");
      }),
    );
  });
});
