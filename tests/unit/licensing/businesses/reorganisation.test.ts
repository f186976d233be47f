import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isBlocking, issuesOf } from "@/lib/forms/business";
import { summaryOf } from "@/lib/forms/summary";
import { division } from "@/lib/licensing/businesses/division";
import { merger } from "@/lib/licensing/businesses/merger";
import type { LicensingContext } from "@/lib/licensing/context";
import { partyObstacle } from "@/lib/licensing/confirmations";
import { effectSentences, effectsInWords } from "@/lib/licensing/effect-words";
import { CATEGORY_SECTION } from "@/lib/licensing/items";
import { acceptObstacle } from "@/lib/licensing/obstacles";
import { peopleOf } from "@/lib/licensing/people";
import { MAX_PARTIES, partiesOf, reorganisationEffects } from "@/lib/licensing/reorganisation";
import { codesOf } from "@/lib/terms/option-map";
import { reorganisations } from "@/lib/terms/reorganisation";
import { heldLicence, party, reorganisationContext } from "@/tests/builders/reorganisation";

const people = ["基本情况", "技术负责人", "安全负责人", "电力相关技术人员", "电力相关专业技能人员", "规定年限内主要业绩", "资料提交"];
const blocking = (business: typeof merger, context: LicensingContext) => issuesOf(business, context).filter(isBlocking);
const lineOf = (business: typeof merger, context: LicensingContext, field: string) => summaryOf(business, context).flatMap(({ groups }) => groups.flatMap(({ lines }) => lines)).find((line) => line.field === field)?.text;

describe("声明", () => {
  it("L-4.8.1-01 L-4.8.2-01 L-4.8.2-02 L-4.8.3-01 分立申请的页签依手册的次序：申请类型、申请信息、基本情况……资料提交", () => {
    expect(division.sections.map(({ label }) => label)).toEqual(["申请类型", "申请信息", ...people]);
    expect(division.sections[1]?.slots.map(({ label }) => label)).toEqual(["分立协议、决议、登记证明"]);
  });

  it("L-4.9.1-01 L-4.9.2-01 L-4.9.3-01 L-4.9.4-01 L-4.9.5-01 L-4.9.6-01 L-4.9.7-01 L-4.9.8-01 合并申请的页签依手册的次序，被吸收方企业在申请类型页", () => {
    expect(merger.sections.map(({ label }) => label)).toEqual(["申请类型", ...people]);
    expect(merger.sections[0]?.tables.map(({ label }) => label)).toEqual(["被吸收方企业"]);
    expect(merger.sections[0]?.slots.map(({ key }) => key)).toEqual(["MERGE_DOC", "MG_CONSENT"]);
  });

  it("L-4.8.4-01 L-4.8.4-02 L-4.8.5-01 L-4.8.5-02 L-4.8.5-03 L-4.8.6-01 L-4.8.7-01 其余页签与许可证新申请是同一份声明：“＋”、登记照、工作经历、培训经历、告知承诺书都在", () => {
    const [basic, technical, safety, technicians, workers] = division.sections.slice(2);
    expect(basic?.slots.map(({ label }) => label)).toContain("告知承诺书");
    expect(technical?.tables.map(({ label, addLabel }) => [label, addLabel])).toEqual([["工作经历", expect.stringContaining("+")]]);
    expect(safety?.tables.map(({ label }) => label)).toEqual(["工作经历", "培训经历"]);
    expect(safety?.slots.find(({ key }) => key === "SL_PHOTO")?.imagesOnly).toBe(true);
    expect([technicians, workers].map((section) => section?.tables[0]?.addLabel)).toEqual(["＋", "+"]);
    for (const [n, section] of merger.sections.slice(1).entries()) expect(section).toBe(division.sections[n + 2]);
  });

  it("L-4.8.8-01 L-4.8.8-02 L-4.8.8-03 L-4.8.8-04 L-4.8.8-05 三级及以上须填业绩：承装、承修、承试分别填写；四级、五级本级别不要求", () => {
    const at = (level: string) => reorganisationContext({ type: "absorption", licence: heldLicence(), items: { repair: level, testing: level } });
    const performance = (level: string) => blocking(merger, at(level)).filter(({ section, rule }) => section === "performance" && rule === "performance").map(({ message }) => message).join("；");
    expect(performance("5")).toBe("");
    expect(performance("3")).toMatch(/承修/);
    expect(performance("3")).toMatch(/承试.*连续|连续.*承试/);
    expect(merger.sections[6]?.notRequired?.(at("5"))).toBe("本级别不要求");
  });

  it("L-4.8.1-02 L-4.9.1-02 办理方式只读，用手册的词；申请性质固定", () => {
    const standard = reorganisationContext({ type: "absorption" });
    expect([lineOf(merger, standard, "route"), lineOf(merger, { ...standard, procedure: "commitment" }, "route")]).toEqual(["传统审批流程", "告知承诺制"]);
    expect([lineOf(merger, standard, "nature"), lineOf(division, reorganisationContext({ type: "surviving" }), "nature")]).toEqual(["合并后申请", "分立后申请"]);
  });

  it("L-4.8.3-02 只有告知承诺制须传告知承诺书，代替的证明不再必传", () => {
    const context = reorganisationContext({ type: "dissolving" });
    expect(blocking(division, context)).toEqual([]);
    const promised = blocking(division, { ...context, procedure: "commitment", files: context.files.filter(({ slot }) => slot !== "ASSETS") });
    expect(promised.map(({ slot }) => slot)).toEqual(["PROMISE"]);
  });

  it.each(codesOf(reorganisations))("L-4.8.9-01 L-4.9.8-01 填写完整的%s没有不符", (type) => {
    const context = reorganisationContext({ type, ...(type === "surviving" ? { remainingItems: { installation: "4" } } : {}) });
    expect(blocking(type === "surviving" || type === "dissolving" ? division : merger, context)).toEqual([]);
  });

  it("L-4.9.1-02 不受首次申请的级别限制；高于各方原有级别的只是提示", () => {
    const context = reorganisationContext({ type: "absorption", licence: heldLicence(), items: { installation: "3" } });
    expect(blocking(merger, context).filter(({ section }) => section === CATEGORY_SECTION)).toEqual([]);
    expect(issuesOf(merger, context).filter(({ rule }) => rule === "reorganisedScope")).toEqual([expect.objectContaining({ severity: "warning", message: expect.stringContaining("承装三级高于") })]);
  });
});

describe("被吸收方企业", () => {
  const own = "91210102XFAKE501XR";
  it("L-4.8.2-01 不能是自己、不能没有有效许可证（届满的也不算）；还没读出的先不说", () => {
    const told = (parties: ReturnType<typeof party>[], chosen = parties.map(({ uscc }) => uscc)) =>
      blocking(merger, reorganisationContext({ type: "newEntity", parties, chosen })).filter(({ rule }) => rule === "counterparties").map(({ message }) => message);
    expect(told([party(1)])).toEqual([]);
    expect(told([party(1, { uscc: own })])).toEqual(["被吸收方企业不能是本企业，请重新选择"]);
    expect(told([party(1, { licence: undefined })])).toEqual(["“沈阳1号电力工程有限公司”没有有效的许可证，请重新选择被吸收方企业"]);
    expect(told([party(1, { licence: heldLicence({ validTo: "2026-11-21" }) })])).toHaveLength(1);
    expect(told([party(1, { licence: heldLicence({ validTo: "2026-11-22" }) })])).toEqual([]);
    expect(told([], ["91210102XFAKE999XX"])).toEqual([]);
    expect(told([{ uscc: "91210102XFAKE999XX", unitName: "", legalRep: "" }])).toEqual(["“91210102XFAKE999XX”没有有效的许可证，请重新选择被吸收方企业"]);
  });

  it("L-4.9.1-01 持有有效许可证的不能申请新设合并；届满的可以", () => {
    const faults = (licence: ReturnType<typeof heldLicence>) => blocking(merger, reorganisationContext({ type: "newEntity", licence })).filter(({ field }) => field === "mergerType");
    expect(faults(heldLicence())).toHaveLength(1);
    expect(faults(heldLicence({ validTo: "2026-11-21" }))).toEqual([]);
  });

  it("L-4.9.1-02 同一家只算一次，至多二十家", () => {
    const { answers } = reorganisationContext({ type: "newEntity", chosen: [...Array.from({ length: 30 }, (_, n) => `91210102XFAKE${100 + n}XX`), "91210102XFAKE100XX"] });
    expect(partiesOf(answers)).toHaveLength(MAX_PARTIES);
  });

  it("L-4.8.2-01 原企业保留的不能高于它现有的", () => {
    const faults = (remainingItems: Record<string, string>) => blocking(division, reorganisationContext({ type: "surviving", remainingItems })).filter(({ field }) => field === "remainingItems").map(({ message }) => message);
    expect(faults({ installation: "4" })).toEqual([]);
    expect(faults({ installation: "3" })[0]).toContain("承装三级");
    expect(faults({ repair: "5" })[0]).toContain("承修五级");
    expect(faults({})).toEqual(["原企业保留的类别与级别未填写"]);
  });
});

describe("作用", () => {
  const kinds = (context: LicensingContext) => reorganisationEffects(context).map((effect) => [effect.kind, "holder" in effect ? (typeof effect.holder === "object" ? effect.holder.uscc : effect.holder) : ""]);
  const other = party(1).uscc;

  it("L-4.9.8-02 四种方式各对谁的许可证做什么（决定八）", () => {
    expect(kinds(reorganisationContext({ type: "absorption", licence: heldLicence() }))).toEqual([["amend", "applicant"], ["roster", ""], ["cancel", other]]);
    expect(kinds(reorganisationContext({ type: "absorption" }))).toEqual([["issue", ""], ["roster", ""], ["cancel", other]]);
    expect(kinds(reorganisationContext({ type: "newEntity" }))).toEqual([["issue", ""], ["roster", ""], ["cancel", other]]);
    expect(kinds(reorganisationContext({ type: "dissolving" }))).toEqual([["issue", ""], ["roster", ""], ["cancel", other]]);
    expect(kinds(reorganisationContext({ type: "surviving", remainingItems: { installation: "4" } }))).toEqual([["issue", ""], ["roster", ""], ["amend", other], ["conditions", other]]);
    expect(reorganisationEffects({ ...reorganisationContext({ type: "absorption" }), answers: {} })).toEqual([]);
  });

  it("L-4.9.8-02 任何选择之下：另一方每家一项、各不遗漏，申请人只发或只变更一件，届满的旧证不变更", () => {
    fc.assert(
      fc.property(fc.constantFrom(...codesOf(reorganisations)), fc.integer({ min: 1, max: 5 }), fc.option(fc.constantFrom("2026-11-21", "2026-11-22", "2030-01-01")), (type, count, validTo) => {
        const parties = Array.from({ length: type === "surviving" || type === "dissolving" ? 1 : count }, (_, n) => party(n + 1));
        const context = reorganisationContext({ type, parties, ...(validTo ? { licence: heldLicence({ validTo }) } : {}) });
        const effects = reorganisationEffects(context);
        const own = effects.filter((effect) => effect.kind === "issue" || (effect.kind === "amend" && effect.holder === "applicant"));
        const others = effects.flatMap((effect) => ((effect.kind === "amend" || effect.kind === "cancel") && effect.holder !== "applicant" ? [effect.holder.uscc] : []));
        expect(own.map(({ kind }) => kind)).toEqual([validTo && validTo >= context.today ? "amend" : "issue"]);
        expect(others.toSorted()).toEqual(parties.map(({ uscc }) => uscc).toSorted());
        // 人先转来，另一方的许可证后注销：注销会释放还在册的人
        const last = effects.findIndex(({ kind }) => kind === "roster");
        expect(effects.findIndex(({ kind }) => kind === "cancel")).not.toBe(0);
        expect(effects.every((effect, index) => effect.kind !== "cancel" || index > last)).toBe(true);
      }),
    );
  });

  it("L-4.9.8-02 用文字说清：哪件许可证、多少人；一人兼两职只算一人", () => {
    const base = reorganisationContext({ type: "absorption", licence: heldLicence(), items: { installation: "4" } });
    const listed = [...new Set(peopleOf(base.answers).map(({ idNumber }) => idNumber))];
    const moving = listed.slice(0, 3);
    const leaving = { idNumber: "210102198001010017", name: "离册的人", detail: {} };
    const context: LicensingContext = {
      ...base, parties: [party(1, { people: { engaged: 10, moving } })],
      people: [{ ...leaving, kind: "technician" }, { ...leaving, kind: "technicalLead" }],
    };
    const words = effectsInWords(reorganisationEffects(context), context);
    expect(words.map(({ lines }) => lines)).toEqual([
      [
        "许可证 2-1-00007-2023 由承装四级、承试五级变更为承装四级，编号与有效期（至2029年4月30日）不变",
        `在册人员以本次申请的名册为准，共 ${listed.length} 人，3 人由沈阳1号电力工程有限公司转入，原在册的 1 人离册`,
      ],
      ["在册人员 10 人，其中 3 人转到沈阳甲电力工程有限公司，其余 7 人不再在册，可以到其他企业登记", "许可证 2-1-00001-2023（承装四级、承试五级）注销"],
    ]);
    expect(effectSentences(words)[1]).toBe("沈阳1号电力工程有限公司：在册人员 10 人，其中 3 人转到沈阳甲电力工程有限公司，其余 7 人不再在册，可以到其他企业登记；许可证 2-1-00001-2023（承装四级、承试五级）注销");
  });
});

describe("另一方确认之前的阻碍", () => {
  it("L-4.9.8-01 还差谁、谁不同意都说出来；全部同意才没有；它自己的申请没办结也挡住", () => {
    const [yes, wait, no] = [{ name: "甲公司", state: "confirmed" }, { name: "乙公司", state: "pending" }, { name: "丙公司", state: "declined" }];
    expect(partyObstacle([])).toBeUndefined();
    expect(partyObstacle([yes])).toBeUndefined();
    expect(partyObstacle([yes, wait])).toContain("还没有乙公司的同意");
    expect(partyObstacle([yes, wait, no])).toContain("丙公司不同意");
    expect(acceptObstacle({ remarks: [], returns: 0, parties: [yes], rival: "甲公司的许可证延续 1 正在办理" })).toContain("许可证延续");
    expect(acceptObstacle({ remarks: [], returns: 0, parties: [yes] })).toBeUndefined();
  });
});
