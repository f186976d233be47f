import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { certificateScopeWords, covers, isWithin, levelNeeded, licenceScopeWords, parseScope, scopeWords, type CategoryLevel, type ScopeItem } from "@/lib/licensing/licence/scope";
import { getRuleSet, ruleSets } from "@/lib/licensing/rule-sets";
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
    expect(certificateScopeWords(held("NDRC-36-2020", "4", "4", "4"))).toBe("承装类四级承修类四级承试类四级");
  });
  it("每项用自己的规则集", () => {
    expect(licenceScopeWords([...held("NDRC-30-2025", undefined, "2-110"), ...held("NDRC-36-2020", "3")])).toBe("承装三级、承修二级（110千伏以下）");
  });
});

describe("类别和等级的写法", () => {
  it.each([
    ["承装类四级", items("4")],
    ["承装四级", items("4")],
    ["二级承装", items("2")],
    ["承装承修承试叁级", items("3", "3", "3")],
    ["承装类四级承修类四级承试类四级", items("4", "4", "4")],
    ["承装四级、承修四级、承试五级", items("4", "4", "5")],
    ["承装（修、试）三级", items("3", "3", "3")],
    ["承装(修、试)叁级", items("3", "3", "3")],
    ["承装修试五级", items("5", "5", "5")],
    ["三级承装、四级承修承试", items("3", "4", "4")],
    ["承试 4级，承装 2级", items("2", undefined, "4")],
  ])("%s", (text, expected) => expect(parseScope(text, of2020)).toEqual(expected));

  it("三级（10千伏以下）承装、承修、承试", () => {
    expect(parseScope("三级（10千伏以下）承装、承修、承试", of2025)).toEqual(items("3-10", "3-10", "3-10"));
    expect(parseScope("承装二级（110千伏及以下）", of2025)).toEqual(items("2-110"));
  });

  it.each(["", "四级", "承装", "承装四级、承装五级", "承装二级、三级承修", "电力工程施工总承包贰级", "承装六级", "承装四级左右", "承装三级（10千伏以下）"])(
    "「%s」读不懂就不猜", (text) => expect(parseScope(text, of2020)).toBeUndefined(),
  );
  it("这个规则集没有的等级不认", () => expect(parseScope("承装四级", of2025)).toBeUndefined());

  it.each(ruleSets)("$id：写出的文字总能读回", (set) => {
    const level = fc.option(fc.constantFrom(...set.levels.map((rule) => rule.code)), { nil: undefined });
    fc.assert(fc.property(level, level, level, (a, b, c) => {
      const list = items(a, b, c);
      fc.pre(list.length > 0);
      expect(parseScope(scopeWords(list, set), set)).toEqual(list);
      expect(parseScope(certificateScopeWords(list.map((item) => ({ ...item, ruleSetId: set.id }))), set)).toEqual(list);
    }));
  });
});

describe("许可范围（国家能源局监管公告〔2023〕第1号的两个认定）", () => {
  it("承装四级、承修四级、承试五级安装 110 千伏出线间隔：超越许可范围，须承装三级", () => {
    const licence = held("NDRC-36-2020", "4", "4", "5");
    expect(licence.some((item) => covers(item, "installation", 110))).toBe(false);
    expect(levelNeeded(of2020, 110).word).toBe("三级");
  });
  it("承装二级、承修二级、承试三级做 220 千伏试验：不允许，须承试二级，承装二级不能代替", () => {
    const licence = held("NDRC-36-2020", "2", "2", "3");
    expect(licence.some((item) => covers(item, "testing", 220))).toBe(false);
    expect(licence.some((item) => covers(item, "installation", 220))).toBe(true);
    expect(levelNeeded(of2020, 220).word).toBe("二级");
  });
  it("2025 年三级制：110 千伏安装可用二级（110千伏以下），220 千伏试验须不受限的二级", () => {
    expect(levelNeeded(of2025, 110).word).toBe("二级（110千伏以下）");
    expect(levelNeeded(of2025, 220).word).toBe("二级");
    expect(held("NDRC-30-2025", undefined, undefined, "2-110").some((item) => covers(item, "testing", 220))).toBe(false);
  });
  it("以下包括本数；等级越高范围越宽", () => {
    expect(held("NDRC-36-2020", "5").some((item) => covers(item, "installation", 10))).toBe(true);
    expect(held("NDRC-36-2020", "5").some((item) => covers(item, "installation", 20))).toBe(false);
    fc.assert(fc.property(fc.constantFrom(...ruleSets), fc.nat({ max: 4 }), fc.nat({ max: 1100 }), (set, at, kv) => {
      const [lower, higher] = set.levels.slice(at, at + 2).map((rule) => ({ category: "repair", level: rule.code, ruleSetId: set.id }));
      fc.pre(higher !== undefined && lower !== undefined);
      if (lower && higher && covers(lower, "repair", kv)) expect(covers(higher, "repair", kv)).toBe(true);
    }));
  });
  it("是否在已有范围之内", () => {
    expect(isWithin(items("4"), items("3", "5"), of2020)).toBe(true);
    expect(isWithin(items("4", "4"), items("3", "5"), of2020)).toBe(false);
    expect(isWithin(items(undefined, undefined, "5"), items("3", "5"), of2020)).toBe(false);
  });
});
