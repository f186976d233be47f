import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renewal } from "@/lib/licensing/businesses/renewal";
import { scopeChange } from "@/lib/licensing/businesses/scope-change";
import { procedureObstacle, type Standing, startObstacle, submitObstacle } from "@/lib/licensing/preconditions";
import { isInForce } from "@/lib/licensing/licence/state";
import { renewedExpiry, renewalWindow } from "@/lib/licensing/licence/validity";
import { addDays, addMonths, addYears } from "@/lib/workflow/iso-date";

const standing = (validTo: string, today: string, more: Partial<Standing> = {}, renewalSubmittedOn?: string): Standing => ({
  today, running: [], restrictions: [],
  licence: { validFrom: addYears(addDays(validTo, 1), -6), validTo, underRectification: false, ...(renewalSubmittedOn ? { renewalSubmittedOn } : {}) }, ...more,
});
const reason = (validTo: string, today: string) => startObstacle(renewal, standing(validTo, today))?.reason;

describe("延续的期限", () => {
  it.each([
    ["2029-06-15", "2028-12-15", "2029-05-16"],
    // 闰年：二月二十九日届满，提前三十日是一月三十日
    ["2028-02-29", "2027-08-29", "2028-01-30"],
    // 三月一日届满：平年、闰年差一天
    ["2027-03-01", "2026-09-01", "2027-01-30"],
    ["2028-03-01", "2027-09-01", "2028-01-31"],
    // 八月三十一日往前六个月没有三十一日
    ["2027-08-31", "2027-02-28", "2027-08-01"],
    ["2028-08-31", "2028-02-29", "2028-08-01"],
  ])("L-4.4.0-01 届满 %s：%s 起、%s 止，差一天都不行", (validTo, first, last) => {
    expect(renewalWindow(validTo)).toEqual({ opensOn: first, closesOn: last });
    expect(reason(validTo, addDays(first, -1))).toContain("起可以办理延续");
    expect(reason(validTo, first)).toBeUndefined();
    expect(reason(validTo, last)).toBeUndefined();
    expect(reason(validTo, addDays(last, 1))).toContain("已经逾期");
    expect(reason(validTo, validTo)).toContain("已经逾期");
    expect(reason(validTo, addDays(validTo, 1))).toContain("没有有效的许可证");
  });

  it("L-4.4.0-01 任何届满日：期限正好从六个月前到三十日前", () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays("2020-01-01", n));
    fc.assert(
      fc.property(day, fc.integer({ min: -250, max: 10 }), (validTo, offset) => {
        const today = addDays(validTo, offset);
        const open = today >= addMonths(validTo, -6) && offset <= -30;
        expect(reason(validTo, today) === undefined).toBe(open);
      }),
    );
  });

  it("L-4.4.0-02 届满二月二十九日的，续到六年后的二月最后一天；一年不少", () => {
    expect(renewedExpiry("2028-02-29", 6)).toBe("2034-02-28");
    expect(renewedExpiry("2026-02-28", 6)).toBe("2032-02-28");
    expect(renewedExpiry("2029-06-15", 6)).toBe("2035-06-15");
  });

  it("L-4.4.0-02 按期提交、还没有决定的，届满之后继续有效，补正后再交不受期限限制；逾期提交的不行", () => {
    const pending = standing("2026-11-01", "2026-11-22", {}, "2026-10-02");
    expect(pending.licence && isInForce(pending.licence, "2026-11-22")).toBe(true);
    expect(submitObstacle(renewal, pending)).toBeUndefined();
    const late = standing("2026-11-01", "2026-10-20", {}, "2026-10-03");
    expect(submitObstacle(renewal, late)?.reason).toContain("已经逾期");
  });
});

describe("许可事项变更的限制", () => {
  const barred = (reasonCode: string, kind = "upgrade") => standing("2029-06-15", "2026-11-22", { restrictions: [{ kind, untilOn: "2027-03-01", reason: reasonCode }] });

  it("L-4.3.0-02 五种情形之一：说明是哪种情形、到哪一天；别的业务不受影响", () => {
    expect(startObstacle(scopeChange, barred("beyondScope"))?.reason).toBe("贵单位一年内有“超越许可范围从事承装（修、试）电力设施活动”的情形，2027年3月1日以前（含当日）不能申请许可事项变更。");
    expect(startObstacle(scopeChange, barred("出租许可证"))?.reason).toContain("“出租许可证”");
    expect(startObstacle({ code: "registration-change", startsFrom: "licence" }, barred("beyondScope"))).toBeUndefined();
  });

  it("L-4.3.0-02 与延续互相排斥，自提交时起", () => {
    const running = [{ business: "renewal" as const, number: "N-1", submitted: true }];
    expect(submitObstacle(scopeChange, standing("2029-06-15", "2026-11-22", { running }))?.reason).toContain("N-1 正在办理");
    expect(submitObstacle(scopeChange, standing("2029-06-15", "2026-11-22", { running: [{ ...running[0], submitted: false } as (typeof running)[number]] }))).toBeUndefined();
  });
});

describe("办理方式的限制期", () => {
  it("决定十二、十三 开始之后才受限制的，提交时不能再用那种办理方式；一般程序与别种限制不受影响", () => {
    const restrictions = [{ kind: "deferral", untilOn: "2028-11-22", reason: "未按时提交容缺材料" }];
    expect(procedureObstacle("conditionalAcceptance", { restrictions })?.reason).toBe("未按时提交容缺材料，2028年11月22日前不能按容缺受理办理；请废弃这份草稿，改按一般程序重新开始");
    expect(procedureObstacle("standard", { restrictions })).toBeUndefined();
    expect(procedureObstacle("commitment", { restrictions })).toBeUndefined();
    expect(procedureObstacle("freeTradeZone", { restrictions: [{ kind: "commitment", untilOn: "2027-11-22", reason: "承诺不实" }] })?.reason).toContain("承诺不实");
  });
});
