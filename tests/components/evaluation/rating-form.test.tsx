import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { onSessionEnd } from "@/components/account/session-end";
import { RatingForm, type RateResult } from "@/components/evaluation/RatingForm";
import { asksNoMore, asksOnLeave } from "../ui/leaving";

const replace = vi.fn();
vi.mock("next/navigation", () => ({ useRouter: () => ({ push: vi.fn(), replace, refresh: vi.fn() }) }));

const CASE = "0193f000-0000-7000-8000-000000000001";

function open(result: RateResult = { ok: true }) {
  const rate = vi.fn(async (_command: { idempotencyKey: string }) => result);
  render(<RatingForm caseId={CASE} rate={rate} home="/home" />);
  return { rate, user: userEvent.setup() };
}

describe("好差评服务页面", () => {
  beforeEach(() => replace.mockReset());

  it("L-5.1.2-01 填好后保存，跳转首页", async () => {
    const { rate, user } = open();
    await user.click(screen.getByRole("radio", { name: /^非常满意/ }));
    await user.click(screen.getByRole("checkbox", { name: "可以全程网上办理" }));
    await user.type(screen.getByRole("textbox", { name: /手机号码/ }), "139 0000 0002");
    await user.click(screen.getByRole("button", { name: "保存" }));
    expect(rate).toHaveBeenCalledWith(expect.objectContaining({ caseId: CASE, rating: expect.objectContaining({ level: 5, options: ["513"], phone: "13900000002" }) }));
    expect(replace).toHaveBeenCalledWith("/home");
    await asksNoMore();
  });

  it("L-5.1.2-01 评到一半，点别的链接、关闭页面都先问，写的还在；别处已经评过、表单收起的不问", async () => {
    const { user } = open({ ok: false, code: "conflict", message: "这次服务已经评价过了，感谢您的意见。", fields: {} });
    expect(asksOnLeave()).toBe(false);
    await user.type(screen.getByRole("textbox", { name: /意见建议/ }), "办得很快");
    expect(asksOnLeave()).toBe(true);
    await user.click(screen.getByRole("button", { name: "留在本页" }));
    expect(screen.getByRole<HTMLTextAreaElement>("textbox", { name: /意见建议/ }).value).toBe("办得很快");
    await user.click(screen.getByRole("radio", { name: /^满意/ }));
    await user.type(screen.getByRole("textbox", { name: /手机号码/ }), "13900000002");
    await user.click(screen.getByRole("button", { name: "保存" }));
    await screen.findByText(/已经评价过了/);
    await asksNoMore();
  });

  it("L-5.1.2-02 带 * 的没填就不保存，摘要与字段旁都说明，填过的还在", async () => {
    const { rate, user } = open();
    await user.type(screen.getByRole("textbox", { name: /意见建议/ }), "办得很快");
    await user.click(screen.getByRole("button", { name: "保存" }));
    const summary = await screen.findByRole("alert");
    expect(within(summary).getByRole("link", { name: "请选择满意度" })).toBeTruthy();
    expect(within(summary).getByRole("link", { name: "请填写手机号码" })).toBeTruthy();
    expect(rate).not.toHaveBeenCalled();
    expect(screen.getByRole<HTMLTextAreaElement>("textbox", { name: /意见建议/ }).value).toBe("办得很快");
  });

  it("L-5.1.2-02 差评须勾选详情或写下意见", async () => {
    const { rate, user } = open();
    await user.click(screen.getByRole("radio", { name: /^不满意/ }));
    await user.type(screen.getByRole("textbox", { name: /手机号码/ }), "13900000002");
    await user.click(screen.getByRole("button", { name: "保存" }));
    expect((await screen.findAllByText("差评必须勾选详情或填写文字评价")).length).toBeGreaterThan(0);
    expect(rate).not.toHaveBeenCalled();
  });

  it("L-5.1.2-04 在另一个页签里已经评过：换成一句话与回首页的链接，表单不再留着", async () => {
    const { user } = open({ ok: false, code: "conflict", message: "这次服务已经评价过了，感谢您的意见。", fields: {} });
    await user.click(screen.getByRole("radio", { name: /^满意/ }));
    await user.type(screen.getByRole("textbox", { name: /手机号码/ }), "13900000002");
    await user.click(screen.getByRole("button", { name: "保存" }));
    expect(await screen.findByText(/已经评价过了/)).toBeTruthy();
    expect(screen.getByRole("link", { name: "返回首页" }).getAttribute("href")).toBe("/home");
    expect(screen.queryByRole("button", { name: "保存" })).toBeNull();
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("L-4.0-03 L-5.1.2-01 登录过期：请人就地登录，填的还在", async () => {
    const ended = vi.fn();
    const forget = onSessionEnd(ended);
    const { user } = open({ ok: false, code: "unauthenticated", message: "请先登录", fields: {} } as RateResult);
    await user.click(screen.getByRole("radio", { name: /^满意/ }));
    await user.type(screen.getByRole("textbox", { name: /手机号码/ }), "13900000002");
    await user.click(screen.getByRole("button", { name: "保存" }));
    expect(ended).toHaveBeenCalledOnce();
    expect(screen.getByRole<HTMLInputElement>("textbox", { name: /手机号码/ }).value).toBe("13900000002");
    forget();
  });

  it("L-5.1.2-01 答复没有收到：原样再存是同一次，改了再存是另一次，改的不会冒充存下", async () => {
    const { rate, user } = open();
    rate.mockRejectedValue(new Error("网络中断"));
    const saveAs = async (level: RegExp) => {
      await user.click(screen.getByRole("radio", { name: level }));
      await user.click(screen.getByRole("button", { name: "保存" }));
      await screen.findByText(/请检查网络后再试/);
    };
    await user.type(screen.getByRole("textbox", { name: /手机号码/ }), "13900000002");
    await saveAs(/^非常满意/);
    await user.click(screen.getByRole("button", { name: "保存" }));
    await saveAs(/^满意/);
    const [first, again, changed] = rate.mock.calls.map(([command]) => command.idempotencyKey);
    expect(again).toBe(first);
    expect(changed).not.toBe(first);
  });

  it("L-5.1.2-03 五天内评过的手机号被拒绝，原因在手机号码旁", async () => {
    const because = "这个手机号码五天内已评价过，2026年11月27日 10:00之后可以再评";
    const { user } = open({ ok: false, message: because, fields: { phone: because } });
    await user.click(screen.getByRole("radio", { name: /^满意/ }));
    await user.type(screen.getByRole("textbox", { name: /手机号码/ }), "13900000002");
    await user.click(screen.getByRole("button", { name: "保存" }));
    expect((await screen.findAllByText(because)).length).toBeGreaterThan(0);
    expect(replace).not.toHaveBeenCalled();
  });
});
