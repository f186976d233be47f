import { describe, expect, it } from "vitest";
import { getRuleSet, ruleSets } from "@/lib/licensing/rule-sets";
import { attention } from "@/lib/licensing/rule-sets/attention";
import { namedLimits } from "@/lib/licensing/rule-sets/limit-names";
import { limits, promisedDecision } from "@/lib/licensing/rule-sets/limits";
import { compareFigures, namedFigures } from "@/lib/licensing/rule-sets/named-figures";
import { figureLine } from "@/lib/licensing/rule-sets/views";

/** Every object in the tree that looks like a figure. */
function figuresIn(value: unknown): object[] {
  if (typeof value !== "object" || value === null) return [];
  return "confidence" in value ? [value] : Object.values(value).flatMap(figuresIn);
}

describe("条件标准与期限逐个说成文字", () => {
  it.each(ruleSets)("issue 5 $title：一个数字也不漏，各有名称与出处", (set) => {
    const named = namedFigures(set);
    expect(new Set(named.map(({ figure }) => figure))).toEqual(new Set(figuresIn(set)));
    for (const { where, text, figure } of named) {
      expect(where).toMatch(/\p{Script=Han}/u);
      expect(text).not.toMatch(/undefined|[a-z]{3}/);
      expect(figureLine(where, text, figure).sources.join("")).not.toBe("");
    }
  });

  it("issue 5 两套标准的不同，逐个数字说得出；没有的说没有；相同的不列", () => {
    const rows = compareFigures(getRuleSet("NDRC-36-2020"), getRuleSet("NDRC-30-2025"));
    const of = (where: string) => rows.find((row) => row.where === where);
    expect(of("三级：技术人员")).toMatchObject({ before: "15人", after: "5人" });
    expect(of("五级：许可范围")).toMatchObject({ before: "10千伏及以下", after: "" });
    expect(of("二级（110千伏以下）：许可范围")).toMatchObject({ before: "", after: "110千伏及以下" });
    expect(of("净资产比例")).toBeUndefined();
    expect(of("一级：技术人员")).toBeUndefined();
    expect(compareFigures(getRuleSet("NDRC-36-2020"), getRuleSet("NDRC-36-2020"))).toEqual([]);
  });

  it("issue 5 期限、按信用缩短的承诺期限、只作提醒的数字都列着，暂定的看得出", () => {
    const named = namedLimits();
    for (const figure of [...Object.values(limits), ...Object.values(attention), promisedDecision("reissue", "good")]) expect(named.map((one) => one.figure)).toContain(figure);
    expect(named.find(({ name }) => name === "受理决定")).toMatchObject({ text: "5个工作日", figure: { confidence: "VERIFIED" } });
    expect(named.find(({ figure }) => figure === promisedDecision("reissue", "good"))?.text).toBe("当日");
    expect(named.filter(({ figure }) => figure.confidence === "UNKNOWN").length).toBeGreaterThan(0);
  });
});
