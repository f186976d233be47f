import { render, screen, within } from "@testing-library/react";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { StackChart } from "@/components/charts/StackChart";
import { drawStack, stepOf } from "@/components/charts/stack-geometry";
import { StatisticsBoard } from "@/components/statistics/StatisticsBoard";
import { StatisticsFilter } from "@/components/statistics/StatisticsFilter";
import { readMonthRange } from "@/lib/forms/month-range";
import { timingOf } from "@/lib/licensing/statistics/indicators";
import type { StatisticsView } from "@/lib/licensing/statistics/views";

const outcomes = { granted: 5, refused: 1, notAccepted: 2, terminated: 0 };
const nothing = { granted: 0, refused: 0, notAccepted: 0, terminated: 0 };
const timing = timingOf([
  { month: "2026-11", business: "renewal", used: 8, promisedLate: false, statutoryLate: false, count: 5 }, { month: "2026-11", business: "renewal", used: 22, promisedLate: true, statutoryLate: true, count: 1 },
]);
const person = { accountId: "1", name: "张敏", posts: "受理岗", disabled: false, held: 3, overdue: 1, handled: { accept: 4 }, total: 4, cases: 4 };

const view: StatisticsView = {
  period: { key: "recent", from: "2026-10", to: "2026-11" }, asked: { read: {}, misread: {} }, periodWords: "2026年10月至11月", office: { code: "NEEB", name: "国家能源局东北监管局" }, officeChoices: [], business: "",
  businessChoices: [{ code: "renewal", word: "许可证延续" }], received: 12, running: [{ state: "submitted", word: "待形审", count: 3 }, { state: "accepted", word: "已受理", count: 1 }], overdue: 1, unclaimed: 2,
  outcomes, timing, endings: [{ state: "notAccepted", count: 2, median: 3, ninety: 5, longest: 5 }], months: [{ month: "2026-10", word: "2026年10月", received: 2, outcomes: nothing, timing: timingOf([]) }, { month: "2026-11", word: "2026年11月", received: 10, outcomes, timing }],
  businesses: [{ business: "renewal", word: "许可证延续", received: 12, running: [{ state: "submitted", count: 4 }], overdue: 1, outcomes, timing }],
  returns: { remarks: 3, cases: 2, places: [{ key: "p", word: "技术负责人 › 职称证书", count: 3 }], phrases: [{ key: "x", word: "缺少盖章页，请补充", count: 2 }] },
  workload: { actions: [{ action: "accept", word: "受理" }], people: [person, { ...person, accountId: "2", name: "李停", disabled: true, overdue: 0, handled: {}, total: 0, cases: 0 }] }, today: "2026-11-22",
};

describe("办理统计的页面（issue 5 statistics）", () => {
  it("issue 5 总数下面写着由哪些数得出，超期的用字说出来", () => {
    render(<StatisticsBoard view={view} />);
    const tiles = within(screen.getByLabelText("办理情况"));
    expect(tiles.getByText("准予许可 5，不予许可 1，不予受理 2")).toBeTruthy();
    expect(tiles.getByText("1 件超过承诺期限").className).toBe("bad-t");
    expect(tiles.getAllByText("83.3%")).toHaveLength(2);
    expect([tiles.getByText("8 日"), tiles.getByText("22 日"), tiles.getByText("逾期 1，未领取 2")]).toHaveLength(3);
  });

  it("issue 5 按业务、用时、退回、各人都有表", () => {
    render(<StatisticsBoard view={view} />);
    expect(screen.getByRole("row", { name: /^许可证延续 12 5 1 2 0 4 1$/ })).toBeTruthy();
    expect(screen.getByRole("row", { name: /^许可证延续 6 83.3% 1 83.3% 1 8 日 22 日 22 日$/ })).toBeTruthy();
    expect(screen.getByRole("row", { name: /^不予受理 2 — — — — 3 日 5 日 5 日$/ })).toBeTruthy();
    expect(screen.getByText(/没有受理的自最近一次提交次日起/)).toBeTruthy();
    expect(screen.getByRole("row", { name: /^技术负责人 › 职称证书 3/ })).toBeTruthy();
    expect(screen.getByRole("row", { name: /^张敏 受理岗 3 1 4 4 受理 4$/ })).toBeTruthy();
    expect(screen.getByRole("row", { name: /^李停 受理岗，已停用 3 0 0 0 —$/ })).toBeTruthy();
  });

  it("issue 5 看全部单位时不列人；没有案件时各处说明", () => {
    const empty = { ...view, office: undefined, workload: undefined, running: [], businesses: [], outcomes: nothing, timing: timingOf([]), endings: [], returns: { remarks: 0, cases: 0, places: [], phrases: [] } };
    render(<StatisticsBoard view={empty} />);
    for (const said of ["选定一个单位后，列出该单位各人的办理情况。", "现在没有在办的案件。", "这一期间没有案件。", "这一期间没有办结的案件。", "没有办结的"]) expect(screen.getByText(said)).toBeTruthy();
    expect(screen.queryByText("张敏")).toBeNull();
  });

  it("issue 5 柱图不靠颜色：实心、斜纹、圆点、空心各一种，图有文字说明与数据表", () => {
    const { container } = render(<StackChart about="每月办结" head="月份" labels={["10月", "11月"]} series={[["准予许可", 5], ["不予许可", 1], ["不予受理", 2], ["已终止", 1]].map(([name, count]) => ({ name: String(name), values: [0, Number(count)] }))} />);
    expect(screen.getAllByRole("img", { name: "每月办结：准予许可 5，不予许可 1，不予受理 2，已终止 1" })).toHaveLength(2);
    expect(within(screen.getByRole("table", { name: "每月办结" })).getByRole("row", { name: "11月 5 1 2 1 9" })).toBeTruthy();
    for (const [kind, shape] of [["s2", "line.hatch"], ["s3", "circle.spot"]]) expect(container.querySelectorAll(shape ?? "").length).toBe(container.querySelectorAll(`rect.${kind}`).length);
    const ids = [...container.querySelectorAll("pattern")].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("issue 5 柱的各段叠起来正好是合计，都在图内", () => {
    const frame = { width: 640, height: 250, left: 40, right: 8, top: 20, bottom: 26, labels: 12 };
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat(9000), { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 36 }), (columns) => {
        const series = [0, 1, 2, 3].map((index) => ({ name: String(index), values: columns.map((column) => column[index] ?? 0) }));
        const { columns: drawn, axis } = drawStack(series, columns.map((_, index) => String(index)), frame);
        expect(axis.length).toBeLessThanOrEqual(5);
        for (const { parts, top, x, width } of drawn) {
          expect(top).toBeGreaterThanOrEqual(frame.top);
          expect([x >= frame.left, x + width <= frame.width - frame.right]).toEqual([true, true]);
          expect(parts.reduce((sum, { height }) => sum + height, 0)).toBeCloseTo(frame.height - frame.bottom - top, 5);
        }
      }),
    );
    expect([1, 4, 5, 37, 900].map(stepOf)).toEqual([1, 1, 2, 10, 500]);
  });

  it("issue 5 范围在一张普通的表单里；单位只给能看全部的人选", () => {
    const { rerender } = render(<StatisticsFilter action="/admin/statistics" {...view} />);
    expect(screen.queryByLabelText("单位")).toBeNull();
    expect((screen.getByLabelText("期间") as HTMLSelectElement).value).toBe("recent");
    rerender(<StatisticsFilter action="/admin/statistics" {...view} officeChoices={[{ code: "SD", name: "山东" }]} period={{ key: "custom", from: "2026-02", to: "2026-05" }} />);
    expect((screen.getByLabelText("单位") as HTMLSelectElement).value).toBe("all");
    expect((screen.getByLabelText("从") as HTMLInputElement).value).toBe("2026-02");
    rerender(<StatisticsFilter action="/admin/statistics" {...view} period={{ key: "custom", from: "2026-01", to: "2026-05" }} asked={readMonthRange({ from: "2026-13", to: "2026-05" })} />);
    expect((screen.getByLabelText("从") as HTMLInputElement).value).toBe("2026-13");
    expect(screen.getByText("请输入年月，如 2026-03").closest("p")?.id).toBe(screen.getByLabelText("从").getAttribute("aria-describedby"));
  });
});
