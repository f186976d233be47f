import { describe, expect, it } from "vitest";
import {
  compareLevels, conversion2020to2025, defaultRuleSetId, findRuleSetInForce, getLevel, getRuleSet, highestLevel, isRuleSetId,
  mayBeDefault, openFigures, ruleSets, selectableLevels, type LevelRule,
} from "@/lib/licensing/rule-sets";
import { levelConditions } from "@/lib/licensing/rule-sets/describe";
import { limits, promisedDecision } from "@/lib/licensing/rule-sets/limits";
import { rules } from "@/lib/licensing/rule-sets/rule-ids";
import { sources } from "@/lib/licensing/rule-sets/sources";
import { codesOf, levels2020, levels2025, titleLevelGroups } from "@/lib/terms";

const of2020 = getRuleSet("NDRC-36-2020");
const of2025 = getRuleSet("NDRC-30-2025");

/** Every object in the tree that looks like a figure. */
function figuresIn(value: unknown): { confidence: string; sources: string[] }[] {
  if (typeof value !== "object" || value === null) return [];
  if ("confidence" in value) return [value as { confidence: string; sources: string[] }];
  return Object.values(value).flatMap(figuresIn);
}

/** The lowest level of a scale whose 许可范围 reaches the voltage. */
const needed = ({ levels }: typeof of2020, kv: number) => levels.find(({ maxVoltageKv: { value } }) => value === null || kv <= value)?.word;

const figuresOf = (level: LevelRule) => [
  level.maxVoltageKv.value, level.technicians.value, level.intermediateTechnicians.value, level.skilledWorkers.value,
  level.highVoltageElectricians.value, level.leadYears.value, level.leadTitle.value, level.performanceRequired.value,
];

describe("L-4.1.5-07 L-4.1.6-05 规则集的数字", () => {
  it.each([
    ["1", [null, 50, 30, 60, 30, 5, "senior", true]],
    ["2", [330, 30, 15, 30, 15, 5, "intermediateOrAbove", true]],
    ["3", [110, 15, 5, 20, 10, 5, "intermediateOrAbove", true]],
    ["4", [35, 10, 0, 15, 8, 3, "juniorOrAbove", false]],
    ["5", [10, 5, 0, 5, 3, 3, "juniorOrAbove", false]],
  ] as const)("2020 年五级：%s 级", (code, expected) => expect(figuresOf(getLevel(of2020, code))).toEqual(expected));

  it.each([
    ["1", [null, 50, 30, 60, 30, 5, "senior", true]],
    ["2", [330, 30, 15, 30, 15, 5, "intermediateOrAbove", true]],
    ["2-110", [110, 15, 5, 20, 10, 5, "intermediateOrAbove", true]],
    ["3", [35, 5, 0, 10, 5, 3, "juniorOrAbove", false]],
    ["3-10", [10, 5, 0, 5, 3, 3, "juniorOrAbove", false]],
  ] as const)("2025 年三级：%s 级", (code, expected) => expect(figuresOf(getLevel(of2025, code))).toEqual(expected));

  it("每个数字都有可信程度和来源；没有来源的只能是暂定", () => {
    const figures = [...ruleSets, limits, conversion2020to2025].flatMap(figuresIn);
    expect(figures.length).toBeGreaterThan(100);
    for (const figure of figures) {
      expect(["VERIFIED", "LIKELY", "UNKNOWN"]).toContain(figure.confidence);
      expect(figure.sources.length).toBeGreaterThan(0);
      for (const source of figure.sources) expect(sources).toHaveProperty(source);
      expect(figure.sources.includes("none")).toBe(figure.confidence === "UNKNOWN");
    }
  });

  it.each(ruleSets)("$id：等级由低到高，要求不减，职称组与等级名称存在", (set) => {
    const kv = set.levels.map((level) => level.maxVoltageKv.value ?? Number.POSITIVE_INFINITY);
    expect(kv).toEqual(kv.toSorted((a, b) => a - b));
    for (const key of ["technicians", "intermediateTechnicians", "highVoltageElectricians", "leadYears"] as const) {
      const values = set.levels.map((level) => level[key].value);
      expect(values, key).toEqual(values.toSorted((a, b) => a - b));
    }
    for (const level of set.levels) {
      expect(level.intermediateTechnicians.value).toBeLessThanOrEqual(level.technicians.value);
      expect(level.highVoltageElectricians.value).toBeLessThanOrEqual(level.skilledWorkers.value);
      expect(titleLevelGroups).toHaveProperty(level.leadTitle.value);
    }
    expect(set.netAssetsPercent.value).toBe(15);
    expect(set.validityYears.value).toBe(6);
    expect(new Set(set.levels.map((level) => level.code))).toEqual(new Set(codesOf(set === of2020 ? levels2020 : levels2025)));
  });
});

describe("L-4.1.1-02 等级的次序与选择", () => {
  it("三级（10千伏以下）低于三级，二级（110千伏以下）低于二级", () => {
    expect(of2025.levels.map((level) => level.code)).toEqual(["3-10", "3", "2-110", "2", "1"]);
    expect(compareLevels(of2025, "3-10", "3")).toBeLessThan(0);
    expect(compareLevels(of2025, "2", "2-110")).toBeGreaterThan(0);
    expect(compareLevels(of2020, "4", "4")).toBe(0);
    expect(() => compareLevels(of2025, "4", "3")).toThrow("no level 4");
  });

  it("首次申请只到四级、五级（2020）或三级（2025）；换算来的等级不能申请", () => {
    expect(selectableLevels(of2020, { first: true }).map((level) => level.word)).toEqual(["四级", "五级"]);
    expect(selectableLevels(of2025, { first: true }).map((level) => level.word)).toEqual(["三级"]);
    expect(selectableLevels(of2020, { first: false })).toHaveLength(5);
    expect(selectableLevels(of2025, { first: false }).map((level) => level.code)).toEqual(["1", "2", "3"]);
  });

  it("按申请的最高级别计人", () => {
    expect(highestLevel(of2020, ["5", "3", "4"])?.code).toBe("3");
    expect(highestLevel(of2025, ["3-10", "2-110"])?.code).toBe("2-110");
    expect(highestLevel(of2020, [])).toBeUndefined();
  });

  it("以下包括本数：35 千伏要四级，36 千伏以上要三级", () => {
    expect([35, 66, 1000].map((kv) => needed(of2020, kv))).toEqual(["四级", "三级", "一级"]);
    expect(needed(of2025, 66)).toBe("二级（110千伏以下）");
  });

  it("国家能源局监管公告〔2023〕第1号的两个认定：110 千伏出线间隔须三级，220 千伏试验须二级", () => {
    expect([110, 220].map((kv) => needed(of2020, kv))).toEqual(["三级", "二级"]);
    expect([110, 220].map((kv) => needed(of2025, kv))).toEqual(["二级（110千伏以下）", "二级"]);
  });

  it("五级换算为三级制，名称都存在", () => {
    expect(Object.entries(conversion2020to2025.value).map(([from, to]) => [levels2020[from as "1"], levels2025[to]])).toEqual([
      ["一级", "一级"], ["二级", "二级"], ["三级", "二级（110千伏以下）"], ["四级", "三级"], ["五级", "三级（10千伏以下）"],
    ]);
  });
});

describe("规则集的默认", () => {
  it("默认为五级；有暂定数字的规则集须经管理员确认", () => {
    expect(defaultRuleSetId).toBe("NDRC-36-2020");
    expect(mayBeDefault(of2020)).toBe(true);
    expect(mayBeDefault(of2025)).toBe(false);
    expect(mayBeDefault(of2025, true)).toBe(true);
    expect(openFigures(of2025).map((open) => open.where)).toContain("二级：技术人员");
  });

  it("按日期说得出现行的规则集；未知编号不被接受", () => {
    expect(findRuleSetInForce("2025-06-30")?.id).toBe("NDRC-36-2020");
    expect(findRuleSetInForce("2025-07-01")?.id).toBe("NDRC-30-2025");
    expect(findRuleSetInForce("2020-10-10")).toBeUndefined();
    expect(isRuleSetId("NDRC-30-2025")).toBe(true);
    expect(isRuleSetId("2025")).toBe(false);
    expect(() => getRuleSet("2025")).toThrow("no rule set 2025");
  });
});

describe("L-4.1.5-08 L-4.1.6-06 条件的文字", () => {
  it("四级", () => {
    expect(levelConditions(of2020, getLevel(of2020, "4"))).toEqual([
      "许可范围：35千伏及以下电力设施",
      "净资产不低于总资产的15%",
      "技术负责人、安全负责人从事相应类别管理工作3年以上，具有电力相关专业初级以上职称",
      "电力相关技术人员不少于10人",
      "电力相关专业技能人员不少于15人，其中高压电工不少于8人",
      "本级别不要求业绩",
    ]);
  });
  it("一级", () => {
    const text = levelConditions(of2020, getLevel(of2020, "1")).join("；");
    expect(text).toContain("全部电压等级");
    expect(text).toContain("50人，其中中级以上职称不少于30人");
    expect(text).toContain("高级职称");
    expect(text).toContain("主要业绩");
  });
});

describe("办理期限", () => {
  it("受理五日、补正十五日、决定二十日可延十日", () => {
    expect([limits.intake, limits.correction, limits.statutoryDecision, limits.statutoryExtension].map((limit) => limit.value)).toEqual([5, 15, 20, 10]);
  });
  it.each([
    ["new-licence", "unrated", 15], ["new-licence", "good", 15], ["registration-change", "trustworthy", 10], ["registration-change", "untrustworthy", 15],
    ["renewal", "good", 10], ["renewal", "trustworthy", 20], ["reissue", "good", 0], ["reissue", "trustworthy", 5], ["reissue", "unrated", 20], ["merger", "good", 20],
  ] as const)("%s、信用 %s：承诺 %i 个工作日，不长于法定期限", (business, credit, days) => {
    expect(promisedDecision(business, credit).value).toBe(days);
    expect(days).toBeLessThanOrEqual(limits.statutoryDecision.value);
  });
});

it("每条规则写明依据与目录编号", () => {
  for (const [id, rule] of Object.entries(rules)) {
    expect(rule.article, id).toMatch(/^依据：.{4,}/);
    expect(rule.requirements.length, id).toBeGreaterThan(0);
    for (const requirement of rule.requirements) expect(requirement, id).toMatch(/^[LHRSP](-[\d.]+)+-\d{2}$/);
  }
});
