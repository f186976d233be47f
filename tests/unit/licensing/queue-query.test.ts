import { describe, expect, it } from "vitest";
import { conditionOfMark, marksOf, scopeWithoutPeople } from "@/lib/licensing/queue-marks";
import { cutOf, isUnfiltered, misreadDays, queueAddress, queueExportAddress, QueueQuery } from "@/lib/licensing/queue-query";
import { cutsOf, runningStatesOf } from "@/lib/licensing/stages";

const parse = (search: Record<string, unknown>) => QueueQuery.parse(search);

describe("工作列表的地址", () => {
  it("L-6-02 地址与筛选来回一样；没有写的不出现", () => {
    const query = parse({ stage: "intake", cut: "overdue", business: "renewal", mark: "entry", category: "testing", level: "2", holder: "019b0000-0000-7000-8000-000000000001", dueFrom: "2026-11-01", dueTo: "2026-11-30", digest: "overPromised", q: " 沈阳＆电力 " });
    const address = new URL(queueAddress(query, "x_y"), "http://x");
    expect(address.pathname).toBe("/admin/queue/intake");
    const { after, ...back } = Object.fromEntries(address.searchParams);
    expect(after).toBe("x_y");
    expect(parse({ ...back, stage: "intake" })).toEqual(query);
    expect(query.q).toBe("沈阳&电力");
    expect(queueAddress(parse({}))).toBe("/admin/queue");
    expect(queueExportAddress(parse({ q: "沈阳" }), "csv")).toBe("/api/queue/export?q=%E6%B2%88%E9%98%B3&cut=all&format=csv");
  });

  it("L-6-02 认不出的不算", () => {
    expect(isUnfiltered(parse({ business: "nothing", level: ["1", "2"], dueFrom: "2026-02-30", holder: "1", q: "   " }))).toBe(true);
    expect(isUnfiltered(parse({ level: "1" }))).toBe(false);
    expect([isUnfiltered(parse({ digest: "today" })), isUnfiltered(parse({ digest: "later" }))]).toEqual([false, true]);
  });

  it("L-6-02 到期日写得不同的照样认，认不出的、写反了的说出来", () => {
    expect(parse({ dueFrom: "２０２６/3/1" }).dueFrom).toBe("2026-03-01");
    expect(misreadDays({ dueFrom: "２０２６/3/1", dueTo: "2026年3月2日" })).toEqual({});
    expect(misreadDays({ dueFrom: "abc", dueTo: "2026-02-30" })).toMatchObject({ dueFrom: { typed: "abc" }, dueTo: { typed: "2026-02-30", message: expect.stringContaining("真实的日期") } });
    expect(misreadDays({ dueFrom: "2026-03-02", dueTo: "2026-03-01" })).toEqual({ dueTo: { typed: "2026-03-01", message: "早于起始的 2026-03-02，请核对" } });
  });

  it("issue 5 查找时看全部，环节里没有“全部”；待补正只在形审", () => {
    expect(cutOf(parse({ q: "沈阳" }))).toBe("all");
    expect(cutOf(parse({ q: "沈阳", stage: "review" }))).toBe("running");
    expect(cutOf(parse({ cut: "all", stage: "review" }))).toBe("running");
    expect(cutOf(parse({ cut: "mine", q: "沈阳" }))).toBe("mine");
    expect(cutsOf("review")).not.toContain("correction");
    expect(cutsOf()).toEqual(["running", "mine", "unclaimed", "correction", "dueSoon", "overdue", "finished", "all"]);
    expect(runningStatesOf()).toEqual(["submitted", "correction", "accepted", "underReview", "secondReview", "awaitingSignature"]);
  });
});

describe("标记", () => {
  it("L-6-06 办理方式与人员变更的入职、离职；一般程序没有", () => {
    const about = (business: string, procedure: string, scopeText = "承装四级") => marksOf({ business, procedure, scopeText });
    expect(about("new-licence", "standard")).toEqual([]);
    expect(about("new-licence", "conditionalAcceptance")).toEqual(["容缺受理"]);
    expect(about("personnel-change", "standard", "离职：王磊（电工）；入职：李强（电工）")).toEqual(["离职", "入职"]);
    expect(about("new-licence", "freeTradeZone", "入职：李强")).toEqual(["自贸区"]);
    expect(conditionOfMark("entry")).toEqual({ scopePart: "入职：" });
    expect(conditionOfMark("commitment")).toEqual({ procedure: "commitment" });
  });

  it("issue 5 导出的申请内容没有人名", () => {
    expect(scopeWithoutPeople({ business: "personnel-change", scopeText: "离职：王磊（电工）" })).toBe("");
    expect(scopeWithoutPeople({ business: "renewal", scopeText: "承装四级" })).toBe("承装四级");
  });
});
