import { render, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { RosterPanel, rosterQuery } from "@/components/licence/RosterPanel";
import type { RosterView } from "@/lib/licensing/licence-views";

const row = { id: "a", name: "王磊", maskedId: "210102********1234", role: "技术负责人", fromOn: "2024-03-01" };
const roster = (changes: Partial<RosterView> = {}): RosterView => ({
  former: false, page: 2, pages: 3, counts: { current: 47, former: 1 },
  rows: [row], ...changes,
});

describe("在册人员", () => {
  it("L-4.7.2-05 姓名、遮盖的号码、人员类型、在册日期；分页与离册的视图各有地址", () => {
    render(<RosterPanel roster={roster()} path="/licences/1" />);
    const line = screen.getByRole("row", { name: /王磊/ });
    expect(within(line).getByText("210102********1234")).toBeDefined();
    expect(within(line).getByText("2024年3月1日")).toBeDefined();
    expect(screen.queryByText("离册日期")).toBeNull();
    expect(screen.getByRole("link", { name: /离册人员/ }).getAttribute("href")).toBe("/licences/1?roster=former&people=1#roster");
    expect(screen.getByRole("link", { name: "下一页" }).getAttribute("href")).toBe("/licences/1?roster=current&people=3#roster");
  });

  it("L-4.7.1-04 离册的写出离册日期；没有的说没有", () => {
    const { unmount } = render(<RosterPanel roster={roster({ former: true, page: 1, pages: 1, rows: [{ ...row, toOn: "2026-11-22" }] })} path="/profile/people" />);
    expect(screen.getByText("2026年11月22日")).toBeDefined();
    unmount();
    render(<RosterPanel roster={roster({ former: true, page: 1, pages: 1, rows: [] })} path="/profile/people" />);
    expect(screen.getByText("没有离册的人员")).toBeDefined();
  });

  it("地址里的两项不可信", () => {
    expect(rosterQuery({ roster: "former", people: "2" })).toEqual({ former: true, page: 2 });
    expect(rosterQuery({})).toEqual({ former: false, page: 1 });
    expect(rosterQuery({ roster: "x", people: "abc" })).toEqual({ former: false, page: Number.NaN });
  });
});
