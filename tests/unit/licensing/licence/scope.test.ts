import { describe, expect, it } from "vitest";
import { certificateScopeWords, licenceScopeWords, scopeWords, type CategoryLevel, type ScopeItem } from "@/lib/licensing/licence/scope";
import { getRuleSet } from "@/lib/licensing/rule-sets";
import { categories, codesOf } from "@/lib/terms";

const of2020 = getRuleSet("NDRC-36-2020");
const of2025 = getRuleSet("NDRC-30-2025");
const items = (...levels: [string?, string?, string?]): CategoryLevel[] =>
  codesOf(categories).flatMap((category, i) => (levels[i] === undefined ? [] : [{ category, level: levels[i] }]));
const held = (ruleSetId: string, ...levels: [string?, string?, string?]): ScopeItem[] => items(...levels).map((item) => ({ ...item, ruleSetId }));

describe("L-4.1.10-04 类别和等级的文字", () => {
  it("按类别次序，各有各的等级", () => {
    expect(scopeWords(items("4", "4", "5").toReversed(), of2020)).toBe("承装四级、承修四级、承试五级");
    expect(scopeWords(items("2-110", undefined, "3-10"), of2025)).toBe("承装二级（110千伏以下）、承试三级（10千伏以下）");
  });
  it("证面上写作某类某级", () => {
    expect(certificateScopeWords(items("4", "4", "4").toReversed(), of2020)).toBe("承装类四级　承修类四级　承试类四级");
    expect(certificateScopeWords(items(undefined, "2-110"), of2025)).toBe("承修类二级（110千伏以下）");
  });
  it("每项用自己的规则集", () => {
    expect(licenceScopeWords([...held("NDRC-30-2025", undefined, "2-110"), ...held("NDRC-36-2020", "3")])).toBe("承装三级、承修二级（110千伏以下）");
  });
});
