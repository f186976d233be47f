import { describe, expect, it } from "vitest";
import type { SectionAnswers } from "@/lib/forms/answers";
import { issuesOf } from "@/lib/forms/business";
import { fieldsOf } from "@/lib/forms/definition";
import { isVisible } from "@/lib/forms/display";
import { summaryOf } from "@/lib/forms/summary";
import { cancellation } from "@/lib/licensing/businesses/cancellation";
import { reissue } from "@/lib/licensing/businesses/reissue";
import type { Business } from "@/lib/licensing/business";
import type { LicensingContext } from "@/lib/licensing/context";
import { filledTemplate, licenceValues, templateValues } from "@/lib/licensing/templates";
import { addDays } from "@/lib/workflow/iso-date";
import { heldLicence } from "../../../builders/licence";
import { enterpriseFacts, licensingContext, TODAY } from "../../../builders/new-licence";
import { fictitiousPerson } from "../../../builders/people";

const submitter = { submitterType: "legalRepresentative", submitterName: "赵建国", submitterId: fictitiousPerson(900_001).residentId };
const at = (section: string, answers: SectionAnswers, more: Partial<LicensingContext> = {}): LicensingContext => ({
  ...licensingContext({ answers: { [section]: { ...submitter, ...answers } }, files: [] }), licence: heldLicence(), ...more,
});
const messages = (business: Business, context: LicensingContext): string[] => issuesOf(business, context).filter(({ slot, severity }) => !slot && severity === "blocking").map(({ message }) => message);
const files = (business: Business, context: LicensingContext): string[] => issuesOf(business, context).flatMap(({ slot }) => slot ?? []);

describe("许可证补（换）证", () => {
  const lost = { kind: "lost", part: ["original"], reason: "办公室搬迁时遗失，多方查找未果", statementMedia: "辽宁日报", statementOn: addDays(TODAY, -12) };
  const shown = (kind: string): string[] => {
    const context = at("reissue", { kind });
    const own = context.answers.reissue ?? {};
    return fieldsOf(reissue.sections[0]?.groups ?? []).filter((field) => isVisible(field, { own, section: own, context })).map(({ key }) => key);
  };

  it("L-4.5.1-07 申请类别是下拉框，选了才列出那一类要填的、要交的", () => {
    const kind = fieldsOf(reissue.sections[0]?.groups ?? []).find(({ key }) => key === "kind");
    expect([kind?.kind, kind?.label, kind?.options]).toEqual(["select", "申请类别", { lost: "遗失补证", damaged: "损毁补证", exchange: "换证" }]);
    expect(shown("")).toEqual(["kind", "licenceNo", "reason", "submitterType", "submitterName", "submitterId"]);
    expect(shown("lost")).toEqual(["kind", "licenceNo", "lostOn", "statementMedia", "statementOn", "part", "reason", "submitterType", "submitterName", "submitterId"]);
    expect(shown("exchange")).toEqual(["kind", "licenceNo", "part", "reason", "submitterType", "submitterName", "submitterId"]);
    expect(files(reissue, at("reissue", lost))).toEqual(["RI_FORM", "BIZ_LIC", "REP_ID", "RI_LOST"]);
    expect(files(reissue, at("reissue", { ...lost, kind: "damaged" }))).toEqual(["RI_FORM", "BIZ_LIC", "REP_ID", "RI_OLD"]);
    expect(files(reissue, at("reissue", { ...lost, submitterType: "agent" }))).toContain("SUB_AUTH");
  });

  it("遗失声明刊登不满十天只提示，满十天不提示", () => {
    const warn = (days: number) => issuesOf(reissue, at("reissue", { ...lost, statementOn: addDays(TODAY, -days) })).filter(({ severity }) => severity === "warning").map(({ message }) => message);
    expect(warn(10)).toEqual([]);
    expect(warn(9)).toEqual([expect.stringContaining("满 10 天后再申请，现为第 9 天")]);
    expect(messages(reissue, at("reissue", lost))).toEqual([]);
    expect(messages(reissue, at("reissue", { ...lost, lostOn: addDays(TODAY, -3) }))).toEqual([expect.stringContaining("不得早于遗失日期")]);
  });

  it("L-4.5.1-09 作用是出新的一版，事由为申请类别；按钮仍是资料提交", () => {
    const context = at("reissue", lost);
    expect(reissue.effects(context)).toEqual([{ kind: "amend", holder: "applicant", reason: "遗失补证" }]);
    expect(reissue.scopeText(context.answers, context)).toBe("遗失补证");
    expect(reissue.submitLabel).toBeUndefined();
    expect(reissue.sections.map(({ layout }) => layout)).toEqual(["check"]);
  });

  it("L-4.5.2-03 自贸区以告知承诺书代替遗失声明的证明", () => {
    expect(files(reissue, at("reissue", lost, { procedure: "freeTradeZone" }))).toEqual(["RI_FORM", "BIZ_LIC", "REP_ID", "PROMISE"]);
  });

  it("申请表预填企业与许可证", () => {
    const text = JSON.stringify(filledTemplate("reissue-form", templateValues(enterpriseFacts(), { ...licenceValues(heldLicence()), kind: "遗失补证" })));
    for (const word of ["沈阳甲电力工程有限公司", "2-1-00042-2023", "承装四级、承试五级", "遗失补证"]) expect(text).toContain(word);
  });
});

describe("许可证注销", () => {
  const voluntary = { ground: "voluntary", detail: "经营方向调整，不再从事许可活动。", paperLicence: "none" };

  it("L-4.6-07 L-4.6-08 L-4.6-09 企业信息、联系方式只读，指明去“我的信息”—“企业信息修改”；注销事项要填", () => {
    const [section] = cancellation.sections;
    const readOnly = section?.groups.filter(({ link }) => link !== undefined) ?? [];
    expect(readOnly.map(({ title, link }) => [title, link?.label, link?.href])).toEqual([
      ["企业信息", "“我的信息”—“企业信息修改”", "/profile"], ["联系方式", "“我的信息”—“企业信息修改”", "/profile"],
    ]);
    expect(readOnly.every(({ fields }) => fields.every((field) => field.derive !== undefined))).toBe(true);
    const lines = summaryOf(cancellation, at("cancellation", voluntary))[0]?.groups.flatMap((group) => group.lines.map(({ label, text }) => [label, text]));
    expect(lines).toEqual(expect.arrayContaining([["单位名称", "沈阳甲电力工程有限公司"], ["许可证号", "2-1-00042-2023"], ["联系人", "钱丽"], ["注销事由", "自愿放弃许可"]]));
  });

  it("L-4.6-11 带 * 的没有填逐项指出；拟注销日期选填，不得早于今天", () => {
    expect(messages(cancellation, at("cancellation", {}))).toEqual(["注销事由未填写", "注销事项未填写", "许可证正副本交回未填写"]);
    expect(messages(cancellation, at("cancellation", { ...voluntary, effectiveOn: addDays(TODAY, -1) }))).toEqual([expect.stringContaining("不得早于今天")]);
    expect(messages(cancellation, at("cancellation", { ...voluntary, effectiveOn: TODAY }))).toEqual([]);
  });

  it("L-4.6-10 自愿放弃的不要决议，其余要；持有纸质证的要交回", () => {
    expect(files(cancellation, at("cancellation", voluntary))).toEqual(["CA_FORM"]);
    expect(files(cancellation, at("cancellation", { ...voluntary, ground: "dissolved", paperLicence: "returned" }))).toEqual(["CA_FORM", "CA_DOC", "OLD_LIC"]);
  });

  it("L-4.6-12 作用是注销申请人的许可证", () => {
    expect(cancellation.effects(at("cancellation", voluntary))).toEqual([{ kind: "cancel", holder: "applicant", reason: "注销：自愿放弃许可" }]);
  });
});
