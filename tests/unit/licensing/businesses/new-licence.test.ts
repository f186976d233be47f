import { describe, expect, it } from "vitest";
import { findBusiness, getBusiness, licensingBusinesses } from "@/lib/licensing/businesses";
import { newLicence } from "@/lib/licensing/businesses/new-licence";
import { conditionTexts, ruleSetNotice } from "@/lib/licensing/conditions";
import { getRuleSet } from "@/lib/licensing/rule-sets";
import { filledTemplate, isTemplateKey, templates, templateValues, type TemplateKey } from "@/lib/licensing/templates";
import { enterpriseFacts, licensingContext, TODAY } from "../../../builders/new-licence";

const five = getRuleSet("NDRC-36-2020");
const three = getRuleSet("NDRC-30-2025");

describe("许可证新申请", () => {
  it("L-4.1.10-04 准予后按申请的类别与级别发一张许可证，没选级别的类别不在内", () => {
    const answers = { "application-category": { items: { testing: "5", installation: "4", repair: "" } } };
    expect(newLicence.effects(licensingContext({ answers, files: [] }))).toEqual([
      { kind: "issue", items: [{ category: "installation", level: "4" }, { category: "testing", level: "5" }] },
      { kind: "roster" },
    ]);
    expect(newLicence.scopeText(answers, { ruleSet: five, enterprise: {} })).toBe("承装四级、承试五级");
    expect(newLicence.scopeText({}, { ruleSet: five, enterprise: {} })).toBe("");
  });

  it("只有已经能办的业务找得到；地址栏里乱写的找不到", () => {
    expect(Object.keys(licensingBusinesses)).toContain("new-licence");
    expect(findBusiness("new-licence")).toBe(newLicence);
    for (const code of ["renewal-x", "__proto__", "", "constructor"]) expect(findBusiness(code)).toBeUndefined();
    expect(() => getBusiness("nothing")).toThrow("no business nothing");
  });
});

describe("资料审核的文字提示", () => {
  it("L-4.1.5-08 L-4.1.6-06 所选级别的技术人员、技能人员条件用文字列出，数字取自规则集", () => {
    const [text] = conditionTexts(five, [{ category: "installation", level: "3" }]);
    expect(text?.title).toBe("承装三级");
    expect(text?.sentences.join("\n")).toContain("电力相关技术人员不少于15人，其中中级以上职称不少于5人");
    expect(text?.sentences.join("\n")).toContain("电力相关专业技能人员不少于20人，其中高压电工不少于10人");
  });

  it("L-4.0-01 几个类别同时申请时说明人员只按最高一级计一次", () => {
    const texts = conditionTexts(five, [{ category: "installation", level: "5" }, { category: "testing", level: "4" }]);
    expect(texts.map((text) => text.title)).toEqual(["承装五级", "承试四级", "几个类别同时申请"]);
    expect(texts[2]?.sentences.join()).toContain("最高的四级计一次");
    expect(conditionTexts(five, [])).toEqual([]);
    expect(conditionTexts(three, [{ category: "testing", level: "5" }])).toEqual([]);
  });

  it("说明用的是哪一部规则、现行有效的是哪一部（决定一）", () => {
    expect(ruleSetNotice(five, TODAY)).toContain("2020年第36号");
    expect(ruleSetNotice(five, TODAY)).toMatch(/现行有效的规章为“国家发展改革委令2025年第30号/);
    expect(ruleSetNotice(three, TODAY)).toContain("为现行有效的规章");
    expect(ruleSetNotice(five, "2024-01-01")).toContain("为现行有效的规章");
  });
});

describe("模板", () => {
  const text = (key: TemplateKey, facts = enterpriseFacts()) => JSON.stringify(filledTemplate(key, templateValues(facts, { scope: "承装五级、承试五级" })));

  it("L-4.1.2-09 L-4.1.2-10 每份都由登记信息预填，没有的留横线，不剩占位符", () => {
    for (const key of Object.keys(templates) as TemplateKey[]) {
      expect(text(key)).toContain("沈阳甲电力工程有限公司");
      expect(text(key)).not.toMatch(/\{\w+\}/);
      expect(text(key, {})).not.toMatch(/\{\w+\}/);
    }
    expect(text("application-form")).toContain("企业法人");
    expect(text("legal-representative-statement")).toContain("承装五级、承试五级");
    expect(text("power-of-attorney", {})).toContain("＿＿＿＿＿＿委托上述受托人");
  });

  it("乱写的键不是模板", () => {
    expect(isTemplateKey("application-form")).toBe(true);
    for (const key of ["", "toString", "../secret"]) expect(isTemplateKey(key)).toBe(false);
  });
});
