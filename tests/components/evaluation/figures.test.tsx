import { readFileSync } from "node:fs";
import path from "node:path";
import { render, screen, within } from "@testing-library/react";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FiguresBoard } from "@/components/evaluation/figures/FiguresBoard";
import { FiguresFilter } from "@/components/evaluation/figures/FiguresFilter";
import { GroupTable } from "@/components/evaluation/figures/GroupTable";
import { PublicationBoard } from "@/components/evaluation/publication/PublicationBoard";
import { TrendChart } from "@/components/charts/TrendChart";
import { drawTrend } from "@/components/charts/trend-geometry";
import { indicatorsOf, type LevelTally } from "@/lib/evaluation/figures/indicators";
import type { FiguresView, PublicationView } from "@/lib/evaluation/figures/views";
import type { RatingLevel } from "@/lib/evaluation/options";
import { readMonthRange } from "@/lib/forms/month-range";
import { customPeriod } from "@/lib/workflow/period";

const tally = (level: RatingLevel, ratings: number, more: Partial<LevelTally> = {}): LevelTally => ({
  level, ratings, excluded: 0, ofMatters: ratings, rectifyDue: 0, rectified: 0, onTime: 0, named: 0, calledBack: 0, ...more,
});
const some = indicatorsOf([tally(5, 6), tally(4, 2), tally(1, 2, { rectifyDue: 2, rectified: 1, onTime: 1 })], 20, 4);
const none = indicatorsOf([], 0, 4);

const view: FiguresView = {
  period: { key: "2026", from: "2026-01", to: "2026-12" }, asked: { read: {}, misread: {} }, periodWords: "2026年1月至3月", office: { code: "NEEB", name: "国家能源局东北监管局" }, matter: "", channel: "", satisfiedFrom: 4,
  total: some, months: [{ key: "2026-01", word: "", indicators: some }, { key: "2026-02", word: "", indicators: none }, { key: "2026-03", word: "", indicators: some }],
  matters: [{ key: "new-licence", word: "许可证新申请", indicators: some }], offices: [], channels: [{ key: "todo", word: "待办一事一评", indicators: some }],
  options: [{ code: "510", text: "一窗受理一次办结", level: 5, count: 4 }, { code: "108", text: "在办事指南之外增加新的审批条件", level: 1, count: 2 }], officeChoices: [], today: "2026-03-10",
};

describe("好差评统计（L-6-10）", () => {
  it("L-6-10 八项指标，各写由哪两个数得出，没按期整改的标出", () => {
    render(<FiguresBoard view={view} badHref="/admin/evaluations/bad" />);
    const tiles = within(screen.getByLabelText("公示指标"));
    for (const name of ["参评率", "好评率", "满意率", "差评率", "平均分", "差评整改率", "按期整改率", "实名差评回访率"]) expect(tiles.getByText(name)).toBeTruthy();
    expect(tiles.getByText("50.0%", { selector: "span[title^='一事一评']" })).toBeTruthy();
    expect(tiles.getByText("1 件未按期").className).toBe("bad-t");
    expect(tiles.getByText("没有留名的差评")).toBeTruthy();
  });

  it("L-6-10 图有文字说明与数据表，缺的月份写「—」", () => {
    render(<FiguresBoard view={view} badHref="/x" />);
    const [desk] = screen.getAllByRole("img", { name: /^2026年1月至3月：满意率仍为|满意率由/ });
    expect(desk?.getAttribute("aria-label")).toContain("参评率由 50.0% 仍为 50.0%");
    const table = screen.getByRole("table", { name: "2026年1月至3月" });
    expect(within(table).getByRole("row", { name: "2月 — —" })).toBeTruthy();
    expect(desk?.querySelectorAll("circle")).toHaveLength(2);
    expect(desk?.querySelector("path.a")?.getAttribute("d")?.match(/M/g)).toHaveLength(2);
  });

  it("L-6-10 分布与提到最多的都有数；差评的条另有斜纹", () => {
    const { container } = render(<FiguresBoard view={view} badHref="/x" />);
    expect(screen.getByRole("row", { name: /^非常满意 6 60.0%/ })).toBeTruthy();
    expect(screen.getByRole("row", { name: /在办事指南之外增加新的审批条件 非常不满意 2/ })).toBeTruthy();
    expect(container.querySelectorAll("tr.lo pattern").length).toBe(container.querySelectorAll("tr.lo").length);
    expect(container.querySelector("tr:not(.lo) pattern")).toBeNull();
  });

  it("L-6-10 有效评价与参评率写在同一行的地方，说明参评率只数一事一评；不公示的件数与比率写不公示", () => {
    const groups = [{ key: "NEEB", word: "东北", indicators: some }];
    const { rerender } = render(<FiguresBoard view={{ ...view, offices: groups }} badHref="/x" />);
    const noted = (name: string) => within(screen.getByRole("region", { name })).getByText(/参评率只数一事一评/);
    for (const name of ["按事项", "按单位"]) expect(noted(name)).toBeTruthy();
    const published: PublicationView = { quarters: [], quarter: { key: "2026-Q1", word: "2026年第一季度" }, satisfiedFrom: 4, office: undefined, total: { key: "all", word: "全国", indicators: some }, offices: groups, matters: groups, trend: [] };
    rerender(<PublicationBoard view={published} officeHref={(code) => `/x?${code}`} />);
    expect(noted("按单位")).toBeTruthy();
    rerender(<PublicationBoard view={{ ...published, office: view.office }} officeHref={(code) => `/x?${code}`} />);
    expect(noted("按事项")).toBeTruthy();
    const withheld = { part: 0, whole: 0, withheld: true };
    render(<GroupTable caption="按单位公示" head="单位" rows={[{ key: "NEEB", word: "东北", indicators: { ...some, participation: withheld } }]} />);
    expect(screen.getByRole("row", { name: /^东北 不公示 10 不公示 80.0%/ })).toBeTruthy();
  });

  it("L-6-10 不公示的一行只写少于五条", () => {
    render(<GroupTable caption="按单位公示" head="单位" hiddenWords="少于 5 条不公示" rows={[{ key: "SD", word: "山东", indicators: undefined }]} />);
    expect(screen.getByRole("row", { name: /山东 — 少于 5 条不公示 — — — —/ })).toBeTruthy();
  });

  it("L-6-10 范围在一张普通的表单里；机构只给能看全部的人选", () => {
    const { rerender } = render(<FiguresFilter action="/f" {...view} />);
    expect(screen.queryByLabelText("单位")).toBeNull();
    rerender(<FiguresFilter action="/f" {...view} period={{ key: "custom", from: "2026-01", to: "2026-02" }} officeChoices={[{ code: "SD", name: "山东" }]} />);
    expect(screen.getByLabelText<HTMLInputElement>("从").value).toBe("2026-01");
    expect(screen.getByLabelText<HTMLSelectElement>("单位").value).toBe("all");
  });
});

describe("自定义月份（L-6-10）", () => {
  it("L-6-10 选了自定义，起讫两格当即出现，不等【统计】，也不用脚本：格子总在表单里，没选时由样式收起", () => {
    const { container } = render(<FiguresFilter action="/f" {...view} />);
    const months = container.querySelector("form > .months");
    expect(months?.querySelectorAll("input")).toHaveLength(2);
    expect(screen.getByLabelText<HTMLSelectElement>("期间").querySelector(`option[value="${customPeriod}"]`)).toBeTruthy();
    const styles = readFileSync(path.join(process.cwd(), "app/styles/figures.css"), "utf8");
    expect(styles).toMatch(new RegExp(`form:not\\(:has\\(option\\[value="${customPeriod}"\\]:checked\\)\\) > \\.months \\{\\s*display: none;`));
  });

  it("L-6-10 起讫写反了、认不出的不悄悄改掉：照样放回，旁边说明", () => {
    const asked = (from: string, to: string) => ({ period: { key: customPeriod, from: "2026-02", to: "2026-11" }, asked: readMonthRange({ from, to }) });
    const fields = () => ["从", "到"].map((label) => screen.getByLabelText<HTMLInputElement>(label));
    const said = () => fields().map((field) => document.getElementById(field.getAttribute("aria-describedby") ?? "")?.textContent);
    const { rerender } = render(<FiguresFilter action="/f" {...view} {...asked("2026-11", "2026-02")} />);
    expect([fields().map(({ value }) => value), said()]).toEqual([["2026-11", "2026-02"], [undefined, "早于起始的 2026-11，请核对"]]);
    expect(fields()[1]?.getAttribute("aria-invalid")).toBe("true");
    rerender(<FiguresFilter action="/f" {...view} {...asked("2026-13", "2026-11")} />);
    expect([fields().map(({ value }) => value), said()]).toEqual([["2026-13", "2026-11"], ["请输入年月，如 2026-03", undefined]]);
    rerender(<FiguresFilter action="/f" {...view} {...asked("2026-02", "2026-11")} />);
    expect(said()).toEqual([undefined, undefined]);
  });
});

describe("走势图的画法", () => {
  const frame = { width: 640, height: 250, left: 36, right: 66, top: 12, bottom: 26, labels: 12 };
  it("点都在画面里，大的不在小的下面，线尾的字错开", () => {
    const values = fc.array(fc.option(fc.double({ min: 0, max: 180, noNaN: true }), { nil: undefined }), { minLength: 1, maxLength: 36 });
    fc.assert(fc.property(values, values, (a, b) => {
      const labels = Array.from({ length: Math.max(a.length, b.length) }, (_, index) => String(index));
      const trend = drawTrend([{ name: "甲", values: a }, { name: "乙", values: b }], labels, frame);
      for (const { x, y } of trend.series.flatMap(({ points }) => points)) expect(x >= 35 && x <= 575 && y >= 11 && y <= 225).toBe(true);
      expect(trend.ticks.length).toBeLessThanOrEqual(12);
      const [first, second] = trend.series.map(({ end }) => end?.y);
      if (first !== undefined && second !== undefined) expect(Math.abs(first - second)).toBeGreaterThanOrEqual(33.9);
    }));
  });

  it("一个点也画得出，没有点时说没有数据", () => {
    render(<TrendChart about="2026年1月" head="月份" labels={["1月"]} series={[{ name: "满意率", values: [90] }, { name: "参评率", values: [undefined] }]} />);
    expect(screen.getAllByRole("img")[0]?.getAttribute("aria-label")).toBe("2026年1月：满意率 90.0%，参评率没有数据");
  });
});
