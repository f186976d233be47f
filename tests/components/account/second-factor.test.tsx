import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { done, refusing } from "./replies";

const call = vi.hoisted(() => vi.fn());
vi.mock("next-auth/react", () => ({ signIn: call }));
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => undefined }) }));
const { OwnSessions } = await import("@/components/account/OwnSessions");
const { SecondFactor } = await import("@/components/account/SecondFactor");
const { SignInAgainDialog } = await import("@/components/account/SignInAgainDialog");
const { SignInForm } = await import("@/components/account/SignInForm");

const reply = (error: object) => ({ ok: false, status: 401, url: null, error: JSON.stringify(error) });
const secondStep = reply({ message: "请输入动态口令", note: "", pending: "token-1", again: false });

beforeEach(() => {
  call.mockReset();
});

async function passPassword() {
  const user = userEvent.setup();
  render(<SignInForm audience="staff" target="/admin" />);
  await user.type(screen.getByLabelText(/登录账号/), "shouli");
  await user.type(screen.getByLabelText(/登录密码/), "Shenyang-2026");
  call.mockResolvedValueOnce(secondStep);
  await user.click(screen.getByRole("button", { name: "登录" }));
  await screen.findByRole("form", { name: "动态口令" });
  return user;
}

describe("登录的第二步", () => {
  it("L-6-01 密码通过后只问动态口令，第二次只送令牌与口令，密码不再送、不留在页面上", async () => {
    const assign = vi.spyOn(window.location, "assign").mockImplementation(() => undefined);
    const user = await passPassword();
    expect(document.activeElement).toBe(screen.getByRole("textbox", { name: /动态口令/ }));
    expect(screen.queryByLabelText(/登录密码/)).toBeNull();
    call.mockResolvedValueOnce({ ok: true, error: null, url: "http://localhost/" });
    await user.type(screen.getByRole("textbox", { name: /动态口令/ }), "123456");
    await user.click(screen.getByRole("button", { name: "登录" }));
    expect(call.mock.calls.at(-1)).toEqual(["credentials", { audience: "staff", pending: "token-1", code: "123456", redirect: false }]);
    await waitFor(() => expect(assign).toHaveBeenCalledWith("/admin"));
  });

  it("L-6-01 口令不对的留在这一步，说还剩几次；令牌过期的回到输入密码并说明，账号还在", async () => {
    const user = await passPassword();
    call.mockResolvedValueOnce(reply({ message: "动态口令不正确或已经用过，请输入验证器里最新的一个", note: "还可以尝试 4 次", again: false }));
    await user.type(screen.getByRole("textbox", { name: /动态口令/ }), "000000");
    await user.click(screen.getByRole("button", { name: "登录" }));
    expect(await screen.findByText(/不正确或已经用过/)).toBeTruthy();
    expect(screen.getByText(/还可以尝试 4 次/)).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>("textbox", { name: /动态口令/ }).value).toBe("");
    call.mockResolvedValueOnce(reply({ message: "登录超时，请重新输入密码", note: "", again: true }));
    await user.type(screen.getByRole("textbox", { name: /动态口令/ }), "111111");
    await user.click(screen.getByRole("button", { name: "登录" }));
    expect((await screen.findByRole("alert")).textContent).toContain("登录超时，请重新输入密码");
    expect(screen.getByLabelText<HTMLInputElement>(/登录账号/).value).toBe("shouli");
    expect(screen.getByLabelText<HTMLInputElement>(/登录密码/).value).toBe("");
  });

  it("L-6-01 登录结束后就地登录的，也接着问动态口令", async () => {
    const onSignedIn = vi.fn();
    const user = userEvent.setup();
    render(<SignInAgainDialog audience="staff" login="shouli" onSignedIn={onSignedIn} />);
    call.mockResolvedValueOnce(secondStep).mockResolvedValueOnce({ ok: true, error: null, url: "http://localhost/" });
    await user.type(screen.getByLabelText(/登录密码/), "Shenyang-2026");
    await user.click(screen.getByRole("button", { name: "登录" }));
    await user.type(await screen.findByRole("textbox", { name: /动态口令/ }), "123456");
    await user.click(screen.getByRole("button", { name: "登录" }));
    await waitFor(() => expect(onSignedIn).toHaveBeenCalled());
  });
});

const acts = () => ({ begin: done({ qr: "<svg/>", secret: "ABCD EFGH" }), confirm: done({ recoveryCodes: ["AAAAA-22222", "BBBBB-33333"] }), remove: done(undefined), renew: done({ recoveryCodes: ["CCCCC-44444"] }) });

describe("动态口令的设置", () => {
  it("L-6-01 核对密码，扫码，输入口令，恢复码只显示这一次", async () => {
    const given = acts();
    const confirm = vi.fn().mockResolvedValueOnce({ ok: false, code: "invalid", message: "动态口令不正确", fields: { code: "动态口令不正确" } }).mockImplementation(given.confirm);
    render(<SecondFactor recoveryLeft={0} required={false} {...given} confirm={confirm} />);
    const user = userEvent.setup();
    await user.type(screen.getByLabelText(/登录密码/), "Shenyang-2026");
    await user.click(screen.getByRole("button", { name: "开始设置" }));
    expect(given.begin).toHaveBeenCalledWith({ password: "Shenyang-2026" });
    expect((await screen.findByRole("img")).getAttribute("src")).toMatch(/^data:image\/svg/);
    expect(screen.getByLabelText("密钥").textContent).toBe("ABCD EFGH");
    await user.type(screen.getByRole("textbox", { name: /动态口令/ }), "1");
    await user.click(screen.getByRole("button", { name: "确认启用" }));
    expect(await screen.findByText(/动态口令不正确/)).toBeTruthy();
    await user.type(screen.getByRole("textbox", { name: /动态口令/ }), "23456");
    await user.click(screen.getByRole("button", { name: "确认启用" }));
    expect(confirm.mock.calls.at(-1)).toEqual([{ code: "123456" }]);
    expect(within(await screen.findByRole("list", { name: "恢复码" })).getAllByRole("listitem")).toHaveLength(2);
    await user.click(screen.getByRole("button", { name: "已经收好，关闭" }));
    expect(screen.queryByText("AAAAA-22222")).toBeNull();
  });

  it("L-6-01 停用要密码与口令，错在哪里写在哪里；换恢复码给出新的一组", async () => {
    const remove = refusing<undefined>({ password: "登录密码不正确，请核对" });
    render(<SecondFactor since="2026年11月22日 10:00" recoveryLeft={9} required {...acts()} remove={remove} />);
    const user = userEvent.setup();
    expect(screen.getByText(/还有 9 个恢复码/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "停用动态口令" }));
    const dialog = screen.getByRole("dialog");
    await user.type(within(dialog).getByLabelText(/登录密码/), "Wrong-2026");
    await user.type(within(dialog).getByRole("textbox", { name: /动态口令/ }), "123456");
    await user.click(within(dialog).getByRole("button", { name: "停用" }));
    expect(remove).toHaveBeenCalledWith({ password: "Wrong-2026", code: "123456" });
    expect(await within(dialog).findByText(/登录密码不正确/)).toBeTruthy();
    await user.click(within(dialog).getByRole("button", { name: "取消" }));
    await user.click(screen.getByRole("button", { name: "更换恢复码" }));
    await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: "更换" }));
    expect(await screen.findByText("CCCCC-44444")).toBeTruthy();
  });
});

describe("各处的登录", () => {
  it("issue 5 本次登录不能在这里结束；别处的确认后结束，也可以一次全部", async () => {
    const sessions = [
      { id: "s1", device: "Windows 上的 Chrome", address: "10.0.0.1", startedAt: "2026年11月22日 09:00", usedAt: "2026年11月22日 10:00", current: true },
      { id: "s2", device: "安卓 上的 微信", address: "10.0.0.2", startedAt: "2026年11月21日 09:00", usedAt: "2026年11月22日 09:58", current: false },
    ];
    const [end, endOthers] = [done(undefined), done({ ended: 1 })];
    render(<OwnSessions sessions={sessions} end={end} endOthers={endOthers} />);
    const user = userEvent.setup();
    expect(screen.getByText("本次登录")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: /^结束.*微信/ }));
    expect(end).not.toHaveBeenCalled();
    await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: "结束" }));
    expect(end).toHaveBeenCalledWith({ sessionId: "s2" });
    await user.click(screen.getByRole("button", { name: "结束别处的全部登录" }));
    await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: "结束" }));
    expect(endOthers).toHaveBeenCalledWith({});
    expect((await screen.findByRole("status")).textContent).toContain("已结束");
  });
});
