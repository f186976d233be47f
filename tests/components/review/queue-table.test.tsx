import { fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { QueueDesk } from "@/components/review/QueueDesk";
import { QueueTable } from "@/components/review/QueueTable";
import type { QueueRow, QueueView } from "@/lib/licensing/queue-views";

const router = { push: vi.fn(), refresh: vi.fn() };
vi.mock("next/navigation", () => ({ useRouter: () => router }));

const row = (id: string, changes: Partial<QueueRow> = {}): QueueRow => ({
  id, number: `NEEB-2026-00000${id}`, enterprise: `抚顺第${id}电力有限公司`, business: "许可证新申请", marks: [], licenceNumber: "", takeable: false, scopeText: "承装四级", submittedAt: "2026-11-18T08:40:00.000Z",
  due: { word: "剩 3", tone: "green", note: "" }, stateWord: "待形审", holder: "张敏", mine: true, finishedAt: "", claimable: false, ...changes,
});

const rows = [
  row("1", { due: { word: "逾期 2", tone: "red", note: "11-19 起视为受理" }, marks: ["容缺受理"] }),
  row("2", { holder: "", mine: false, claimable: true, due: { word: "今日到期", tone: "amber", note: "" } }),
  row("3"),
];

const done = () => vi.fn(async () => ({ ok: true as const, value: {} }));

beforeEach(() => vi.clearAllMocks());

describe("工作列表", () => {
  it("L-6-02 L-6-06 编号、企业、业务、标记、申请内容、提交时间、剩余工作日、状态、承办人都在，先说字再给颜色", () => {
    render(<QueueTable caption="形审案件" rows={rows} claim={done()} empty="没有" />);
    expect(screen.getAllByRole("columnheader").map((head) => head.textContent)).toEqual(["编号", "企业", "业务", "标记", "申请内容", "提交", "剩余工作日", "状态", "承办人", "操作"]);
    const [, late, today] = screen.getAllByRole("row");
    expect(late?.textContent).toContain("逾期 2");
    expect(within(late as HTMLElement).getByText("逾期 2").closest(".bad-t")).toBeTruthy();
    expect(late?.textContent).toContain("11-19 起视为受理");
    expect(late?.textContent).toContain("容缺受理");
    expect(within(today as HTMLElement).getByText("今日到期").closest(".warn-t")).toBeTruthy();
    expect(today?.textContent).toContain("未领取");
  });

  it("L-6-02 j、k 移动，Enter 打开，c 领取；在输入框里不接手", async () => {
    const claim = done();
    render(<><input aria-label="搜索" /><QueueTable caption="形审案件" rows={rows} claim={claim} empty="没有" /></>);
    const user = userEvent.setup();
    await user.keyboard("jj");
    expect(screen.getAllByRole("row")[2]?.getAttribute("aria-current")).toBe("true");
    await user.keyboard("c");
    expect(claim).toHaveBeenCalledWith({ applicationId: "2" });
    await user.keyboard("jjjk{Enter}");
    expect(router.push).toHaveBeenLastCalledWith("/admin/applications/2");
    router.push.mockClear();
    await user.click(screen.getByLabelText("搜索"));
    await user.keyboard("j{Enter}c");
    expect(router.push).not.toHaveBeenCalled();
    expect((screen.getByLabelText("搜索") as HTMLInputElement).value).toBe("jc");
  });

  it("L-6-02 行里的链接在页面之内前往；带着修饰键的是普通的链接", async () => {
    render(<QueueTable caption="形审案件" rows={rows} claim={done()} empty="没有" />);
    const link = screen.getByRole("link", { name: "抚顺第3电力有限公司" });
    expect(link.getAttribute("href")).toBe("/admin/applications/3");
    await userEvent.click(link);
    expect(router.push.mock.calls).toEqual([["/admin/applications/3"]]);
    const kept = (event: Event) => event.preventDefault();
    const followed = vi.fn((event: Event) => event.defaultPrevented);
    window.addEventListener("click", followed);
    window.addEventListener("click", kept);
    fireEvent.click(link, { ctrlKey: true });
    window.removeEventListener("click", followed);
    window.removeEventListener("click", kept);
    expect(followed.mock.results.map(({ value }) => value)).toEqual([false]);
    expect(router.push).toHaveBeenCalledTimes(1);
  });

  it("L-6-02 领取时被人抢先，说出是谁并更新列表", async () => {
    const claim = vi.fn(async () => ({ ok: false as const, code: "conflict", message: "本案已由刘洋领取", fields: {} }));
    render(<QueueTable caption="形审案件" rows={rows} claim={claim} empty="没有" />);
    await userEvent.click(screen.getByRole("button", { name: /^领取/ }));
    expect((await screen.findByRole("status")).textContent).toContain("NEEB-2026-000002：本案已由刘洋领取");
    expect(router.refresh).toHaveBeenCalled();
    expect(router.push).not.toHaveBeenCalled();
  });

  it("L-6-02 空列表有一句话；已办结的列办结日期", () => {
    const { rerender } = render(<QueueTable caption="形审案件" rows={[]} claim={done()} empty="现在没有在办的案件。" />);
    expect(screen.getByText("现在没有在办的案件。")).toBeTruthy();
    rerender(<QueueTable caption="已办结" rows={[row("9", { finishedAt: "2026-11-20T02:00:00.000Z", holder: "" })]} claim={done()} empty="" finished />);
    expect(screen.getByRole("columnheader", { name: "办结" })).toBeTruthy();
    expect(screen.getByText("11月20日")).toBeTruthy();
  });

  it("L-6-02 筛选是地址里的普通表单，没有脚本也能用：各格都在，外出的人注明", () => {
    const query = { stage: "intake", cut: "mine", business: "renewal", level: "4", q: "沈阳", mark: undefined, category: undefined, holder: undefined, dueFrom: undefined, dueTo: undefined } as const;
    const view = { query, misread: {}, rows, counts: [], today: "2026-11-22" };
    const colleagues = [{ id: "1", name: "张敏", posts: "受理岗", awayUntil: "2026-12-01" }];
    const actions = { claim: done(), assign: vi.fn(), saveView: vi.fn(), renameView: done(), removeView: done(), acknowledge: done() };
    render(<QueueDesk view={view} label="形审" note="" businesses={[{ value: "renewal", label: "许可证延续" }]} colleagues={colleagues} saved={[]} notices={[]} actions={actions} assigns paged={false} />);
    const form = screen.getByRole("search", { name: "筛选" }) as HTMLFormElement;
    expect([form.method, form.getAttribute("action")]).toEqual(["get", "/admin/queue/intake"]);
    expect(Object.fromEntries(new FormData(form))).toEqual({ cut: "mine", q: "沈阳", business: "renewal", mark: "", category: "", level: "4", holder: "", dueFrom: "", dueTo: "" });
    expect(screen.getByRole("option", { name: "张敏（外出）" })).toBeTruthy();
    expect(screen.getByRole("link", { name: "清除" }).getAttribute("href")).toBe("/admin/queue/intake?cut=mine");
    expect(screen.queryByLabelText("等我办的")).toBeNull();
  });

  const whole = { stage: undefined, business: undefined, mark: undefined, category: undefined, level: undefined, holder: undefined, dueFrom: undefined, dueTo: undefined, digest: undefined, q: undefined } as const;
  const desk = (query: Partial<QueueView["query"]>, shown: readonly QueueRow[] = [], misread: QueueView["misread"] = {}, next?: string) => {
    const actions = { claim: done(), assign: vi.fn(), saveView: vi.fn(), renameView: done(), removeView: done(), acknowledge: done() };
    return <QueueDesk view={{ query: { ...whole, cut: "running", ...query }, misread, rows: [...shown], counts: [], today: "2026-11-22", next }} label="全部环节" note="" businesses={[]} colleagues={[]} saved={[]} notices={[]} actions={actions} assigns paged={false} />;
  };

  it("L-6-02 认不出的到期日照写着的放回去，旁边说明；不列案件、不导出，免得像是筛过的", () => {
    const { rerender } = render(desk({}, rows, { dueFrom: { typed: "abc", message: "请输入真实的日期，如 2026-03-01" } }, "1"));
    const day = screen.getByLabelText<HTMLInputElement>("到期日起");
    expect([day.value, day.getAttribute("aria-invalid")]).toEqual(["abc", "true"]);
    expect(document.getElementById(day.getAttribute("aria-describedby") ?? "")?.textContent).toContain("请输入真实的日期");
    expect(screen.getByText(/有查找条件认不出，没有列出结果/)).toBeTruthy();
    expect(screen.queryByRole("table")).toBeNull();
    expect(screen.queryByText("导出")).toBeNull();
    expect(screen.getByRole("link", { name: "清除" })).toBeTruthy();
    expect(screen.queryByText("下一页")).toBeNull();
    rerender(desk({}, rows, {}, "1"));
    expect(screen.getByRole("table")).toBeTruthy();
    for (const word of ["导出", "下一页"]) expect(screen.getByText(word)).toBeTruthy();
  });

  it("L-6-02 空列表：筛选过的说没有符合筛选的，不说没有在办的；只是查找的说没有找到", () => {
    const { rerender } = render(desk({}));
    expect(screen.getByText("现在没有在办的案件。")).toBeTruthy();
    for (const query of [{ business: "renewal" }, { dueTo: "2026-11-22" }, { cut: "mine", level: "4" }, { business: "renewal", q: "沈阳" }, { digest: "today" }] as const) {
      rerender(desk(query));
      expect(screen.getByText("没有符合筛选的案件，请清除筛选再看。"), JSON.stringify(query)).toBeTruthy();
    }
    rerender(desk({ q: "沈阳", cut: "all" }));
    expect(screen.getByText(/^没有找到“沈阳”/)).toBeTruthy();
  });

  it("L-1-03 “全部”按提交先后，剩余工作日不说自己是次序；在办的说", () => {
    const sortOf = () => screen.getByRole("columnheader", { name: "剩余工作日" }).getAttribute("aria-sort");
    const { rerender } = render(desk({}, rows));
    expect(sortOf()).toBe("ascending");
    rerender(desk({ cut: "all" }, rows));
    expect(sortOf()).toBeNull();
  });

  it("L-6-02 从今日提醒来的，筛选里写着是哪一样，再筛选时还在，可以清除", () => {
    render(desk({ digest: "overPromised" }, rows));
    const form = screen.getByRole("search", { name: "筛选" }) as HTMLFormElement;
    expect(new FormData(form).get("digest")).toBe("overPromised");
    expect((screen.getByLabelText("等我办的") as HTMLSelectElement).selectedOptions[0]?.textContent).toBe("超承诺");
    expect(screen.getByRole("link", { name: "清除" }).getAttribute("href")).toBe("/admin/queue?cut=running");
  });
});
