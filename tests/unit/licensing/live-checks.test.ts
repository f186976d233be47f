import { describe, expect, it } from "vitest";
import { peopleNamed } from "@/lib/licensing/personnel/named";
import type { SummarySection } from "@/lib/forms/summary";
import { barCheck, type Duplicate, duplicateCheck, findPerson, taskCheck, visitCheck } from "@/lib/licensing/live-checks";

const line = (field: string, text: string, mask?: "identity") => ({ field, label: field, text, ...(mask ? { mask } : {}) });
const row = (rowId: string, name: string, idNumber: string) => ({ rowId, title: name, lines: [line("name", name), line("idNo", idNumber, "identity")], slots: [] });
const summary: SummarySection[] = [
  { section: "technical-lead", label: "技术负责人", groups: [{ lines: [line("name", "赵明远"), line("idNo", "210200198003125554", "identity")] }], tables: [], slots: [] },
  { section: "technicians", label: "技术人员", groups: [], tables: [{ table: "technicians", label: "技术人员", columns: [], rows: [row("r1", "王磊", "21020019900101123x"), row("r2", "李强", "210200199001019999")] }], slots: [] },
];
const duplicate: Duplicate = { idNumber: "21020019900101123X", source: "engaged", enterprise: "大连丁公司", kind: "technician", since: "2024-03-01", number: null };

describe("查重查谁", () => {
  it("L-6-03 四个页签的人，与人员变更里入职的人；离职的、没有号码的不查", () => {
    const named = peopleNamed({
      "technical-lead": { name: "赵明远", idNo: "210200198003125554" }, technicians: { technicians: [{ rowId: "a", name: "王磊", idNo: "21020019900101123x" }, { rowId: "b", name: "无号" }] },
      departure: { person: "210200199001019999" }, entry: { role: "skilledWorker", name: "李强", workerIdNo: "210200199202020000" },
    });
    expect(named.map(({ idNumber, kind }) => [idNumber, kind])).toEqual([["210200198003125554", "technicalLead"], ["21020019900101123X", "technician"], ["210200199202020000", "skilledWorker"]]);
  });
});

describe("此刻核查的话", () => {
  it("L-6-03 现场核查里不合格、需整改的说出是哪几项、什么情况；都合格的不说", () => {
    const passed = { item: "address" as const, result: "passed" as const, note: "" };
    const visit = { id: "v1", caseId: "c1", visitedOn: "2026-11-20" };
    expect(visitCheck({ ...visit, findings: [passed] })).toBeUndefined();
    expect(visitCheck({ ...visit, findings: [passed, { item: "people", result: "toRectify", note: "三人未到" }] })?.outcome).toBe("warning");
    expect(visitCheck({ ...visit, findings: [{ item: "equipment", result: "failed", note: "没有绝缘电阻测试仪" }, passed] })).toMatchObject({
      outcome: "unmet", label: "现场核查（2026年11月20日）：机具设备不合格", detail: "没有绝缘电阻测试仪", href: "/admin/applications/c1/site-visit",
    });
  });

  it("L-6-03 按号码找到页签与行；尾号大小写不论；没有的找不到", () => {
    expect(findPerson(summary, "21020019900101123X")).toEqual({ section: "technicians", rowId: "r1", name: "王磊" });
    expect(findPerson(summary, "210200198003125554")).toEqual({ section: "technical-lead", name: "赵明远" });
    expect(findPerson(summary, "210200199001010000")).toBeUndefined();
  });

  it("L-6-03 在册与占用的不符合，正在办的请留意；号码遮盖，哪里都没有全号", () => {
    expect(duplicateCheck(duplicate, summary)).toMatchObject({ outcome: "unmet", section: "technicians", rowId: "r1", label: expect.stringMatching(/^王磊（.*\*+.*）现在大连丁公司在册$/), detail: "电力相关技术人员，自2024年3月1日" });
    expect(duplicateCheck({ ...duplicate, source: "claimed", kind: "skilledWorker" }, summary)).toMatchObject({ outcome: "unmet", label: expect.stringContaining("已由大连丁公司登记为电工") });
    const applying = duplicateCheck({ ...duplicate, source: "applying", since: null, number: "NEEB-2026-000009" }, summary);
    expect(applying).toMatchObject({ outcome: "warning", detail: "NEEB-2026-000009，电力相关技术人员" });
    expect(JSON.stringify(applying)).not.toMatch(/21020019900101123x/i);
    expect(duplicateCheck(duplicate, [])).toMatchObject({ label: expect.stringMatching(/^人员（/) });
  });

  it("L-6-03 限制期说是什么、为什么、到哪天；任务当天到期还不算逾期", () => {
    expect(barCheck({ kind: "application", reason: "concealment", fromOn: "2026-01-01", untilOn: "2027-01-01" })).toMatchObject({ outcome: "warning", label: "企业在限制期内：不得申请", detail: expect.stringContaining("2026年1月1日至2027年1月1日") });
    const task = { id: "7", kind: "conditions", state: "open", task: "补足人员", dueOn: "2026-11-22" };
    expect(taskCheck(task, "2026-11-22", true)).toMatchObject({ outcome: "warning", href: "/admin/follow-ups/7", detail: "补足人员，2026年11月22日前" });
    expect(taskCheck(task, "2026-11-23", false)).toMatchObject({ outcome: "unmet", detail: expect.stringContaining("已逾期") });
    expect(taskCheck(task, "2026-11-23", false).href).toBeUndefined();
  });
});
