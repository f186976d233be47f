import { describe, expect, it } from "vitest";
import type { Row, SectionAnswers } from "@/lib/forms/answers";
import { issuesOf } from "@/lib/forms/business";
import { findingsOfSection, statusOfSection } from "@/lib/forms/issues";
import { newLicence } from "@/lib/licensing/businesses/new-licence";
import { getRuleSet, ruleSets } from "@/lib/licensing/rule-sets";
import { performanceDemands } from "@/lib/licensing/rules/performance";
import { performance } from "@/lib/licensing/sections/performance";
import { completeNewLicence, licensingContext, type NewLicenceOptions, projectRow } from "../../../builders/new-licence";

const context = (options: NewLicenceOptions, own: SectionAnswers, ruleSetId: "NDRC-36-2020" | "NDRC-30-2025" = "NDRC-36-2020") => {
  const built = completeNewLicence({ nature: "afterMerger", ...options });
  return licensingContext({ ...built, answers: { ...built.answers, performance: own } }, { ruleSetId });
};
const say = (options: NewLicenceOptions, own: SectionAnswers, ruleSetId?: "NDRC-36-2020" | "NDRC-30-2025") =>
  findingsOfSection(performance, context(options, own, ruleSetId)).map((finding) => [finding.label, finding.present, finding.met, finding.severity]);
const project = (category: string, seq: number, changes: SectionAnswers = {}): Row => ({ ...projectRow(category, seq), ...changes });

describe("规定年限内主要业绩", () => {
  it("L-4.1.10-01 页签总在；级别不要求时说明「本级别不要求」，空着也算完成", () => {
    const five = licensingContext(completeNewLicence());
    expect(performance.notRequired?.(five)).toBe("本级别不要求");
    expect(statusOfSection(performance, five, issuesOf(newLicence, five))).toBe("notRequired");
    const three = context({ items: { installation: "3" } }, {});
    expect(performance.notRequired?.(three)).toBeUndefined();
    expect(performance.notRequired?.({ ...five, answers: {} })).toBeUndefined();
  });

  it.each(ruleSets.map((ruleSet) => [ruleSet.id, ruleSet] as const))("%s：只有要求业绩的级别才判断，按类别分别判断", (_id, ruleSet) => {
    for (const level of ruleSet.levels) {
      const built = completeNewLicence({ items: { installation: level.code, repair: level.code, testing: level.code } });
      const demands = performanceDemands(licensingContext(built, { ruleSetId: ruleSet.id }));
      expect(demands.map((demand) => demand.category)).toEqual(level.performanceRequired.value ? ["installation", "repair", "testing"] : []);
    }
  });

  it("承装：五年内验收至少一项，不足只提醒；五年前的、没有验收的、不合格的不计", () => {
    const items = { installation: "3" };
    const one = (changes: SectionAnswers) => say({ items }, { performance: [project("installation", 1, changes)] });
    expect(one({ acceptedOn: "2021-11-22" })).toEqual([["承装业绩（三级）", "1 项", true, "warning"]]);
    const uncounted: SectionAnswers[] = [{ acceptedOn: "2021-11-21" }, { acceptedOn: "" }, { quality: "unqualified" }, { category: "repair" }];
    for (const changes of uncounted) {
      expect(one(changes)).toEqual([["承装业绩（三级）", "0 项", false, "warning"]]);
    }
  });

  it("承修：任意两年即可，不必连续；一年不够", () => {
    const items = { repair: "3" };
    const years = (...list: number[]) =>
      say({ items }, { performance: list.map((year, n) => project("repair", n + 1, { startOn: `${year}-03-01`, completedOn: `${year}-10-01` })) });
    expect(years(2019, 2024)[1]).toEqual(["从事相应电压等级的变电或线路维修活动的年份", "2 年（2019、2024）", true, "blocking"]);
    expect(years(2024, 2024)[1]).toEqual(["从事相应电压等级的变电或线路维修活动的年份", "1 年（2024）", false, "blocking"]);
    expect(years()).toEqual([["承修业绩（三级）", "0 项", false, "blocking"], ["从事相应电压等级的变电或线路维修活动的年份", "0 年", false, "blocking"]]);
  });

  it("承试：须连续两年，少一个月不够", () => {
    const items = { testing: "3" };
    const period = (consecutiveFrom: string, consecutiveTo: string) =>
      say({ items }, { consecutiveFrom, consecutiveTo, performance: [project("testing", 1)] }).find(([label]) => label === "连续从事相应电压等级的变电或线路试验活动");
    expect(period("2024-01", "2025-12")?.slice(1, 3)).toEqual(["24 个月", true]);
    expect(period("2024-01", "2025-11")?.slice(1, 3)).toEqual(["23 个月", false]);
    expect(period("2025-01", "2024-01")?.slice(1, 3)).toEqual(["0 个月", false]);
    expect(period("", "")?.[2]).toBe(false);
  });

  it("2025 年规则：承修、承试还要变（配）电与线路各至少一项", () => {
    const of = (kind: string, seq: number, year: number) => project("repair", seq, { kind, startOn: `${year}-03-01`, completedOn: `${year}-10-01` });
    const items = { repair: "2" };
    expect(say({ items }, { performance: [of("substation", 1, 2024), of("cableLine", 2, 2025)] }, "NDRC-30-2025").every(([, , met]) => met)).toBe(true);
    const lines = say({ items }, { performance: [of("overheadLine", 1, 2024), of("cableLine", 2, 2025)] }, "NDRC-30-2025");
    expect(lines.filter(([, , met]) => !met).map(([label]) => label)).toEqual(["承修业绩：变电（换流）站工程或配电工程"]);
  });

  it("三级齐备的申请没有不符", () => {
    const built = completeNewLicence({
      items: { installation: "3", repair: "3", testing: "3" }, nature: "afterMerger", technicians: 15, intermediateTechnicians: 5, workers: 20, highVoltage: 10, projects: 2,
    });
    expect(issuesOf(newLicence, licensingContext(built))).toEqual([]);
  });

  it("L-4.0-02 汇总按类别、工程电压等级分开", () => {
    const rows = [project("installation", 1), project("installation", 2, { voltage: "ac110" }), project("testing", 1)];
    const totals = performance.tables[0]?.totals?.(rows, licensingContext(completeNewLicence(), { ruleSetId: getRuleSet("NDRC-36-2020").id })) ?? [];
    expect(totals.map((total) => [total.label, total.value])).toEqual([
      ["承装合计", "2 项"], ["承装 110千伏", "1 项"], ["承装 35千伏", "1 项"], ["承试合计", "1 项"], ["承试 35千伏", "1 项"],
    ]);
    const views = performance.tables[0]?.views ?? [];
    expect(views.map((view) => [view.label, rows.filter(view.matches).length])).toEqual([["承装", 2], ["承修", 0], ["承试", 1]]);
  });
});
