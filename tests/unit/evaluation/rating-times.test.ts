import { describe, expect, it } from "vitest";
import { renderPhonePage } from "@/app/api/ratings/[token]/pages";
import { againWords, fromMoment, lastRatingDay, takenWords } from "@/lib/evaluation/rating-times";

describe("评价的期限与何时起可以再评", () => {
  it("L-5.1.2-03 L-5.2.2-04 何时起可以再评进到下一个整分，不早一秒；正好整分的不动", () => {
    expect(fromMoment(new Date("2026-11-28T07:06:00.001Z"))).toBe("2026年11月28日 15:07");
    expect(fromMoment(new Date("2026-11-28T07:06:59Z"))).toBe("2026年11月28日 15:07");
    expect(fromMoment(new Date("2026-11-28T07:07:00Z"))).toBe("2026年11月28日 15:07");
    expect(fromMoment(new Date("2026-11-28T15:59:30Z"))).toBe("2026年11月29日 00:00");
    expect(takenWords(new Date("2026-11-28T07:06:30Z"))).toContain("15:07之后可以再评");
    expect(againWords(new Date("2026-11-28T07:06:30Z"))).toBe("2026年11月28日 15:07 起可以再评，也可换一个号码");
  });

  it("L-5.2.2-04 手机上也进到整分：五天内评过的与次数太多的", () => {
    const draft = { level: "5", options: [], text: "", phone: "13900000002", name: "" };
    for (const reason of ["phoneTaken", "tooMany"] as const) {
      const { html } = renderPhonePage({
        kind: "form", form: "x", draft, from: { reason, at: new Date("2026-11-28T07:06:30Z"), seconds: 9 },
        place: { kind: "visit", officeName: "国家能源局东北监管局", title: "受理窗口", expiresOn: "2026-12-10" },
      });
      expect(html).toContain("2026年11月28日 15:07之后");
    }
  });

  it("评价到办结后第三十天为止", () => {
    expect(lastRatingDay("2026-11-01")).toBe("2026-12-01");
  });
});
