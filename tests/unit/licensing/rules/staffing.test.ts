import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Row } from "@/lib/forms/answers";
import { issuesOf } from "@/lib/forms/business";
import type { Finding } from "@/lib/forms/issue";
import { newLicence } from "@/lib/licensing/businesses/new-licence";
import { ruleSets } from "@/lib/licensing/rule-sets";
import { skilledWorkersRule } from "@/lib/licensing/rules/skilled-workers";
import { techniciansRule } from "@/lib/licensing/rules/technicians";
import { countSkilledWorkers, countTechnicians } from "@/lib/licensing/staff";
import { codesOf } from "@/lib/terms/option-map";
import { electricianCategories } from "@/lib/terms/electrician";
import { titleLevels } from "@/lib/terms/title";
import { completeNewLicence, licensingContext, type NewLicenceOptions, technicianRow, TODAY, workerRow } from "../../../builders/new-licence";
import { fictitiousPerson } from "../../../builders/people";

const judge = (rule: { judge: (context: ReturnType<typeof licensingContext>) => Finding[] }, options: NewLicenceOptions, ruleSetId: "NDRC-36-2020" | "NDRC-30-2025" = "NDRC-36-2020") =>
  rule.judge(licensingContext(completeNewLicence(options), { ruleSetId }));

const levels = ruleSets.flatMap((ruleSet) => ruleSet.levels.map((level) => [ruleSet.id, level.word, level] as const));

/** 一个数的两边：刚好够与差一人。 */
const boundary = (need: number) => [[need, true], [need - 1, false]] as const;

describe.each(levels)("%s %s 的人数，差一人就不够", (ruleSetId, word, level) => {
  const items = { installation: level.code };
  const met = (findings: Finding[], label: string) => findings.find((finding) => finding.label === label)?.met;

  it("L-4.1.5-07 技术人员总数与中级以上人数", () => {
    for (const [count, enough] of boundary(level.technicians.value)) {
      const findings = judge(techniciansRule, { items, technicians: count, intermediateTechnicians: count }, ruleSetId);
      expect(met(findings, `电力相关技术人员（${word}）`)).toBe(enough);
    }
    const need = level.intermediateTechnicians.value;
    if (need === 0) {
      expect(met(judge(techniciansRule, { items }, ruleSetId), `中级以上职称的技术人员（${word}）`)).toBeUndefined();
      return;
    }
    for (const [count, enough] of boundary(need)) {
      const findings = judge(techniciansRule, { items, technicians: 60, intermediateTechnicians: count }, ruleSetId);
      expect(met(findings, `中级以上职称的技术人员（${word}）`)).toBe(enough);
    }
  });

  it("L-4.1.6-05 技能人员总数与高压电工人数", () => {
    for (const [count, enough] of boundary(level.skilledWorkers.value)) {
      expect(met(judge(skilledWorkersRule, { items, workers: count, highVoltage: count }, ruleSetId), `电力相关专业技能人员（${word}）`)).toBe(enough);
    }
    for (const [count, enough] of boundary(level.highVoltageElectricians.value)) {
      expect(met(judge(skilledWorkersRule, { items, workers: 70, highVoltage: count }, ruleSetId), `高压电工（${word}）`)).toBe(enough);
    }
  });
});

describe("人数的算法", () => {
  it("L-4.1.5-07 结论用文字与数字说明要求多少、现有多少，并指到名册", () => {
    const [finding] = judge(techniciansRule, { items: { installation: "4" }, technicians: 7 });
    expect(finding).toMatchObject({
      section: "technicians", table: "technicians", need: "10 人", present: "7 人", met: false, severity: "blocking",
      message: "电力相关技术人员（四级）：要求 10 人，现有 7 人",
    });
  });

  it("L-4.0-01 几个类别一起申请，人员按最高一级计一次，不累加", () => {
    const items = { installation: "5", repair: "4", testing: "5" };
    expect(judge(techniciansRule, { items, technicians: 10 }).map((finding) => finding.met)).toEqual([true]);
    expect(judge(skilledWorkersRule, { items, workers: 15 }).map((finding) => [finding.need, finding.met])).toEqual([["15 人", true], ["8 人", true]]);
    expect(judge(techniciansRule, { items: { installation: "5" }, technicians: 5 })[0]?.need).toBe("5 人");
  });

  it("没选级别时不下结论", () => {
    expect(judge(techniciansRule, { items: {} })).toEqual([]);
    expect(judge(skilledWorkersRule, { items: { installation: "" } })).toEqual([]);
    expect(judge(skilledWorkersRule, { items: { installation: "9" } })).toEqual([]);
  });

  it("L-4.1.6-05 证书过期的电工不计，当天到期的仍计；总数说明有几人过期", () => {
    const worker = (n: number, validTo: string): Row => ({ ...workerRow(fictitiousPerson(n), n), validTo });
    const rows = [worker(1, TODAY), worker(2, "2026-11-21"), worker(3, ""), worker(4, "2031-01-01")];
    expect(countSkilledWorkers(rows, TODAY)).toEqual({ total: 2, highVoltage: 2, lowVoltage: 0, special: 0, expired: 1 });
  });

  it("同一号码只计一人，没有号码的不计；没有职称的不计入技术人员", () => {
    const person = fictitiousPerson(7);
    const twice = [technicianRow(person, 1, "intermediate"), technicianRow(person, 2, "intermediate"), { ...technicianRow(person, 3), idNo: "" }];
    expect(countTechnicians(twice)).toEqual({ total: 1, senior: 0, intermediate: 1, intermediateOrAbove: 1, junior: 0 });
    expect(countTechnicians([technicianRow(person, 1, "none")]).total).toBe(0);
  });

  it("各职称之和等于总数，中级以上不超过总数；加一个人不会让任何一数变少", () => {
    const level = fc.constantFrom(...codesOf(titleLevels));
    fc.assert(
      fc.property(fc.array(level, { maxLength: 40 }), level, (held, extra) => {
        const rows = [...held, extra].map((title, n) => technicianRow(fictitiousPerson(n), n, title));
        const [before, after] = [countTechnicians(rows.slice(0, -1)), countTechnicians(rows)];
        expect(after.senior + after.intermediate + after.junior).toBe(after.total);
        for (const key of ["total", "senior", "intermediateOrAbove", "junior"] as const) expect(after[key]).toBeGreaterThanOrEqual(before[key]);
      }),
    );
  });

  it("L-4.1.6-03 一名电工可属几组，总数只计一次，各组不超过总数", () => {
    const categories = fc.subarray(codesOf(electricianCategories), { minLength: 1 });
    fc.assert(
      fc.property(fc.array(categories, { maxLength: 30 }), (all) => {
        const count = countSkilledWorkers(all.map((workCategory, n) => ({ ...workerRow(fictitiousPerson(n), n), workCategory })), TODAY);
        expect(count.total).toBe(all.length);
        expect(count.highVoltage).toBe(all.filter((own) => own.includes("highVoltage")).length);
        expect(Math.max(count.highVoltage, count.lowVoltage, count.special)).toBeLessThanOrEqual(count.total);
      }),
    );
  });

  it("人数不足只挡名册页签，补足之后没有不符", () => {
    const short = licensingContext(completeNewLicence({ items: { installation: "4" }, technicians: 10, workers: 14 }));
    expect(issuesOf(newLicence, short).map((issue) => [issue.section, issue.message])).toEqual([
      ["skilled-workers", "电力相关专业技能人员（四级）：要求 15 人，现有 14 人"],
    ]);
    expect(issuesOf(newLicence, licensingContext(completeNewLicence({ items: { installation: "4" }, technicians: 10, workers: 15 })))).toEqual([]);
  });
});
