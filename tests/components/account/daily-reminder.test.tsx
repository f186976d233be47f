import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { DailyReminder } from "@/components/account/DailyReminder";
import { done, refusing } from "./replies";

const refresh = vi.hoisted(() => vi.fn());
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh }) }));
beforeEach(() => refresh.mockClear());

describe("L-6-11 每日提醒的开关", () => {
  it("L-6-11 说清开着没有、什么时候收到；点一下就关", async () => {
    const choose = done(undefined);
    render(<DailyReminder on reachable choose={choose} />);
    expect(screen.getByText(/^已打开。每个工作日早上.*收到一条短信。$/)).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "关闭每日提醒" }));
    expect(choose).toHaveBeenCalledWith({ on: false });
    expect(refresh).toHaveBeenCalledOnce();
  });

  it("L-6-11 没有登记手机的，说明收不到；关着的可以打开", async () => {
    const choose = done(undefined);
    render(<DailyReminder on={false} reachable={false} choose={choose} />);
    expect(screen.getByText(/^已关闭，不发给您。打开之后，.*没有登记手机号码，收不到/)).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "打开每日提醒" }));
    expect(choose).toHaveBeenCalledWith({ on: true });
  });

  it("L-6-11 没有办成的就地说明", async () => {
    render(<DailyReminder on reachable choose={refusing({}, "暂时办不了，请稍后再试")} />);
    await userEvent.click(screen.getByRole("button", { name: "关闭每日提醒" }));
    expect((await screen.findByRole("alert")).textContent).toContain("暂时办不了，请稍后再试");
    expect(refresh).not.toHaveBeenCalled();
  });
});
