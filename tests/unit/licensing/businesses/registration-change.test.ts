import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { issuesOf } from "@/lib/forms/business";
import { textOf } from "@/lib/forms/answers";
import { summaryOf } from "@/lib/forms/summary";
import type { LicensingContext } from "@/lib/licensing/context";
import { registrationChange } from "@/lib/licensing/businesses/registration-change";
import { afterKey, changeableParticulars, changedItems, CHANGES_SECTION, particularsChanges, unchangedAnswers } from "@/lib/licensing/particulars-changes";
import { lockedParticulars } from "@/lib/enterprise/particulars";
import { addDays } from "@/lib/workflow/iso-date";
import { changeItems } from "@/lib/terms/licence-changes";
import { heldLicence } from "../../../builders/licence";
import { enterpriseFacts, licensingContext, TODAY } from "../../../builders/new-licence";
import { fictitiousPerson } from "../../../builders/people";

const enterprise = enterpriseFacts();
const [former, next] = [fictitiousPerson(900_001), fictitiousPerson(900_002)];
const submitter = { submitterType: "legalRepresentative", submitterName: "赵建国", submitterId: former.residentId };

/** 只改给出的几项；附件从略。 */
function context(changes: Record<string, string> = {}, more: Partial<LicensingContext> = {}): LicensingContext {
  const answers = { "change-applicant": submitter, [CHANGES_SECTION]: { ...unchangedAnswers(enterprise), regChangedOn: TODAY, ...changes } };
  return { ...licensingContext({ answers, files: [] }), licence: heldLicence(), ...more };
}

const blocking = (given: LicensingContext): string[] =>
  issuesOf(registrationChange, given).filter(({ severity, slot }) => severity === "blocking" && slot === undefined).map(({ message }) => message);
const warnings = (given: LicensingContext): string[] => issuesOf(registrationChange, given).filter(({ severity }) => severity === "warning").map(({ message }) => message);
const missingFiles = (given: LicensingContext): string[] => issuesOf(registrationChange, given).flatMap(({ slot }) => slot ?? []);

describe("登记事项变更", () => {
  it("L-4.2.0-01 决定十：四个变更事项，正是企业信息修改里锁定的四项；三个页签照手册", () => {
    expect(Object.keys(changeItems).toSorted()).toEqual([...lockedParticulars].toSorted());
    expect(changeableParticulars.legalRep).toEqual(["legalRep", "legalRepIdType", "legalRepId"]);
    expect(registrationChange.sections.map(({ label }) => label)).toEqual(["基本情况", "申请变更内容", "申请附件及明细"]);
    expect([registrationChange.startsFrom, registrationChange.review, registrationChange.submitLabel]).toEqual(["licence", "short", "提交"]);
  });

  it("L-4.2.1-06 L-4.2.1-07 申请信息的七项由系统带入，不能编辑", () => {
    const [basics] = summaryOf(registrationChange, context());
    expect(basics?.groups[0]?.lines.map(({ label, text }) => [label, text])).toEqual([
      ["单位名称", enterprise.unitName], ["法人执照（证书）编号", enterprise.uscc], ["申请性质", "首次申请"], ["原许可证号", "2-1-00042-2023"],
      ["原申请类别和等级", "承装四级、承试五级"], ["通讯地址", enterprise.mailingAddress], ["邮政编码", "110001"],
    ]);
    expect(registrationChange.sections[0]?.groups[0]?.fields.every((field) => field.derive !== undefined)).toBe(true);
  });

  it("L-4.2.1-08 L-4.2.2-03 身份证号码不合法即指出", () => {
    expect(blocking(context({ afterLegalRepId: "210102198001011234", afterLegalRep: "孙新" })).join()).toContain("证件号码");
    const bad = context({ afterDomicile: "新址" });
    bad.answers["change-applicant"] = { ...submitter, submitterId: "210102198001011234" };
    expect(blocking(bad)).toEqual([expect.stringContaining("身份证号码")]);
  });

  it("L-4.2.2-05 与变更前完全相同的不算变更；改一项就够，其余照旧", () => {
    expect(blocking(context())).toEqual(["变更后与变更前完全相同，请至少修改一项"]);
    expect(blocking(context({ afterDomicile: "沈阳市浑南区创新路9号" }))).toEqual([]);
    expect(blocking(context({ afterUnitName: "" }))).toEqual(expect.arrayContaining(["变更后单位名称未填写"]));
  });

  it("L-4.2.0-03 任选几项一起变：作用、列表文字与证面事由说的都是那几项", () => {
    const fresh: Record<string, string> = {
      unitName: "沈阳新名电力有限公司", enterpriseType: "institution", legalRep: "孙新", legalRepId: next.residentId, domicile: "沈阳市浑南区创新路9号",
    };
    fc.assert(
      fc.property(fc.subarray(Object.keys(fresh), { minLength: 1 }), (keys) => {
        const wanted = Object.fromEntries(keys.map((key) => [key, fresh[key] ?? ""]));
        const given = context(Object.fromEntries(Object.entries(wanted).map(([key, value]) => [afterKey(key), value])));
        expect(particularsChanges(given)).toEqual(wanted);
        const words = changedItems(given).map((item) => changeItems[item]).join("、");
        expect(registrationChange.scopeText(given.answers, given)).toBe(words);
        expect(registrationChange.effects(given)).toEqual([
          { kind: "particulars", changes: wanted }, { kind: "amend", holder: "applicant", reason: `登记事项变更（${words}）` },
        ]);
        expect(registrationChange.initial?.(given)?.[CHANGES_SECTION]).toEqual(unchangedAnswers(enterprise));
      }),
    );
  });

  it("市场监管变更登记满三十天照常，第三十一天起提示并要求说明原因；晚于今天的不收", () => {
    const on = (days: number, reason = "") => context({ afterDomicile: "新址", regChangedOn: addDays(TODAY, -days), reason });
    expect([blocking(on(30)), warnings(on(30))]).toEqual([[], []]);
    expect(blocking(on(31))).toEqual(["变更原因未填写"]);
    expect(blocking(on(31, "经办人员调整，没有及时申请"))).toEqual([]);
    expect(warnings(on(31, "经办人员调整"))).toEqual([expect.stringContaining("已 31 天，超过 30 天")]);
    expect(blocking(on(-1))).toEqual([expect.stringContaining("不得晚于今天")]);
  });

  it("换了法定代表人要他的身份证明，只换姓名不换号码的提示核对", () => {
    const changed = context({ afterLegalRep: "孙新" });
    expect(missingFiles(changed)).toEqual(["SUB_SELF", "RC_FORM", "RC_LIC", "RC_NOTICE", "RC_REP"]);
    expect(warnings(changed)).toEqual(["法定代表人变更了而证件号码没有变，请核对"]);
    expect(missingFiles(context({ afterDomicile: "新址" }))).not.toContain("RC_REP");
  });

  it("L-4.2.4-04 自贸区以告知承诺书代替准予变更登记通知书", () => {
    const zone = context({ afterDomicile: "新址" }, { procedure: "freeTradeZone" });
    expect(missingFiles(zone)).toEqual(["SUB_SELF", "PROMISE", "RC_FORM", "RC_LIC"]);
  });

  it("变更前后都写进冻结的摘要，审查的人与以后看的人读得到", () => {
    const changes = summaryOf(registrationChange, context({ afterLegalRep: "孙新" })).find(({ section }) => section === CHANGES_SECTION);
    const lines = Object.fromEntries((changes?.groups ?? []).flatMap(({ lines: own }) => own.map(({ label, text }) => [label, text])));
    expect(lines).toMatchObject({ 变更前法定代表人: "赵建国", 变更后法定代表人: "孙新", 变更前企业类型: "企业法人", 变更后企业类型: "企业法人", 变更事项: "法定代表人" });
    expect(textOf(context().answers[CHANGES_SECTION] ?? {}, "afterLegalRep")).toBe("赵建国");
  });
});
