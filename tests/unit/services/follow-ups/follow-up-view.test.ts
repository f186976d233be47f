import { describe, expect, it } from "vitest";
import type { FollowUpRecord } from "@/lib/data/follow-ups";
import { rowOf } from "@/lib/services/follow-ups/follow-up-view";
import { builtInCalendar } from "@/lib/workflow/calendar";

/** 2026-11-20 是星期五。 */
const saidOn = (today: string, kind: string, dueOn: string, state = "open"): string =>
  rowOf({ id: "1", kind, state, dueOn, number: "LS-2026-000001", enterprise: "甲", business: "renewal", procedure: "standard", task: "要办的事", caseId: "c" } as FollowUpRecord, today, builtInCalendar).dueText;

describe("后续任务还有几日", () => {
  it("L-6-07 容缺补齐按工作日说，与它的期限同一种算法；按日历日、按月计的任务照日历日", () => {
    expect(saidOn("2026-11-20", "deferral", "2026-12-04")).toBe("还有 10 个工作日");
    expect(saidOn("2026-11-20", "rectification", "2026-12-04")).toBe("还有 14 天");
    expect(saidOn("2026-11-20", "verification", "2026-12-04")).toBe("还有 14 天");
  });

  it("L-6-07 到期那天、逾期；周五到期，周六就逾期一个工作日；了结的不说", () => {
    expect(["deferral", "rectification"].map((kind) => saidOn("2026-11-20", kind, "2026-11-20"))).toEqual(["今日到期", "今日到期"]);
    expect([saidOn("2026-11-21", "deferral", "2026-11-20"), saidOn("2026-11-25", "deferral", "2026-11-20"), saidOn("2026-11-25", "rectification", "2026-11-20")]).toEqual(["逾期 1 个工作日", "逾期 3 个工作日", "逾期 5 天"]);
    expect(saidOn("2026-11-25", "deferral", "2026-11-20", "met")).toBe("");
  });
});
