import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { Directory, type DirectoryEntry } from "@/components/ui/Directory";
import { Pager } from "@/components/ui/Pager";
import { Table, type Column } from "@/components/ui/Table";
import { Timeline } from "@/components/ui/Timeline";
import { Views } from "@/components/ui/Views";

type Person = { name: string; work: string };

const columns: Column<Person>[] = [
  { key: "name", head: "姓名", rowHead: true, cell: (row) => row.name },
  { key: "work", head: "作业类别", phoneLabel: "类别", cell: (row) => row.work },
];
const people: Person[] = [
  { name: "孙立军", work: "高压" },
  { name: "褚卫东", work: "低压" },
];

describe("表格", () => {
  it("角色写明，手机上的卡片也读作表格；卡片上的值带名称", () => {
    render(
      <Table
        caption="电工"
        columns={columns}
        rows={people}
        rowKey={(row) => row.name}
        rowTone={(row) => (row.name === "褚卫东" ? "bad" : undefined)}
        rowId={(row) => `person-${row.name}`}
      />,
    );
    const table = screen.getByRole("table", { name: "电工" });
    const [, , second] = within(table).getAllByRole("row");
    if (!second) throw new Error("没有第二行");
    expect(second.className).toBe("bad-row");
    expect(second.id).toBe("person-褚卫东");
    expect(within(second).getByRole("rowheader").textContent).toBe("褚卫东");
    expect(within(second).getByRole("cell").dataset.th).toBe("类别");
    for (const element of table.querySelectorAll("thead, tbody, tr, th, td")) expect(element.hasAttribute("role")).toBe(true);
  });

  it("没有行时说明", () => {
    render(<Table caption="电工" columns={columns} rows={[]} rowKey={(row) => row.name} empty="没有符合的人员" />);
    expect(screen.getByText("没有符合的人员").getAttribute("colspan")).toBe("2");
  });
});

describe("分页", () => {
  it("首末页不能再翻，并说明原因", () => {
    render(<Pager page={1} pages={9} summary="第 1–20 行，共 180 行" href={(page) => `?page=${page}`} />);
    const back = screen.getByRole("link", { name: "上一页", description: "已是第一页" });
    expect(back.getAttribute("aria-disabled")).toBe("true");
    expect(screen.getByRole("link", { name: "下一页" }).getAttribute("href")).toBe("?page=2");
    expect(screen.getByRole("link", { current: "page" }).textContent).toBe("1");
    expect(screen.getByRole("link", { name: "第 9 页" })).toBeTruthy();
    expect(screen.queryByRole("link", { name: "第 5 页" })).toBeNull();
  });

  it("页内的列表用按钮翻页；只有一页时不出现", async () => {
    const onPage = vi.fn();
    const { rerender } = render(<Pager page={2} pages={3} summary="" onPage={onPage} />);
    await userEvent.click(screen.getByRole("button", { name: "上一页" }));
    await userEvent.click(screen.getByRole("button", { name: "第 3 页" }));
    expect(onPage.mock.calls).toEqual([[1], [3]]);
    rerender(<Pager page={1} pages={1} summary="共 2 行" onPage={onPage} />);
    expect(screen.queryByRole("navigation")).toBeNull();
  });
});

describe("目录", () => {
  const states: [DirectoryEntry["state"], string, number?][] = [
    ["done", "已完成"],
    ["issues", "有问题 5", 5],
    ["filling", "填写中，还差 4 项", 4],
    ["empty", "未填写"],
    ["correct", "需补正 1", 1],
    ["locked", "已锁定"],
    ["exempt", "本级别不要求"],
  ];

  it.each(states)("%s 说成“%s”", (state, words, count) => {
    render(<Directory label="申请目录" variant="bar" entries={[{ href: "/a", name: "基本情况", state, count }]} />);
    expect(screen.getByRole("link").textContent).toBe(`基本情况${words}`);
  });

  it("当前一页有标记，手机抽屉写着它的名称和位置", () => {
    const entries: DirectoryEntry[] = [
      { href: "/a", name: "申请类别", state: "done" },
      { href: "/b", name: "技术负责人", state: "issues", count: 2, current: true },
    ];
    render(<Directory label="申请目录" progress="1 / 2 已完成" entries={entries} />);
    const [phone, desk] = screen.getAllByRole("navigation", { name: "申请目录" });
    if (!phone || !desk) throw new Error("目录应有两份");
    expect(within(desk).getByRole("link", { current: "page" }).getAttribute("href")).toBe("/b");
    expect(phone.closest("details")?.querySelector("summary")?.textContent).toContain("技术负责人2 / 2");
  });

  it("没有当前一页的，抽屉不把“目录”说两遍", () => {
    render(<Directory label="案件目录" entries={[{ href: "#a", name: "基本情况", state: "done" }]} />);
    expect(screen.getAllByRole("navigation", { name: "案件目录" })[0]?.closest("details")?.querySelector("summary")?.textContent).toBe("目录展开");
  });
});

describe("进度和视图", () => {
  it("时间线标出现在的一步和在等谁", () => {
    render(
      <Timeline
        label="办理进度"
        steps={[
          { name: "提交", note: "11月9日", state: "done" },
          { name: "补正", note: "等待贵单位", state: "yours" },
          { name: "受理", state: "next" },
        ]}
      />,
    );
    const [submitted, correction, acceptance] = screen.getAllByRole("listitem");
    expect(submitted?.textContent).toContain("已完成");
    expect(correction?.getAttribute("aria-current")).toBe("step");
    expect(correction?.textContent).toContain("等待您办理");
    expect(acceptance?.hasAttribute("aria-current")).toBe(false);
  });

  it("视图带数目；有地址的是链接，页内的是按钮", async () => {
    const onView = vi.fn();
    const views = [
      { key: "all", label: "全部", count: 60, current: true },
      { key: "bad", label: "有问题", count: 4 },
    ];
    const { rerender } = render(<Views label="视图" views={views} href={(key) => `?view=${key}`} />);
    expect(screen.getByRole("link", { current: "page" }).textContent).toBe("全部 60");
    rerender(<Views label="视图" views={views} onView={onView} />);
    expect(screen.getByRole("button", { pressed: true }).textContent).toBe("全部 60");
    await userEvent.click(screen.getByRole("button", { name: "有问题 4" }));
    expect(onView).toHaveBeenCalledWith("bad");
  });
});
