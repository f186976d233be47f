import { describe, expect, it } from "vitest";
import { findingsOf, issuesOf } from "@/lib/forms/business";
import { optionsOf } from "@/lib/forms/definition";
import { summaryOf } from "@/lib/forms/summary";
import { renewal } from "@/lib/licensing/businesses/renewal";
import { scopeChange } from "@/lib/licensing/businesses/scope-change";
import { CATEGORY_SECTION } from "@/lib/licensing/items";
import type { LicensingContext } from "@/lib/licensing/context";
import type { RuleSetId } from "@/lib/licensing/rule-sets";
import { scopeChangeInformation } from "@/lib/licensing/sections/scope-change-information";
import { renewalInformation } from "@/lib/licensing/sections/renewal-information";
import { heldLicence } from "../../../builders/licence";
import { completeNewLicence, licensingContext, type NewLicenceOptions } from "../../../builders/new-licence";

const OLD = { installation: "4", testing: "5" };

/** 持有承装四级、承试五级的企业，其余内容都够四级。 */
function holding(own: object, options: NewLicenceOptions = {}, ruleSetId: RuleSetId = "NDRC-36-2020"): LicensingContext {
  const built = completeNewLicence({ technicians: 10, workers: 15, items: OLD, ...options });
  const category = { ...built.answers[CATEGORY_SECTION], nature: "change", ...own };
  const files = [...built.files, { id: "rn", section: CATEGORY_SECTION, slot: "RN_FORM", name: "a.pdf", size: 1, mediaType: "application/pdf" }];
  return { ...licensingContext({ answers: { ...built.answers, [CATEGORY_SECTION]: category }, files }, { ruleSetId }), licence: heldLicence() };
}

const messages = (form: typeof scopeChange, context: LicensingContext) => issuesOf(form, context).map(({ message }) => message);
const levelsOffered = (section: typeof scopeChangeInformation, context: LicensingContext) => {
  const own = context.answers[CATEGORY_SECTION] ?? {};
  const field = section.groups[1]?.fields.find(({ key }) => key === "items");
  return Object.values((field && optionsOf(field, { own, section: own, context })) ?? {});
};

describe("许可事项变更的声明", () => {
  it("L-4.3.0-02 L-4.3.1-01 L-4.3.1-05 页签与新申请相同，第一页是申请信息，完成之后才到基本情况", () => {
    expect(scopeChange.sections.map(({ label }) => label)).toEqual([
      "申请信息", "基本情况", "技术负责人", "安全负责人", "电力相关技术人员", "电力相关专业技能人员", "规定年限内主要业绩", "资料提交",
    ]);
    expect(scopeChange.sections[0]?.gate).toBe(true);
  });

  it("L-4.3.1-02 须与原许可证不同：升级、增加、减少都算，换个次序不算", () => {
    expect(messages(scopeChange, holding({ items: { testing: "5", installation: "4" } }))).toEqual(["请选择与原许可证不同的类别或等级，现在与原许可证相同：承装四级、承试五级"]);
    expect(messages(scopeChange, holding({ items: { installation: "4", testing: "4" } }))).toEqual([]);
    expect(messages(scopeChange, holding({ items: { installation: "4" } }))).toEqual([]);
    const added = { installation: "4", testing: "5", repair: "5" };
    expect(messages(scopeChange, holding({ items: added }, { items: added }))).toEqual([]);
  });

  it("L-4.3.1-02 任何级别都可以申请，不受首次申请的限制；合并后、分立后申请要证明", () => {
    expect(levelsOffered(scopeChangeInformation, holding({}))).toContain("承装一级");
    expect(messages(scopeChange, holding({ items: { installation: "1" } })).join()).not.toContain("首次申请");
    expect(messages(scopeChange, holding({ nature: "afterMerger", items: { installation: "4" } }))).toEqual(["合并协议/决议及市场监管登记证明未上传"]);
    expect(messages(scopeChange, holding({ nature: "first", items: { installation: "4" } }))).toEqual(["申请性质：请重新选择，原选项已不可用"]);
  });

  it("L-4.3.7-03 L-4.3.7-11 L-4.3.7-12 L-4.3.7-13 升到三级的须有业绩：承修两年、承试连续两年，按类别分别算", () => {
    const three = { installation: "3", repair: "3", testing: "3" };
    const lacking = messages(scopeChange, holding({ items: three }, { items: three, technicians: 15, workers: 20 }));
    expect(lacking.some((message) => message.startsWith("承修业绩（三级）"))).toBe(true);
    expect(lacking.some((message) => message.startsWith("从事相应电压等级的变电或线路维修活动的年份：要求 2 年"))).toBe(true);
    expect(lacking.some((message) => message.startsWith("连续从事相应电压等级的变电或线路试验活动：要求 2 年（24 个月）"))).toBe(true);
    const enough = holding({ items: three }, { items: three, technicians: 15, workers: 20, projects: 3 });
    expect(issuesOf(scopeChange, enough).filter(({ severity }) => severity === "blocking").map(({ message }) => message)).toEqual([]);
  });

  it("L-4.3.7-03 持三级及以上许可证的，降到四级也须填写业绩；延续按延续后的级别", () => {
    const licence = heldLicence({ items: [{ category: "repair", level: "3" }], scopeText: "承修三级" });
    const lower = { ...holding({ items: { repair: "4" } }, { items: { repair: "4" } }), licence };
    expect(findingsOf(scopeChange, lower).filter(({ rule }) => rule === "performance").map(({ label }) => label)).toContain("承修业绩（三级）");
    const renewed = { ...lower, answers: { ...lower.answers, [CATEGORY_SECTION]: { ...lower.answers[CATEGORY_SECTION], downgrade: "yes" } } };
    expect(findingsOf(renewal, renewed).filter(({ rule }) => rule === "performance")).toEqual([]);
  });

  it("L-4.3.1-04 标准换了：换算写出来，只由换算得来的级别可以保留，不能新选", () => {
    const context = holding({ items: { installation: "3", testing: "3" } }, {}, "NDRC-30-2025");
    const lines = summaryOf(scopeChange, context)[0]?.groups[0]?.lines.map(({ text }) => text);
    expect(lines).toEqual(["2-1-00042-2023", "承装四级、承试五级", "承装四级 → 承装三级；承试五级 → 承试三级（10千伏以下）"]);
    const offered = levelsOffered(scopeChangeInformation, context);
    expect(offered).toContain("承试三级（10千伏以下）");
    expect(offered).not.toContain("承装三级（10千伏以下）");
    const wrong = holding({ items: { installation: "2-110", testing: "3-10" } }, {}, "NDRC-30-2025");
    expect(messages(scopeChange, wrong)[0]).toContain("请重新选择级别，现行规则下不能申请承装二级（110千伏以下）");
  });

  it("L-4.3.0-03 L-4.3.0-04 L-4.3.0-05 作用：改现有的一件，不发新证，不动有效期；名册以申请为准", () => {
    expect(scopeChange.effects(holding({ items: { installation: "3" } }))).toEqual([
      { kind: "amend", holder: "applicant", reason: "许可事项变更", items: [{ category: "installation", level: "3" }] }, { kind: "roster" },
    ]);
  });
});

describe("许可证延续的声明", () => {
  it("L-4.4.0-01 L-4.4.1-05 页签与许可事项变更相同", () => {
    expect(renewal.sections.map(({ label }) => label)).toEqual(scopeChange.sections.map(({ label }) => label));
  });

  it("L-4.4.1-03 否：与原来相同才行", () => {
    expect(messages(renewal, holding({ downgrade: "no", items: OLD }))).toEqual([]);
    for (const items of [{ installation: "4" }, { installation: "5", testing: "5" }]) {
      expect(messages(renewal, holding({ downgrade: "no", items }))).toEqual([expect.stringContaining("请与原许可证相同：承装四级、承试五级")]);
    }
  });

  it("L-4.4.1-04 是：至少一项降低或不再保留，没有一项升高或增加", () => {
    expect(messages(renewal, holding({ downgrade: "yes", items: { installation: "5", testing: "5" } }))).toEqual([]);
    expect(messages(renewal, holding({ downgrade: "yes", items: { installation: "4" } }))).toEqual([]);
    expect(messages(renewal, holding({ downgrade: "yes", items: OLD }))).toEqual([expect.stringContaining("请至少将一个类别的等级选低")]);
    expect(messages(renewal, holding({ downgrade: "yes", items: { installation: "5", testing: "4" } }))).toEqual([expect.stringContaining("不能提高等级或增加类别：承试四级")]);
  });

  it("L-4.4.1-04 可选的级别：否只有原来的，是再加上更低的；没有原来没有的类别", () => {
    expect(levelsOffered(renewalInformation, holding({ downgrade: "no", items: OLD }))).toEqual(["承装四级", "承试五级"]);
    expect(levelsOffered(renewalInformation, holding({ downgrade: "yes", items: OLD }))).toEqual(["承装四级", "承装五级", "承试五级"]);
  });

  it("L-4.4.1-12 延续申请表必传，有模板", () => {
    const { files, ...context } = holding({ downgrade: "no", items: OLD });
    expect(messages(renewal, { ...context, files: files.filter(({ slot }) => slot !== "RN_FORM") })).toEqual(["延续申请表未上传"]);
    expect(renewalInformation.slots[0]).toMatchObject({ key: "RN_FORM", template: "renewal-form" });
  });

  it("L-4.4.0-02 作用：续期并以申请的类别和等级为准，编号不变；降级的事由写明", () => {
    expect(renewal.effects(holding({ downgrade: "no", items: OLD }))[0]).toMatchObject({ kind: "amend", reason: "许可证延续", renew: true });
    expect(renewal.effects(holding({ downgrade: "yes", items: { installation: "5" } }))[0]).toMatchObject({ reason: "许可证延续（降级）", items: [{ category: "installation", level: "5" }] });
  });
});
