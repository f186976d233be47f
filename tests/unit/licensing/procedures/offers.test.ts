import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { barWords, dialogGroups } from "@/lib/licensing/procedures/dialog";
import { barsFor, type CreditStanding, hasSpecialProcedures, offersFor } from "@/lib/licensing/procedures/offers";
import { codesOf, creditGrades, businesses } from "@/lib/terms";
import { addDays, addMonths } from "@/lib/workflow/iso-date";

const TODAY = "2026-11-22";
const standing = (changes: Partial<CreditStanding> = {}): CreditStanding => ({
  today: TODAY, grade: "good", pilotZone: false, commitmentRegion: false, deferralDefaults: [], restrictions: [], ...changes,
});
const everywhere = standing({ pilotZone: true, commitmentRegion: true });
const labels = (...offers: Parameters<typeof dialogGroups>[0]) => dialogGroups(offers).map(({ choices }) => choices.map(({ label }) => label));

describe("办理方式", () => {
  it("L-4.1.7-01 L-4.1.8-01 L-4.1.9-01 L-4.2.4-01 L-4.4.9-01 L-4.5.2-01 各业务有哪些办理方式", () => {
    const table = Object.fromEntries(codesOf(businesses).map((business) => [business, offersFor(business, everywhere)]));
    expect(table).toEqual({
      "new-licence": ["freeTradeZone", "commitment", "conditionalAcceptance"],
      "registration-change": ["freeTradeZone"],
      "scope-change": ["freeTradeZone", "commitment", "conditionalAcceptance"],
      renewal: ["freeTradeZone", "commitment"],
      reissue: ["freeTradeZone"],
      division: ["commitment"], merger: ["commitment"],
      cancellation: [], "personnel-change": [], termination: [], discard: [],
    });
    expect(codesOf(businesses).filter((business) => !hasSpecialProcedures(business))).toEqual(["cancellation", "personnel-change", "termination", "discard"]);
  });

  it("L-4.1.7-03 L-4.1.8-02 L-4.1.9-02 L-4.3.10-01 只有信用良好的才有", () => {
    for (const grade of codesOf(creditGrades)) expect(offersFor("new-licence", { ...everywhere, grade }).length > 0, grade).toBe(grade === "good");
  });

  it("L-4.1.8-03 L-4.1.9-03 L-4.3.11-01 L-4.3.12-01 L-4.4.8-01 自贸区须在试点范围内，承诺制须在承诺制区域内", () => {
    expect(offersFor("renewal", standing())).toEqual([]);
    expect(offersFor("renewal", standing({ pilotZone: true }))).toEqual(["freeTradeZone"]);
    expect(offersFor("renewal", standing({ commitmentRegion: true }))).toEqual(["commitment"]);
  });

  it("L-4.1.7-04 L-4.3.10-02 两年内未按时提交容缺材料的没有容缺申请，满二十四个月的次日恢复", () => {
    const date = addMonths(TODAY, -24);
    expect(offersFor("scope-change", standing({ deferralDefaults: [date] }))).toEqual([]);
    expect(offersFor("scope-change", standing({ deferralDefaults: [addDays(date, -1)] }))).toEqual(["conditionalAcceptance"]);
    expect(offersFor("new-licence", standing({ restrictions: [{ kind: "deferral", untilOn: TODAY }] }))).toEqual([]);
    expect(offersFor("new-licence", standing({ restrictions: [{ kind: "deferral", untilOn: addDays(TODAY, -1) }] }))).toEqual(["conditionalAcceptance"]);
  });

  it("L-4.1.7-04 L-4.1.7-12 只因在限制期内而不能用的，说为什么、到哪天为止；几段限制期取最晚的；信用不好的一概不说", () => {
    const barred = standing({ deferralDefaults: [addMonths(TODAY, -23)], restrictions: [{ kind: "deferral", untilOn: "2028-05-06" }, { kind: "commitment", untilOn: TODAY }] });
    expect(barsFor("new-licence", barred)).toEqual([{ procedure: "conditionalAcceptance", untilOn: "2028-05-06" }]);
    expect(barWords(barsFor("new-licence", barred))).toEqual(["容缺受理：贵单位曾申请容缺受理而没有按时提交容缺材料，2028年5月6日以前（含当日）不能使用。"]);
    expect(barsFor("renewal", { ...barred, pilotZone: true, commitmentRegion: true })).toEqual([{ procedure: "freeTradeZone", untilOn: TODAY }, { procedure: "commitment", untilOn: TODAY }]);
    expect(barsFor("new-licence", { ...barred, grade: "untrustworthy" })).toEqual([]);
    expect(barsFor("new-licence", standing({ restrictions: [{ kind: "deferral", untilOn: addDays(TODAY, -1) }] }))).toEqual([]);
  });

  it("承诺不实的限制期内，没有承诺制与自贸区，容缺不受影响（决定十三）", () => {
    expect(offersFor("new-licence", { ...everywhere, restrictions: [{ kind: "commitment", untilOn: TODAY }] })).toEqual(["conditionalAcceptance"]);
  });

  it("L-4.1.7-08 L-4.1.7-09 L-4.1.8-06 L-4.1.8-07 L-4.1.9-06 L-4.1.9-07 选择照手册的原词；几种都适用时都在一个对话框里", () => {
    expect(labels("conditionalAcceptance")).toEqual([["容缺申请", "一般性申请"]]);
    expect(labels("freeTradeZone")).toEqual([["确定", "取消", "按一般程序办理"]]);
    expect(labels("commitment")).toEqual([["告知承诺制申请", "传统审批流程申请"]]);
    expect(labels("freeTradeZone", "commitment", "conditionalAcceptance")).toHaveLength(3);
    const chosen = dialogGroups(["freeTradeZone"])[0]?.choices.map(({ procedure }) => procedure);
    expect(chosen).toEqual(["freeTradeZone", undefined, "standard"]);
  });

  it("L-4.1.7-05 任何情况下：所列的都是这家企业够条件的，信用不好的一概没有，少一个条件不会多出一种", () => {
    const date = fc.integer({ min: -1500, max: 30 }).map((days) => addDays(TODAY, days));
    const any = fc.record({
      today: fc.constant(TODAY), grade: fc.constantFrom(...codesOf(creditGrades)), pilotZone: fc.boolean(), commitmentRegion: fc.boolean(),
      deferralDefaults: fc.array(date, { maxLength: 3 }),
      restrictions: fc.array(fc.record({ kind: fc.constantFrom("deferral", "commitment", "application", "upgrade"), untilOn: date }), { maxLength: 3 }),
    });
    fc.assert(fc.property(fc.constantFrom(...codesOf(businesses)), any, (business, one) => {
      const offers = offersFor(business, one);
      const clean = offersFor(business, { ...one, deferralDefaults: [], restrictions: [] });
      expect(offers.filter((offer) => !clean.includes(offer))).toEqual([]);
      if (one.grade !== "good") expect(offers).toEqual([]);
      expect([...offers, ...barsFor(business, one).map(({ procedure }) => procedure)].sort()).toEqual([...clean].sort());
      if (!one.pilotZone) expect(offers).not.toContain("freeTradeZone");
      if (!one.commitmentRegion) expect(offers).not.toContain("commitment");
      if (one.deferralDefaults.some((day) => day <= TODAY && day > addMonths(TODAY, -24))) expect(offers).not.toContain("conditionalAcceptance");
    }));
  });
});
