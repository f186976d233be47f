import { describe, expect, it } from "vitest";
import { clockAfter } from "@/lib/licensing/case-clock";
import { extensionAfter, extensionWords, lastExtensionRequest } from "@/lib/licensing/extensions";
import { siteVisitDocument } from "@/lib/licensing/site-visit-document";
import { completesRecord, faultInDay, faultsInOrder, faultsInRecord, siteVisitObstacle } from "@/lib/licensing/site-visits";
import { codesOf } from "@/lib/terms/option-map";
import { siteVisitItems } from "@/lib/terms/site-visits";
import { applicationStates } from "@/lib/terms/states";
import { addWorkingDays, builtInCalendar } from "@/lib/workflow/calendar";

const passed = codesOf(siteVisitItems).map((item) => ({ item, result: "passed" as const, note: "" }));

describe("现场核查的规矩", () => {
  it("L-6-04 两名以上不同的人、今天以后的日期", () => {
    expect(faultsInOrder({ plannedOn: "2026-11-22", officialIds: ["a", "b"] }, "2026-11-22")).toEqual({});
    expect(Object.keys(faultsInOrder({ plannedOn: "2026-11-21", officialIds: ["a", "a"] }, "2026-11-22"))).toEqual(["plannedOn", "officialIds"]);
    expect(Object.keys(faultsInOrder({ plannedOn: "2026-11-22", officialIds: ["a", "b", "c", "d", "e", "f", "g"] }, "2026-11-22"))).toEqual(["officialIds"]);
  });

  it("L-6-04 每一项都要有结论，不合格、需整改的写明情况；日期在安排之后、今天以前", () => {
    const at = (visitedOn: string, findings: Parameters<typeof faultsInRecord>[0]["findings"], attendee = "王经理") => Object.keys(faultsInRecord({ visitedOn, attendee, findings }, "2026-11-20", "2026-11-22"));
    expect(at("2026-11-22", passed)).toEqual([]);
    expect(at("2026-11-22", passed.slice(1))).toEqual(["address-result"]);
    expect(at("2026-11-22", passed.map((one) => (one.item === "people" ? { ...one, result: "toRectify" as const } : one)))).toEqual(["people-note"]);
    expect(at("2026-11-22", passed.map((one) => (one.item === "people" ? { ...one, note: "长".repeat(501) } : one))), "太长的也指到那一项").toEqual(["people-note"]);
    expect([at("2026-11-19", passed), at("2026-11-23", passed)]).toEqual([["visitedOn"], ["visitedOn"]]);
    expect(at("", [], "")).toEqual(["visitedOn", "attendee", ...codesOf(siteVisitItems).map((item) => `${item}-result`)]);
  });

  it("L-6-04 没有填的日子说没有填，填得不对的说怎样写", () => {
    expect(["", "明天", "2026-02-31", "2026-12-01"].map((day) => faultInDay(day, "核查日期"))).toEqual(["请填写核查日期", "请输入真实的日期，如 2026-03-01", "请输入真实的日期，如 2026-03-01", undefined]);
    expect(faultsInOrder({ plannedOn: "2026-02-31", officialIds: ["a", "b"] }, "2026-01-01")).toEqual({ plannedOn: "请输入真实的日期，如 2026-03-01" });
    expect(faultsInRecord({ visitedOn: "昨天", attendee: "王经理", findings: passed }, "2026-11-20", "2026-11-22")).toEqual({ visitedOn: "请输入真实的日期，如 2026-03-01" });
  });

  it("L-6-04 只在审查中、没有未了的一次时可以安排；都签了才算完成", () => {
    expect(codesOf(applicationStates).filter((state) => siteVisitObstacle(state, 0) === undefined)).toEqual(["underReview"]);
    expect(siteVisitObstacle("underReview", 1)).toContain("还没有结束");
    const officials = [{ accountId: "a", name: "甲", confirmedAt: null }, { accountId: "b", name: "乙", confirmedAt: new Date("2026-11-22") }];
    expect([completesRecord(officials, "a"), completesRecord(officials, "b")]).toEqual([true, false]);
  });

  it("L-6-04 核查记录写明各项、照片的校验值与签字", () => {
    const text = JSON.stringify(siteVisitDocument({
      number: "NEEB-2026-000001", business: "许可证新申请", enterprise: "沈阳甲公司", uscc: "9121", office: "东北监管局", visitedOn: "2026-11-22", place: "铁西区", attendee: "王经理", recordedBy: "李审", summary: "补充",
      findings: [{ label: "机具设备", resultWord: "不合格", note: "缺绞磨机" }], photos: [{ name: "厂房.png", by: "李审", at: "2026年11月22日 10:00", sha256: "abc123" }], signatures: [{ name: "李审", at: "2026年11月22日 11:00" }],
    }));
    for (const words of ["不合格：缺绞磨机", "SHA-256 abc123", "2026年11月22日 11:00 以本人账号确认", "王经理", "补充"]) expect(text).toContain(words);
  });
});

describe("延长期限与停表的日期", () => {
  const clock = { stageDueOn: "2026-12-11", promisedDueOn: "2026-12-11", statutoryDueOn: "2026-12-18", clockPausedOn: null, clockStops: [] };
  const after = (effect: "extend" | "suspend" | "resume", from: Parameters<typeof clockAfter>[1] = clock, on = "2026-11-23") => clockAfter(effect, from, on, 15, builtInCalendar);
  const later = (date: string, days: number) => addWorkingDays(date, days, builtInCalendar);

  it("L-6-04 两个期限各延 10 个工作日，本环节期限随承诺期限", () => {
    expect(after("extend")).toEqual({ ...clock, stageDueOn: later("2026-12-11", 10), promisedDueOn: later("2026-12-11", 10), statutoryDueOn: later("2026-12-18", 10) });
  });

  it("L-6-04 停表期间延期、先延期后停表，结果一样", () => {
    const suspended = after("suspend");
    expect(suspended).toEqual({ ...clock, clockPausedOn: "2026-11-23" });
    const extendedWhileStopped = after("resume", after("extend", suspended), "2026-11-26");
    const stoppedAfterExtending = after("resume", after("suspend", after("extend")), "2026-11-26");
    expect(extendedWhileStopped).toEqual(stoppedAfterExtending);
    expect(extendedWhileStopped).toEqual({ ...clock, stageDueOn: later("2026-12-11", 13), promisedDueOn: later("2026-12-11", 13), statutoryDueOn: later("2026-12-18", 13), clockStops: ["2026-11-23/2026-11-26"] });
  });

  it("L-6-04 最近的一次申请，不论经过的次序；没有申请过为空", () => {
    const asked = (day: number, reason: string) => ({ action: "requestExtension", actorName: "李审", at: new Date(`2026-11-2${day}`), detail: { reason } });
    expect(lastExtensionRequest([asked(2, "后"), asked(1, "先")])).toMatchObject({ reason: "后", by: "李审" });
    expect(lastExtensionRequest([asked(1, "先"), asked(2, "后")])?.reason).toBe("后");
    expect(lastExtensionRequest([{ ...asked(1, ""), action: "accept" }])).toBeUndefined();
    expect([extensionAfter("requestExtension"), extensionAfter("approveExtension"), extensionAfter("declineExtension"), extensionAfter("grant")]).toEqual(["requested", "approved", "declined", undefined]);
    expect(extensionWords("2026-12-25", "核对外省业绩")).toBe("办结期限延长 10 个工作日，至2026年12月25日；理由：核对外省业绩");
  });
});
