import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isInForce, licenceVerdict, type LicenceRecord } from "@/lib/licensing/licence/state";
import { issuePeriod, renewalStanding, renewalWindow, renewedExpiry } from "@/lib/licensing/licence/validity";
import { licenceStates } from "@/lib/terms/states";
import { addDays, daysBetween } from "@/lib/workflow/iso-date";

const day = fc.date({ min: new Date("2020-01-01"), max: new Date("2060-12-31"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));

describe("L-4.1.10-04 有效期", () => {
  it.each([
    ["2026-11-22", "2032-11-21", "六年减一日"],
    ["2026-01-01", "2031-12-31", "年初"],
    ["2026-03-01", "2032-02-29", "止于闰日"],
    ["2024-02-29", "2030-02-28", "闰日签发"],
    ["2024-03-01", "2030-02-28", "止于平年二月末"],
  ])("%s 签发，至 %s（%s）", (from, to) => expect(issuePeriod(from, 6)).toEqual({ validFrom: from, validTo: to }));

  it("六年总在 2190 至 2192 日之间，首尾两日都有效，前后各一日无效", () => {
    fc.assert(fc.property(day, (from) => {
      const period = issuePeriod(from, 6);
      const record: LicenceRecord = { ...period, underRectification: false };
      expect(daysBetween(period.validFrom, period.validTo) + 1).toBeGreaterThanOrEqual(2190);
      expect(daysBetween(period.validFrom, period.validTo) + 1).toBeLessThanOrEqual(2192);
      expect([addDays(from, -1), from, period.validTo, addDays(period.validTo, 1)].map((on) => isInForce(record, on))).toEqual([false, true, true, false]);
    }));
  });

  it("延续由原到期日起算，期满前六个月至三十日受理", () => {
    expect(renewedExpiry("2027-06-30", 6)).toBe("2033-06-30");
    expect(renewalWindow("2027-06-30")).toEqual({ opensOn: "2026-12-30", closesOn: "2027-05-31" });
    expect(["2026-12-29", "2026-12-30", "2027-05-31", "2027-06-01"].map((today) => renewalStanding("2027-06-30", today))).toEqual([
      "notYetOpen", "open", "open", "closed",
    ]);
  });
});

describe("L-4.1.10-04 查验页的九种结论", () => {
  const base: LicenceRecord = { validFrom: "2021-07-01", validTo: "2027-06-30", underRectification: false };
  const timely = "2027-05-31";
  it.each<[string, LicenceRecord | undefined, string, string]>([
    ["有效", base, "2026-11-22", "通常"],
    ["有效", base, "2027-06-30", "最后一日"],
    ["已过期", base, "2027-07-01", "次日"],
    ["有效（延续审查中）", { ...base, renewalSubmittedOn: timely }, "2027-06-15", "期满前"],
    ["有效（延续审查中）", { ...base, renewalSubmittedOn: timely }, "2027-09-01", "期满而未决定"],
    ["有效", { ...base, renewalSubmittedOn: "2027-06-01" }, "2027-06-15", "逾期提出的延续不算"],
    ["已过期", { ...base, renewalSubmittedOn: "2027-06-01" }, "2027-07-01", "逾期提出的延续不续命"],
    ["整改中", { ...base, underRectification: true }, "2026-11-22", "整改"],
    ["整改中", { ...base, underRectification: true, renewalSubmittedOn: timely }, "2027-07-15", "整改先于延续"],
    ["已过期", { ...base, underRectification: true }, "2027-07-01", "过期先于整改"],
    ["已注销", { ...base, ending: "deregistered" }, "2026-11-22", "注销"],
    ["已撤销", { ...base, ending: "revoked" }, "2026-11-22", "撤销"],
    ["已撤回", { ...base, ending: "retracted" }, "2026-11-22", "撤回"],
    ["已吊销", { ...base, ending: "withdrawnAsPenalty", underRectification: true }, "2028-01-01", "吊销先于其他"],
    ["查无此证", undefined, "2026-11-22", "没有记录"],
    ["查无此证", base, "2021-06-30", "尚未生效"],
  ])("%s：%j 于 %s（%s）", (word, record, today) => expect(licenceStates[licenceVerdict(record, today)]).toBe(word));

  it("有效与否和结论一致：只有有效、延续审查中、整改中可以承揽工程", () => {
    const record = fc.record({
      validFrom: day, validTo: day, underRectification: fc.boolean(),
      ending: fc.option(fc.constantFrom("deregistered", "revoked", "retracted", "withdrawnAsPenalty"), { nil: undefined }),
      renewalSubmittedOn: fc.option(day, { nil: undefined }),
    });
    fc.assert(fc.property(record, day, (licence, today) => {
      expect(["valid", "renewalPending", "rectification"].includes(licenceVerdict(licence as LicenceRecord, today))).toBe(isInForce(licence as LicenceRecord, today));
    }));
  });
});
