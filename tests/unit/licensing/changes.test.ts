import { describe, expect, it } from "vitest";
import type { LicenceEffect } from "@/lib/licensing/business";
import { changesAgainstLicence } from "@/lib/licensing/changes";
import type { LicensingContext } from "@/lib/licensing/context";
import { scopeChanges, versionChanges } from "@/lib/licensing/licence/version-changes";
import { maskFactChanges } from "@/lib/licensing/masked-summary";
import { peopleOf } from "@/lib/licensing/people";
import { heldLicence } from "../../builders/licence";
import { completeNewLicence, enterpriseFacts, licensingContext } from "../../builders/new-licence";

const built = completeNewLicence();
const context: LicensingContext = { ...licensingContext(built), licence: heldLicence() };
const changes = (effects: readonly LicenceEffect[], own: LicensingContext = context) => changesAgainstLicence({ startsFrom: "licence", effects: () => effects }, own);
const amend = { kind: "amend", holder: "applicant", reason: "x" } as const;

describe("变更前 → 变更后", () => {
  it("L-4.3.0-02 类别和等级一个类别一处，用字说；发证日期为决定之日", () => {
    expect(changes([{ ...amend, items: [{ category: "installation", level: "3" }, { category: "repair", level: "5" }] }])).toEqual([
      { label: "承装等级", before: "四级", after: "三级" }, { label: "承修等级", before: "没有", after: "五级" }, { label: "承试等级", before: "五级", after: "不再保留" },
      { label: "发证日期", before: "2023年6月16日", after: "作出决定之日" },
    ]);
  });

  it("L-4.4.0-02 延续：有效期自原届满日起六年", () => {
    expect(changes([{ ...amend, renew: true }])[0]).toEqual({ label: "有效期至", before: "2029年6月15日", after: "2035年6月15日" });
  });

  it("L-4.3.0-02 登记信息、注销、新证、人员的进出都说得出；号码遮盖", () => {
    const { legalRepId = "" } = enterpriseFacts();
    const particulars = changes([{ kind: "particulars", changes: { legalRep: "孙新", legalRepId: "210102199001011231", domicile: enterpriseFacts().domicile ?? "" } }]);
    expect(particulars).toEqual([
      { label: "法定代表人", before: "赵建国", after: "孙新" }, { label: "法定代表人证件号码", before: legalRepId, after: "210102199001011231", mask: "identity" },
    ]);
    expect(maskFactChanges(particulars)[1]).toEqual({ label: "法定代表人证件号码", before: `${legalRepId.slice(0, 6)}********${legalRepId.slice(-4)}`, after: "210102********1231" });
    expect(changes([{ kind: "cancel", holder: "applicant", reason: "x" }])).toEqual([{ label: "许可证 2-1-00042-2023", before: "承装四级、承试五级", after: "注销" }]);
    expect(changes([{ kind: "issue", items: [{ category: "testing", level: "5" }] }])).toEqual([{ label: "新发许可证", before: "没有", after: "承试五级，有效期6年" }]);
  });

  it("L-4.3.0-02 另一方的许可证写明是谁的；不知道的不说", () => {
    const parties = [{ uscc: "91210102XB", unitName: "乙公司", legalRep: "李", licence: heldLicence({ number: "2-1-00043-2023" }) }];
    expect(changes([{ kind: "cancel", holder: { uscc: "91210102XB" }, reason: "x" }], { ...context, parties })).toEqual([
      { label: "乙公司：许可证 2-1-00043-2023", before: "承装四级、承试五级", after: "注销" },
    ]);
    expect(changes([{ kind: "cancel", holder: { uscc: "91210102XC" }, reason: "x" }])).toEqual([]);
  });

  it("L-4.3.0-02 名册与在册人员相比：谁新增、谁减少；没有变的不列", () => {
    const people = peopleOf(built.answers);
    expect(changes([{ kind: "roster" }], { ...context, people })).toEqual([]);
    const [gone, ...rest] = people.filter(({ kind }) => kind === "skilledWorker");
    const others = people.filter(({ kind }) => kind !== "skilledWorker");
    const stranger = { ...gone, idNumber: "X", name: "旧人" } as (typeof people)[number];
    expect(changes([{ kind: "roster" }], { ...context, people: [...others, ...rest, stranger] })).toEqual([
      { label: "电力相关专业技能人员", before: "5 人", after: `5 人，新增${gone?.name}，减少旧人` },
    ]);
    expect(changes([{ kind: "leave", idNumber: gone?.idNumber ?? "", roles: ["skilledWorker"], on: "2026-11-22" }], { ...context, people })).toEqual([
      { label: gone?.name, before: "电力相关专业技能人员", after: "离册" },
    ]);
  });

  it("L-4.1.10-03 新申请没有变更前", () => {
    expect(changesAgainstLicence({ startsFrom: "none", effects: () => [{ kind: "issue", items: [] }] }, context)).toEqual([]);
  });
});

describe("许可证的两版之间", () => {
  const version = { ...heldLicence(), legalRep: "赵建国", domicile: "沈阳", officeName: "东北监管局" };

  it("L-4.2.0-03 单位名称、住所、法定代表人、等级、有效期各说各的；没有变的不说", () => {
    expect(versionChanges(version, version)).toEqual([]);
    expect(versionChanges(version, { ...version, holderName: "新名", legalRep: "孙新", validTo: "2035-06-15", items: [{ category: "installation", level: "3" }] })).toEqual([
      { label: "单位名称", before: version.holderName, after: "新名" }, { label: "法定代表人", before: "赵建国", after: "孙新" },
      { label: "承装等级", before: "四级", after: "三级" }, { label: "承试等级", before: "五级", after: "不再保留" },
      { label: "有效期至", before: "2029年6月15日", after: "2035年6月15日" },
    ]);
  });

  it("L-4.3.1-04 等级标准换了，各按自己的标准说，并写明标准", () => {
    const scope = { ruleSetId: "NDRC-36-2020", items: [{ category: "installation", level: "3" }] };
    expect(scopeChanges(scope, { ruleSetId: "NDRC-30-2025", items: [{ category: "installation", level: "2-110" }] })).toEqual([
      { label: "承装等级", before: "三级", after: "二级（110千伏以下）" },
      { label: "等级标准", before: expect.stringContaining("2020"), after: expect.stringContaining("2025") },
    ]);
  });
});
