import { describe, expect, it } from "vitest";
import * as terms from "@/lib/terms";
import { INVITATION_DAYS, invitationPeriod } from "@/lib/terms/invitations";

const { codesOf, isCodeOf, wordOf } = terms;

describe("邀请的期限", () => {
  it("issue 5 句子里的几天由天数得出，一位数", () => {
    expect([INVITATION_DAYS, invitationPeriod]).toEqual([7, "七天"]);
  });
});

describe("字典", () => {
  it("L-4.1.1-02 类别与五级、三级的等级依选项次序列出", () => {
    expect(Object.values(terms.categories)).toEqual(["承装", "承修", "承试"]);
    expect(Object.values(terms.levels2020)).toEqual(["一级", "二级", "三级", "四级", "五级"]);
    expect(codesOf(terms.levels2025)).toEqual(["1", "2", "3", "2-110", "3-10"]);
    expect(terms.levels2025["3-10"]).toBe("三级（10千伏以下）");
  });

  it("申请有十二种状态，四种为已办结", () => {
    expect(Object.values(terms.applicationStates)).toEqual([
      "草稿", "待形审", "待补正", "已受理", "审查中", "复审中", "待签发", "准予许可", "不予许可", "不予受理", "已废弃", "已终止",
    ]);
    expect(terms.finishedStates.map((state) => terms.applicationStates[state])).toEqual(["准予许可", "不予许可", "不予受理", "已终止"]);
  });

  it("业务共十一项，名称与首页一致", () => {
    expect(Object.values(terms.businesses)).toEqual([
      "许可证新申请", "登记事项变更", "许可事项变更", "许可证延续", "许可证补（换）证申请", "许可证注销", "人员变更申请", "分立申请", "合并申请",
      "业务办理终止申请", "申请废弃",
    ]);
  });

  it("职称按组计数：中级以上含高级，初级以上不含无职称", () => {
    expect(terms.titleCounts("viceSenior", "intermediateOrAbove")).toBe(true);
    expect(terms.titleCounts("juniorAssistant", "intermediateOrAbove")).toBe(false);
    expect(terms.titleCounts("juniorClerk", "juniorOrAbove")).toBe(true);
    expect(terms.titleCounts("none", "juniorOrAbove")).toBe(false);
    expect(terms.titleCounts("intermediate", "senior")).toBe(false);
  });

  it("每种作业类别属于高压、低压、特种、其他之一", () => {
    expect(codesOf(terms.electricianCategories).map((code) => terms.electricianGroups[terms.electricianGroupOf[code]])).toEqual([
      "高压", "低压", "特种", "特种", "特种", "其他",
    ]);
  });

  it("电压等级由高到低", () => {
    const [first, ...others] = Object.values(terms.voltageClasses).filter((word) => !word.startsWith("±")).map(Number.parseFloat);
    expect(others.every((kv, at) => kv < ([first, ...others][at] ?? 0))).toBe(true);
  });

  it("每个字典内词语不重复、不为空，代码只用字母、数字、连字符", () => {
    const maps = Object.entries(terms).filter(([name, value]) => typeof value === "object" && !Array.isArray(value) && !/Of$|Groups$/.test(name));
    expect(maps.length).toBeGreaterThan(25);
    for (const [name, map] of maps) {
      const words = Object.values(map as terms.OptionMap);
      expect(new Set(words).size, name).toBe(words.length);
      for (const [code, word] of Object.entries(map as terms.OptionMap)) {
        expect(code, name).toMatch(/^[A-Za-z0-9_-]+$/);
        expect(word.trim(), name).not.toBe("");
      }
    }
  });

  it("未知的代码原样显示，不会取到对象的内置属性", () => {
    expect(wordOf(terms.genders, "male")).toBe("男");
    expect(wordOf(terms.genders, "旧数据")).toBe("旧数据");
    expect(isCodeOf(terms.genders, "toString")).toBe(false);
    expect(wordOf(terms.genders, "constructor")).toBe("constructor");
  });
});
