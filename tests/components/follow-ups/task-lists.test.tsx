import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { ExpiryTable } from "@/components/follow-ups/ExpiryTable";
import { CutViews, KindViews } from "@/components/follow-ups/TaskViews";
import { DayDigest } from "@/components/review/DayDigest";
import type { ExpiryRow } from "@/lib/licensing/expiry-views";

const none = { running: 0, today: 0, next: 0, dueSoon: 0, overdue: 0, toConfirm: 0 };
const counts = [
  { kind: "deferral", running: 3, today: 0, next: 1, dueSoon: 1, overdue: 2, toConfirm: 0 }, { kind: "verification", running: 1, today: 0, next: 0, dueSoon: 0, overdue: 0, toConfirm: 1 },
  { kind: "rectification", ...none }, { kind: "conditions", ...none },
] as const;
const linkTo = (name: RegExp | string): string => screen.getByRole("link", { name }).getAttribute("href") ?? "";

describe("后续任务的各栏", () => {
  it("L-6-07 每种一栏：件数随视图，与点开的一样多，逾期几件用字说，件数就是逾期的不说两遍；已了结的没有件数", () => {
    const { rerender } = render(<KindViews counts={counts} kind="deferral" cut="overdue" />);
    expect(linkTo("容缺补齐 2")).toBe("/admin/follow-ups?cut=overdue&kind=deferral");
    expect(linkTo("承诺核查 0")).toBe("/admin/follow-ups?cut=overdue&kind=verification");
    expect(screen.getByRole("link", { name: /容缺补齐/ }).getAttribute("aria-current")).toBe("page");
    expect(linkTo("全部任务 2")).toBe("/admin/follow-ups?cut=overdue");
    expect(linkTo("许可证届满")).toBe("/admin/follow-ups/expiring");
    rerender(<KindViews counts={counts} cut="dueSoon" />);
    expect(linkTo("容缺补齐（逾期 2） 1")).toBe("/admin/follow-ups?cut=dueSoon&kind=deferral");
    rerender(<KindViews counts={counts} cut="closed" />);
    expect(linkTo("容缺补齐（逾期 2）")).toBe("/admin/follow-ups?cut=closed&kind=deferral");
    rerender(<KindViews counts={counts} />);
    expect(linkTo("容缺补齐（逾期 2） 3")).toBe("/admin/follow-ups?cut=running&kind=deferral");
    expect(linkTo("全部任务（逾期 2） 4")).toBe("/admin/follow-ups?cut=running");
  });

  it("L-6-07 视图的件数只数选中的种类", () => {
    render(<CutViews counts={counts} kind="verification" cut="running" />);
    expect(linkTo("全部未了 1")).toBe("/admin/follow-ups?cut=running&kind=verification");
    expect(linkTo("已逾期 0")).toContain("cut=overdue");
    for (const words of ["今日到期 0", "下一个工作日到期 0", "待确认撤销 1", "已了结"]) expect(linkTo(words)).toContain("kind=verification");
  });
});

describe("许可证届满名单", () => {
  const row: ExpiryRow = { id: "l1", number: "2-1-00091-2021", holder: "沈阳甲电力工程有限公司", uscc: "91", scopeText: "承装五级", validTo: "2027-01-20", daysLeft: 59, renewalId: "", renewalNumber: "", renewBy: "2026-12-21", tooLate: false };
  it("延续怎样了用字说：哪天前提交、期限已过、在办的给出编号", () => {
    render(<ExpiryTable caption="名单" rows={[row, { ...row, id: "l2", daysLeft: 12, tooLate: true }, { ...row, id: "l3", renewalId: "c1", renewalNumber: "NEEB-2026-000009" }, { ...row, id: "l4", daysLeft: -3 }]} />);
    for (const words of ["2026年12月21日前提交", "延续期限已过", "没有办延续", "届满 3 天"]) expect(screen.getByText(words)).toBeTruthy();
    expect(linkTo("NEEB-2026-000009")).toBe("/admin/applications/c1");
  });
});

describe("今日提醒", () => {
  it("逐样给出件数与去处，逾期的另标；没有的时候不占地方", () => {
    const { rerender } = render(<DayDigest lines={[{ what: "案件已逾期", count: 2, href: "/admin/queue/intake?cut=overdue", urgent: true }, { what: "后续任务今日到期", count: 201, href: "/admin/follow-ups?cut=dueSoon", urgent: false }]} />);
    expect(linkTo("案件已逾期 2")).toBe("/admin/queue/intake?cut=overdue");
    expect(screen.getByRole("link", { name: "后续任务今日到期 200+" })).toBeTruthy();
    rerender(<DayDigest lines={[]} />);
    expect(screen.queryByText("今日提醒")).toBeNull();
  });
});
