import { act, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { IdleWarning } from "@/components/account/IdleWarning";
import { announceSessionEnd } from "@/components/account/session-end";
import { done } from "./replies";

const call = vi.hoisted(() => vi.fn());
vi.mock("next-auth/react", () => ({ signIn: call }));

const minutes = (count: number): number => count * 60_000;
const pass = (time: number) => act(() => vi.advanceTimersByTimeAsync(time));
const extend = done({});

function Page({ secondsLeft = 43_200 }: { secondsLeft?: number }) {
  return (
    <>
      <textarea aria-label="内容" />
      <IdleWarning audience="enterprise" login="jia_power" idleSeconds={1800} warningSeconds={300} secondsLeft={secondsLeft} sessionSeconds={43_200} extend={extend} />
    </>
  );
}

const typed = () => (screen.getByLabelText("内容") as HTMLTextAreaElement).value;
const open = (secondsLeft?: number) => {
  render(<Page {...(secondsLeft === undefined ? {} : { secondsLeft })} />);
  fireEvent.change(screen.getByLabelText("内容"), { target: { value: "没有保存的内容" } });
};

/** 登录框的代码到了才有；等多久看机器，不看表。 */
const passwordField = () => vi.waitFor(() => screen.getByLabelText(/登录密码/), { timeout: 20_000 });

beforeEach(() => {
  vi.useFakeTimers();
  document.cookie = "session-seen=; path=/; max-age=0";
  extend.mockClear();
  call.mockReset();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("闲置提醒", () => {
  it("结束前五分钟提醒并倒计时，从不自己询问服务器；按一下【继续填写】即延长", async () => {
    open();
    await pass(minutes(23));
    expect(screen.queryByText("登录即将结束")).toBeNull();
    await pass(minutes(1) + 6_000);
    expect(screen.getByText("登录即将结束")).toBeTruthy();
    expect(screen.getByRole("timer").textContent).toMatch(/^4 分 5\d 秒$/);
    await pass(30_000);
    expect(screen.getByRole("timer").textContent).toMatch(/^4 分 2\d 秒$/);
    expect(extend).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole("button", { name: "继续填写" }));
    await pass(0);
    expect(extend).toHaveBeenCalledOnce();
    expect(screen.queryByText("登录即将结束")).toBeNull();
    await pass(minutes(20));
    expect(screen.queryByText("登录即将结束")).toBeNull();
    expect(typed()).toBe("没有保存的内容");
  });

  it("别的标签页还在用，这里也不提醒", async () => {
    open();
    await pass(minutes(20));
    document.cookie = `session-seen=${Date.now()}; path=/`;
    await pass(minutes(10));
    expect(screen.queryByText("登录即将结束")).toBeNull();
  });

  it("已经结束：在原处登录，填写的内容不动", async () => {
    open();
    await pass(minutes(30));
    expect(screen.getByText("登录已结束，请重新登录")).toBeTruthy();
    const password = await passwordField();
    expect((screen.getByLabelText(/登录账号/) as HTMLInputElement).value).toBe("jia_power");
    call.mockResolvedValue({ ok: true, error: null, url: "/" });
    fireEvent.change(password, { target: { value: "Dianli@2026" } });
    fireEvent.click(screen.getByRole("button", { name: "登录" }));
    await pass(10);
    expect(call).toHaveBeenCalledWith("credentials", expect.objectContaining({ audience: "enterprise", login: "jia_power" }));
    expect(screen.queryByText("登录已结束，请重新登录")).toBeNull();
    expect(typed()).toBe("没有保存的内容");
  });

  it("就地登录密码不对：说明原因，可以再试", async () => {
    open();
    act(announceSessionEnd);
    call.mockResolvedValue({ ok: false, error: JSON.stringify({ message: "账号或密码不正确", note: "还可以尝试 4 次" }), url: null });
    fireEvent.change(await passwordField(), { target: { value: "x" } });
    fireEvent.click(screen.getByRole("button", { name: "登录" }));
    await pass(10);
    expect(screen.getByText("账号或密码不正确")).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "先不登录" }));
    expect(screen.queryByText("登录已结束，请重新登录")).toBeNull();
    act(announceSessionEnd);
    expect(screen.getByText("登录已结束，请重新登录")).toBeTruthy();
  });

  it("L-4.0-03 服务器说已经结束：登录框留到登录为止，本机的钟不能收起它；在别的标签页登录后回来即收起", async () => {
    open();
    act(announceSessionEnd);
    await passwordField();
    await pass(60_000);
    expect(screen.getByText("登录已结束，请重新登录")).toBeTruthy();
    const look = (hidden: boolean) => {
      Object.defineProperty(document, "hidden", { configurable: true, value: hidden });
      act(() => void document.dispatchEvent(new Event("visibilitychange")));
    };
    look(true);
    look(false);
    await pass(6_000);
    expect(screen.getByText("登录已结束，请重新登录")).toBeTruthy();
    look(true);
    document.cookie = `session-seen=${Date.now()}; path=/`;
    look(false);
    await pass(6_000);
    expect(screen.queryByText("登录已结束，请重新登录")).toBeNull();
    expect(typed()).toBe("没有保存的内容");
  });

  it("十二小时的绝对期限延长不了：说一次，让人接着保存", async () => {
    open(600);
    await pass(minutes(5) + 6_000);
    expect(screen.getByText(/将满 12 小时/)).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "知道了" }));
    await pass(5_000);
    expect(extend).not.toHaveBeenCalled();
    expect(screen.queryByText("登录即将结束")).toBeNull();
    await pass(minutes(5));
    expect(screen.getByText("登录已结束，请重新登录")).toBeTruthy();
  });
});
