import { describe, expect, it } from "vitest";
import { convertItems, convertLevel } from "@/lib/licensing/licence/conversion";
import { findLevel, getRuleSet, ruleSets } from "@/lib/licensing/rule-sets";

const [old2020, new2025] = [getRuleSet("NDRC-36-2020"), getRuleSet("NDRC-30-2025")];

describe("等级换算", () => {
  it("L-4.3.1-04 五级到三级，再换回来是原来的；每个级别都换得到", () => {
    expect(old2020.levels.map(({ code }) => convertLevel(code, old2020, new2025))).toEqual(["3-10", "3", "2-110", "2", "1"]);
    for (const from of ruleSets) {
      for (const to of ruleSets) {
        for (const { code } of from.levels) {
          const converted = convertLevel(code, from, to);
          expect(findLevel(to, converted)).toBeDefined();
          expect(convertLevel(converted, to, from)).toBe(code);
        }
      }
    }
  });

  it("L-4.3.1-04 同一标准的原样", () => {
    const items = [{ category: "installation", level: "4" }];
    expect(convertItems(items, old2020, old2020)).toEqual(items);
  });
});
