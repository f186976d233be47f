import { describe, expect, it } from "vitest";
import { monthsInWords, upgradeBar } from "@/lib/licensing/rule-sets/periods";
import { limits } from "@/lib/licensing/rule-sets/limits";

describe("periods in words", () => {
  it.each([
    [6, "六个月"],
    [12, "一年"],
    [24, "两年"],
    [36, "三年"],
    [18, "18个月"],
  ])("%i months read %s", (months, words) => {
    expect(monthsInWords(months)).toBe(words);
  });

  it("L-4.3.1 the bar after the five events is read from the rule set, not written twice", () => {
    expect(upgradeBar).toBe(monthsInWords(limits.upgradeBarMonths.value));
  });
});
