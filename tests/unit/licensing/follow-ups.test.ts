import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { issuesOf, isBlocking } from "@/lib/forms/business";
import { newLicence } from "@/lib/licensing/businesses/new-licence";
import { commitmentBarUntil, deferralBarUntil, deferralDueOn, deferralObstacle, followUpObstacles, missingMaterials, promisedMaterials, rectificationDueOn, verificationDueOn } from "@/lib/licensing/follow-ups";
import { followUpWords } from "@/lib/licensing/follow-up-notices";
import { builtInCalendar, isWorkingDay, workingDaysBetween } from "@/lib/workflow/calendar";
import { addDays, addMonths } from "@/lib/workflow/iso-date";
import { completeNewLicence, licensingContext } from "@/tests/builders/new-licence";

const day = fc.integer({ min: 0, max: 700 }).map((days) => addDays("2026-01-01", days));

describe("后续任务的期限", () => {
  it("决定十二：容缺材料自通知书次日起十个工作日内补齐；逾期自期限起二十四个月不得容缺受理", () => {
    expect(deferralDueOn("2026-11-20", builtInCalendar)).toBe("2026-12-04");
    expect(deferralBarUntil("2026-12-04")).toBe("2028-12-04");
    fc.assert(fc.property(day, (on) => isWorkingDay(deferralDueOn(on, builtInCalendar)) && workingDaysBetween(on, deferralDueOn(on, builtInCalendar)) === 10));
  });

  it("决定十三：承诺核查六个月，整改三十日，限制期整改一年、撤销三年", () => {
    expect([verificationDueOn("2026-08-31"), rectificationDueOn("2026-11-22")]).toEqual(["2027-02-28", "2026-12-22"]);
    expect([commitmentBarUntil("2026-11-22", "rectify"), commitmentBarUntil("2026-11-22", "revoke")]).toEqual(["2027-11-22", "2029-11-22"]);
    fc.assert(fc.property(day, (on) => commitmentBarUntil(on, "revoke") === addMonths(on, 36) && verificationDueOn(on) > on));
  });
});

describe("容缺受理缺的材料", () => {
  const built = completeNewLicence({});
  const without = (...slots: string[]) => licensingContext({ ...built, files: built.files.filter((file) => !slots.includes(file.slot)) }, { procedure: "conditionalAcceptance" });

  it("L-4.1.7-11 缺的是可以后补的那几份，逐行列出；不缺的没有", () => {
    expect(missingMaterials(newLicence, without())).toEqual([]);
    const missing = missingMaterials(newLicence, without("WORKER_SS", "TL_TITLE"));
    expect(missing.map(({ slot }) => slot)).toContain("TL_TITLE");
    expect(missing.filter(({ slot }) => slot === "WORKER_SS").every(({ rowId, section, label }) => rowId !== undefined && section === "skilled-workers" && label.includes("社会保险"))).toBe(true);
    expect(missing.every(({ label }) => !label.includes("未上传"))).toBe(true);
  });

  it("决定十二：营业执照、身份证明、净资产证明不能容缺：不列入，也挡住提交；容缺还须交补齐承诺", () => {
    for (const slot of ["BIZ_LIC", "TL_ID", "ASSETS", "WORKER_ID"]) {
      expect(missingMaterials(newLicence, without(slot)), slot).toEqual([]);
      expect(issuesOf(newLicence, without(slot)).filter(isBlocking).map((issue) => issue.slot), slot).toContain(slot);
    }
    expect(issuesOf(newLicence, without("WORKER_SS")).filter(isBlocking).map((issue) => issue.slot)).toEqual(["DEFER"]);
  });
});

describe("以告知承诺书代替的材料", () => {
  const built = completeNewLicence({});
  const without = (...slots: string[]) => licensingContext({ ...built, files: built.files.filter((file) => !slots.includes(file.slot)) }, { procedure: "commitment" });

  it("L-4.1.9-06 L-6-07 决定十三：没有交的逐页签列出，写明是谁的哪一份；交了的、不能以承诺代替的不在内", () => {
    expect(promisedMaterials(newLicence, without())).toEqual([]);
    const promised = promisedMaterials(newLicence, without("ASSETS", "WORKER_SS", "BIZ_LIC"));
    expect(promised.map(({ section, label }) => [section, label])).toEqual([["basic-information", "基本情况"], ["skilled-workers", "电力相关专业技能人员"]]);
    expect(promised[0]?.names).toEqual(["审计报告或净资产证明"]);
    expect(promised[1]?.names[0]).toMatch(/第 1 行 .+：社会保险缴纳证明$/);
  });
});

describe("容缺材料没有补齐的阻碍", () => {
  it("L-6-07 没有补齐、补交后没有核对的，不能审查通过、不能准予；核对过的可以", () => {
    expect(deferralObstacle([{ kind: "deferral", state: "open" }])).toContain("还没有补齐");
    expect(deferralObstacle([{ kind: "deferral", state: "supplied" }])).toContain("请先在“后续任务”里核对");
    for (const state of ["met", "failed", "cancelled"]) expect(deferralObstacle([{ kind: "deferral", state }])).toBeUndefined();
    expect(deferralObstacle([{ kind: "verification", state: "open" }])).toBeUndefined();
    expect(Object.keys(followUpObstacles(undefined, [{ kind: "deferral", state: "open" }]))).toEqual(["passReview", "passSecondReview", "grant"]);
    expect(Object.keys(followUpObstacles(2, []))).toEqual(["accept"]);
    expect(Object.keys(followUpObstacles(0, []))).toEqual(["acceptConditionally"]);
  });

  it("告诉企业的话说明期限、差什么与后果，指到任务页", () => {
    const subject = { caseId: "c", number: "NEEB-2026-000001", business: "许可证新申请", office: "东北监管局" };
    const opened = followUpWords("deferralOpened", subject, { followUpId: "f", dueOn: "2026-12-04", count: 3 });
    expect(opened).toMatchObject({ href: "/follow-ups/f", todo: { kind: "deferredMaterial" }, body: expect.stringContaining("还缺 3 份材料，请在2026年12月4日前") });
    expect(followUpWords("revoked", subject, { followUpId: "f", dueOn: "", note: "人员不实", article: "第六十九条", licenceNumber: "2-1-00001-2026" }).body).toContain("行政复议");
  });
});
