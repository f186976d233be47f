import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { YearList } from "@/components/calendar/YearList";
import type { CalendarPreview, CalendarYearView } from "@/lib/licensing/calendar-views";
import { asksNoMore, asksOnLeave } from "../ui/leaving";
import type { Reply } from "@/components/account/reply";
import { done, refusing } from "../account/replies";
import { lateAnswer } from "../late-answer";

const { refresh, replace } = vi.hoisted(() => ({ refresh: vi.fn(), replace: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh, replace }) }));
const { CalendarEditor } = await import("@/components/calendar/CalendarEditor");

const year: CalendarYearView = { year: 2027, source: "尚无年度通知", provisional: true, daysOff: ["2027-01-01"], makeUpWorkdays: [], recorded: false, updatedOn: "", version: "v1" };
const found: CalendarPreview = {
  days: ["2027-01-04", "2027-01-09"], cases: 2, tasks: 1, examples: [{ id: "1", number: "NEEB-2026-000001", enterprise: "沈阳甲电力工程有限公司", what: "承诺期限", from: "2027-01-05", to: "2027-01-06" }],
};

function page(preview = done(found), change = done({ cases: 2, tasks: 1, version: "v2" })) {
  render(<CalendarEditor year={year} preview={preview} change={change} />);
  return { user: userEvent.setup(), preview, change };
}
const day = (name: RegExp): HTMLElement => screen.getByRole("button", { name });

describe("节假日安排的编辑", () => {
  beforeEach(() => refresh.mockReset());

  it("点一天改动：平日放假，周末先调休上班再放假；每一天的样子用字说出", async () => {
    const { user } = page();
    expect(screen.getAllByRole("table")).toHaveLength(12);
    expect(day(/2027年1月1日，星期五，放假/)).toBeTruthy();
    await user.click(day(/2027年1月4日，星期一，上班/));
    expect(day(/2027年1月4日，星期一，放假/)).toBeTruthy();
    await user.click(day(/2027年1月9日，星期六，周末/));
    await user.click(day(/2027年1月9日，星期六，调休上班/));
    expect(day(/2027年1月9日，星期六，放假/)).toBeTruthy();
  });

  it("键盘走动：整张年历一个停顿，方向键一天、一周，回车改动，不走出这一年", async () => {
    const { user } = page();
    const [first] = [day(/2027年1月1日/)];
    expect(screen.getAllByRole("button").filter((one) => one.matches(".day") && one.tabIndex === 0)).toEqual([first]);
    first?.focus();
    await user.keyboard("{ArrowLeft}");
    expect(document.activeElement).toBe(first);
    await user.keyboard("{ArrowRight}{ArrowDown}{ArrowDown}{PageDown}");
    expect(document.activeElement?.getAttribute("data-day")).toBe("2027-02-13");
    await user.keyboard("{Enter}");
    expect(day(/2027年2月13日，星期六，调休上班/)).toBe(document.activeElement);
  });

  it("粘贴清单换掉整栏；认不出的指出来，什么也不改", async () => {
    const { user, preview } = page();
    await user.click(screen.getByText("粘贴日期清单"));
    await user.type(screen.getByLabelText(/^放假/), "1月1日至3日、春节");
    await user.click(screen.getByRole("button", { name: "换成清单里的日子" }));
    expect(screen.getByText(/认不出“春节”/)).toBeTruthy();
    expect(day(/2027年1月2日，星期六，周末/)).toBeTruthy();
    await user.clear(screen.getByLabelText(/^放假/));
    await user.type(screen.getByLabelText(/^放假/), "1月1日至3日");
    await user.click(screen.getByRole("button", { name: "换成清单里的日子" }));
    await user.click(screen.getByRole("button", { name: "预览会变的期限" }));
    expect(preview).toHaveBeenCalledWith(expect.objectContaining({ daysOff: ["2027-01-01", "2027-01-02", "2027-01-03"], makeUpWorkdays: [] }));
  });

  it("先预览才能启用：说几件、举例；又改过的要再预览；启用时带着预览的件数", async () => {
    const { user, preview, change } = page();
    expect(screen.queryByRole("button", { name: "启用这份安排" })).toBeNull();
    await user.click(screen.getByRole("button", { name: "预览会变的期限" }));
    expect(await screen.findByRole("heading", { name: /相差 2 天，2 件案件、1 件容缺任务的期限会变/ })).toBe(document.activeElement);
    const row = screen.getByRole("row", { name: /NEEB-2026-000001/ });
    expect(within(row).getByText("2027年1月6日")).toBeTruthy();
    await user.click(screen.getByRole("checkbox", { name: /暂定/ }));
    expect(screen.queryByRole("button", { name: "启用这份安排" })).toBeNull();
    await user.click(screen.getByRole("button", { name: "预览会变的期限" }));
    await user.click(await screen.findByRole("button", { name: "启用这份安排" }));
    expect(preview).toHaveBeenCalledTimes(2);
    expect(change).toHaveBeenCalledWith({ wanted: { year: 2027, source: "尚无年度通知", provisional: false, daysOff: ["2027-01-01"], makeUpWorkdays: [] }, version: "v1", expected: { cases: 2, tasks: 1 } });
    expect(await screen.findByText(/已启用 2027 年的安排，2 件案件、1 件容缺任务/)).toBeTruthy();
    expect(refresh).toHaveBeenCalled();
  });

  it("预览没有答复时又改过：答的是改之前的日子，不算数，要再预览", async () => {
    const answer = lateAnswer<Reply<CalendarPreview>>();
    const preview = done(found);
    preview.mockReturnValueOnce(answer.promise);
    const { user } = page(preview);
    await user.click(screen.getByRole("button", { name: "预览会变的期限" }));
    await user.click(day(/2027年1月4日/));
    answer.arrive({ ok: true, value: found });
    await waitFor(() => expect(screen.getByRole<HTMLButtonElement>("button", { name: "预览会变的期限" }).disabled).toBe(false));
    expect(screen.queryByRole("button", { name: "启用这份安排" })).toBeNull();
    await user.click(screen.getByRole("button", { name: "预览会变的期限" }));
    expect(await screen.findByRole("button", { name: "启用这份安排" })).toBeTruthy();
    expect(preview).toHaveBeenLastCalledWith(expect.objectContaining({ daysOff: ["2027-01-01", "2027-01-04"] }));
  });

  it("服务不收的说明在旁边，改的都在", async () => {
    const { user } = page(refusing({ source: "请写明依据的通知" }, "请写明依据的通知") as never);
    await user.click(day(/2027年1月4日/));
    await user.clear(screen.getByLabelText(/依据的通知/));
    await user.click(screen.getByRole("button", { name: "预览会变的期限" }));
    expect(await screen.findAllByText(/请写明依据的通知/)).not.toHaveLength(0);
    expect(day(/2027年1月4日，星期一，放假/)).toBeTruthy();
  });

  it("别人先改过这一年：改的都在，按了才取最新的", async () => {
    const stale = "2027 年的安排刚被别人改过，您这次的改动没有生效";
    const change = refusing<{ cases: number; tasks: number; version: string }>({ version: stale }, stale, "conflict");
    const [user, preview] = [userEvent.setup(), done(found)];
    const { rerender } = render(<CalendarEditor year={year} preview={preview} change={change} />);
    await user.click(day(/2027年1月4日/));
    await user.click(screen.getByRole("button", { name: "预览会变的期限" }));
    await user.click(await screen.findByRole("button", { name: "启用这份安排" }));
    const told = await screen.findByRole("status");
    expect(told.textContent).toContain(stale);
    expect(document.activeElement?.contains(told), "年历很长：移到眼前").toBe(true);
    expect(screen.queryByRole("alert")).toBeNull();
    rerender(<CalendarEditor year={{ ...year, daysOff: ["2027-01-01", "2027-01-06"], version: "v2" }} preview={preview} change={change} />);
    expect(day(/2027年1月4日，星期一，放假/), "没有按不换").toBeTruthy();
    await user.click(screen.getByRole("button", { name: /看最新的/ }));
    expect(refresh).toHaveBeenCalled();
    expect(day(/2027年1月6日，星期三，放假/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: /2027年1月4日，星期一，放假/ })).toBeNull();
  });

  it("启用过一次接着改：带着新的版次", async () => {
    const { user, change } = page();
    for (const name of [/2027年1月4日/, /2027年1月5日/]) {
      await user.click(day(name));
      await user.click(screen.getByRole("button", { name: "预览会变的期限" }));
      await user.click(await screen.findByRole("button", { name: "启用这份安排" }));
      await screen.findByText(/已启用 2027 年的安排/);
    }
    expect(change.mock.calls.map(([sent]) => (sent as { version: string }).version)).toEqual(["v1", "v2"]);
  });

  it("改过没有启用的，点别的链接、关闭页面都先问；启用之后不问", async () => {
    const { user } = page();
    expect(asksOnLeave()).toBe(false);
    await user.click(day(/2027年1月4日/));
    expect(asksOnLeave()).toBe(true);
    await user.click(screen.getByRole("button", { name: "留在本页" }));
    expect(day(/2027年1月4日，星期一，放假/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "预览会变的期限" }));
    await user.click(await screen.findByRole("button", { name: "启用这份安排" }));
    await screen.findByText(/已启用 2027 年的安排/);
    await asksNoMore();
    expect(replace).toHaveBeenCalledWith("/admin/elsewhere");
  });

  it("各年一行：暂定的标明，登记过的写日期", () => {
    render(<YearList years={[year, { ...year, year: 2026, provisional: false, recorded: true, updatedOn: "2026-11-22", source: "国办通知" }]} chosen={2027} />);
    expect(screen.getByRole("row", { name: /2027年.*暂定.*随系统附带/ })).toBeTruthy();
    expect(screen.getByRole("row", { name: /2026年.*已公布.*2026年11月22日/ })).toBeTruthy();
  });
});
