import { describe, expect, it } from "vitest";
import type { Answers, SectionAnswers } from "@/lib/forms/answers";
import { issuesOf } from "@/lib/forms/business";
import { usccCheckCharacter } from "@/lib/forms/identifiers";
import type { Finding } from "@/lib/forms/issue";
import { newLicence } from "@/lib/licensing/businesses/new-licence";
import type { LicensingContext } from "@/lib/licensing/context";
import { ruleSets, selectableLevels } from "@/lib/licensing/rule-sets";
import { firstApplicationLevelRule } from "@/lib/licensing/rules/application-level";
import type { LicensingRule } from "@/lib/licensing/rules/finding";
import { ageOn, safetyLeadRule, technicalLeadRule } from "@/lib/licensing/rules/leads";
import { netAssetsRule } from "@/lib/licensing/rules/net-assets";
import { separatePostsRule } from "@/lib/licensing/rules/separate-posts";
import { organisationCodeRule } from "@/lib/licensing/rules/organisation-code";
import { shareholdingRule } from "@/lib/licensing/rules/shareholding";
import { completeNewLicence, enterpriseFacts, licensingContext, type NewLicenceOptions, technicianRow, workerRow } from "../../../builders/new-licence";
import { fictitiousPerson } from "../../../builders/people";

/** 在完整的申请上改一个页签，看一条规则怎么说。 */
function judge(rule: LicensingRule, options: NewLicenceOptions = {}, changes: Answers = {}, context: Partial<LicensingContext> = {}): Finding[] {
  const built = completeNewLicence(options);
  const answers = { ...built.answers };
  for (const [section, own] of Object.entries(changes)) answers[section] = { ...answers[section], ...own };
  return rule.judge({ ...licensingContext({ ...built, answers }), ...context });
}

const unmet = (findings: Finding[]) => findings.filter((finding) => !finding.met);

describe("首次申请的级别（决定二）", () => {
  it.each(ruleSets.map((ruleSet) => [ruleSet.id, ruleSet] as const))("L-4.1.1-02 %s：首次只能到规则允许的级别，合并、分立后不受限", (id, ruleSet) => {
    const allowed: readonly string[] = ruleSet.firstApplicationLevels.value;
    for (const level of ruleSet.levels) {
      for (const nature of ["first", "afterDeregistration"]) {
        const [finding] = judge(firstApplicationLevelRule, { items: { testing: level.code }, nature }, {}, { ruleSet });
        expect([id, level.word, finding?.met]).toEqual([id, level.word, allowed.includes(level.code)]);
      }
      for (const nature of ["afterMerger", "afterDivision"]) expect(judge(firstApplicationLevelRule, { items: { testing: level.code }, nature }, {}, { ruleSet })).toEqual([]);
    }
    expect(selectableLevels(ruleSet, { first: true }).map((level) => level.code).toSorted()).toEqual([...allowed].toSorted());
  });

  it("L-4.1.1-02 每个类别分别判断，提示说得出去处", () => {
    const findings = judge(firstApplicationLevelRule, { items: { installation: "4", testing: "3" } });
    expect(findings.map((finding) => [finding.label, finding.met])).toEqual([["首次申请承装的级别", true], ["首次申请承试的级别", false]]);
    expect(findings[1]).toMatchObject({ need: "四级、五级", present: "三级", field: "items", message: expect.stringContaining("许可事项变更") });
  });
});

describe("净资产", () => {
  const ratio = (total: string, net: string) => judge(netAssetsRule, {}, { "basic-information": { totalAssets: total, netAssets: net } })[0];

  it("L-4.1.10-02 恰好百分之十五够，少一点就不够，负的不够", () => {
    expect(ratio("1000", "150")).toMatchObject({ met: true, need: "不低于 15%", present: "15.00%" });
    expect(ratio("1000", "149.999999")?.met).toBe(false);
    expect(ratio("0.7", "0.105")?.met).toBe(true);
    expect(ratio("1000", "-20")).toMatchObject({ met: false, present: "-2.00%" });
  });

  it("没填资产时由字段自己说未填写，规则不重复说", () => {
    expect(ratio("", "900")).toBeUndefined();
    expect(ratio("1000", "")).toBeUndefined();
  });

  it("财务数据太旧只提醒，不挡提交", () => {
    const at = (financeAsOf: string) => unmet(judge(netAssetsRule, {}, { "basic-information": { financeAsOf } }));
    expect(at("2025-05-23")).toEqual([]);
    expect(at("2025-05-22")).toMatchObject([{ severity: "warning", present: "18 个月以前" }]);
  });
});

describe("统一社会信用代码第17位", () => {
  const doubts = (uscc: string) => unmet(judge(organisationCodeRule, {}, {}, { enterprise: enterpriseFacts({ uscc }) }));

  it("L-4.1.2-07 L-4.1.10-02 其他部门的代码与算法不符的，在资料审核里提醒，不挡提交；相符的不提", () => {
    const first17 = "12330100XFAKE2979";
    const irregular = first17 + usccCheckCharacter(first17);
    expect(doubts(irregular)).toMatchObject([{ severity: "warning", field: "uscc", present: irregular, message: "请核对统一社会信用代码，第17位与通常算法不符" }]);
    expect(doubts("12330100XFAKE2978K")).toEqual([]);
    const said = (uscc: string) => issuesOf(newLicence, licensingContext(completeNewLicence(), { enterprise: enterpriseFacts({ uscc }) }));
    expect(said(irregular).map(({ rule, severity }) => [rule, severity])).toEqual([["organisationCode", "warning"]]);
    expect(said("12330100XFAKE2978K")).toEqual([]);
  });
});

describe("股权结构", () => {
  const shares = (...ratios: string[]) =>
    judge(shareholdingRule, {}, { "basic-information": { shareholders: ratios.map((ratio, n) => ({ rowId: `share-0000${n}`, name: `股东${n}`, ratio })) } });

  it("L-4.1.2-02 企业法人的出资比例合计须为 100%，允许四舍五入的误差", () => {
    expect(shares("60", "40")[0]?.met).toBe(true);
    expect(shares("33.33", "33.33", "33.33")[0]).toMatchObject({ met: true, present: "99.99%" });
    expect(shares("33.33", "33.33", "33.32")[0]).toMatchObject({ met: false, nature: "wrong", need: "100%", present: "99.98%" });
    expect(shares("60", "40.02")[0]?.met).toBe(false);
    expect(shares()[0]).toMatchObject({ met: false, nature: "missing" });
  });

  it("事业单位法人与其他法人不要求", () => {
    for (const enterpriseType of ["institution", "otherLegalPerson"]) {
      expect(judge(shareholdingRule, {}, { "basic-information": { shareholders: [] } }, { enterprise: enterpriseFacts({ enterpriseType }) })).toEqual([]);
    }
  });
});

describe.each([
  ["技术负责人", "technical-lead", technicalLeadRule],
  ["安全负责人", "safety-lead", safetyLeadRule],
] as const)("%s", (word, section, rule) => {
  const lead = (own: SectionAnswers, options: NewLicenceOptions = {}) => judge(rule, options, { [section]: own });
  const worked = (from: string, to: string, category: string[], isManagement = true) => ({
    rowId: `work-${from}-${to || "now"}`, from, to, category, isManagement, employer: "甲公司",
  });
  const years = (findings: Finding[], category: string) => findings.find((finding) => finding.label === `${word}从事${category}管理工作的年限`);

  const demands = ruleSets.flatMap((ruleSet) => ruleSet.levels.map((level) => [ruleSet.id, level.word, ruleSet, level] as const));
  it.each(demands)("L-4.1.3-02 L-4.1.4-02 %s %s：年限差一个月就不够，职称差一等就不够", (_id, _word, ruleSet, level) => {
    const need = level.leadYears.value;
    const options = { items: { installation: level.code }, nature: "afterMerger" };
    const at = (from: string) => judge(rule, options, { [section]: { workExperience: [worked(from, "2026-11", ["installation"])] } }, { ruleSet });
    expect(years(at(`${2026 - need}-12`), "承装")).toMatchObject({ met: true, need: `${need} 年`, present: `${need} 年` });
    expect(years(at(`${2027 - need}-01`), "承装")?.met).toBe(false);
    const title = (titleLevel: string) => judge(rule, options, { [section]: { titleLevel } }, { ruleSet }).find((finding) => finding.label === `${word}的职称`)?.met;
    const ladder = ["none", "juniorClerk", "intermediate", "viceSenior"];
    const lowest = { juniorOrAbove: "juniorClerk", intermediateOrAbove: "intermediate", senior: "viceSenior" }[level.leadTitle.value];
    expect(title(lowest)).toBe(true);
    expect(title(ladder[ladder.indexOf(lowest) - 1] ?? "none")).toBe(false);
  });

  it("年限按类别分别算：只计管理工作，重叠的月份计一次，空档不计（决定五）", () => {
    const rows = [
      worked("2018-01", "2020-12", ["installation", "testing"]),
      worked("2020-01", "2021-12", ["installation"]),
      worked("2010-01", "2017-12", ["installation"], false),
      worked("2024-01", "2024-06", ["testing"]),
    ];
    const findings = lead({ workExperience: rows });
    expect(years(findings, "承装")).toMatchObject({ met: true, present: "4 年" });
    expect(years(findings, "承试")).toMatchObject({ met: true, present: "3 年 6 个月" });
    expect(years(lead({ workExperience: [] }), "承装")).toMatchObject({ met: false, present: "0 个月", nature: "missing" });
  });

  it("负责类别须包括申请的每个类别", () => {
    expect(unmet(lead({ categories: ["installation"] }))).toMatchObject([{ field: "categories", need: "承装、承试", present: "承装" }]);
    expect(unmet(lead({ categories: ["installation", "testing", "repair"] }))).toEqual([]);
  });

  it("职称专业与年龄只提醒，从不据此拒绝", () => {
    expect(unmet(lead({ titleSpecialty: "other" }))).toMatchObject([{ severity: "warning", field: "titleSpecialty" }]);
    expect(unmet(lead({ idType: "passport", idNo: "E12345678", birthStated: "1950-01-01" }))).toMatchObject([{ severity: "warning", need: "18 至 70 周岁", present: "76 周岁" }]);
    expect(ageOn("2000-11-22", "2026-11-22")).toBe(26);
    expect(ageOn("2000-11-23", "2026-11-22")).toBe(25);
  });
});

describe("一人一岗（决定七）", () => {
  const idOf = (answers: Answers, section: string) => String(answers[section]?.idNo);
  const built = completeNewLicence();
  const technical = idOf(built.answers, "technical-lead");
  const safety = idOf(built.answers, "safety-lead");
  const person = (residentId: string) => ({ ...fictitiousPerson(1), residentId });
  const withPeople = (changes: Answers) => judge(separatePostsRule, {}, changes);

  it("技术负责人可以同时是技术人员", () => {
    expect(unmet(withPeople({ technicians: { technicians: [technicianRow(person(technical), 1)] } }))).toEqual([]);
  });

  it("安全负责人不得是其他任何人，技术人员与电工不得是同一人；指到后出现的那一处", () => {
    const clash = (changes: Answers) => unmet(withPeople(changes)).map((finding) => [finding.section, finding.row ?? "", finding.present]);
    const same = fictitiousPerson(50);
    expect(clash({ "safety-lead": { idNo: technical } })).toMatchObject([["safety-lead", "", expect.stringContaining("同时为技术负责人、安全负责人")]]);
    expect(clash({ technicians: { technicians: [technicianRow(person(safety), 1)] } })).toMatchObject([["technicians", "technician-row-0001", expect.stringContaining("安全负责人")]]);
    expect(clash({ "skilled-workers": { skilledWorkers: [workerRow(person(safety), 1)] } })[0]?.[0]).toBe("skilled-workers");
    expect(clash({ "skilled-workers": { skilledWorkers: [workerRow(person(technical), 1)] } })[0]?.[0]).toBe("skilled-workers");
    expect(clash({ technicians: { technicians: [technicianRow(same, 1)] }, "skilled-workers": { skilledWorkers: [workerRow(same, 1)] } })).toMatchObject([["skilled-workers", "worker-row-0001", expect.any(String)]]);
  });

  it("没有重复时给出一条符合的结论", () => {
    expect(withPeople({})).toMatchObject([{ met: true, present: "没有重复" }]);
  });
});
