import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";

const call = vi.hoisted(() => vi.fn());
vi.mock("next-auth/react", () => ({ signIn: call }));
vi.mock("next/navigation", () => ({ useRouter: () => ({}) }));
const { SignInForm } = await import("@/components/account/SignInForm");

const refusal = { ok: false, status: 401, url: null, error: JSON.stringify({ message: "账号或密码不正确", note: "还可以尝试 4 次" }) };

async function fill(login: string, password: string) {
  const user = userEvent.setup();
  render(<SignInForm audience="enterprise" target="/?callbackUrl=%2Fhome" />);
  if (login) await user.type(screen.getByLabelText(/登录账号/), login);
  if (password) await user.type(screen.getByLabelText(/登录密码/), password);
  await user.click(screen.getByRole("button", { name: "登录" }));
  return user;
}

beforeEach(() => {
  call.mockReset();
});

describe("登录框", () => {
  it("L-3.2-02 把所填的送去登录，成功后去首页", async () => {
    const assign = vi.spyOn(window.location, "assign").mockImplementation(() => undefined);
    call.mockResolvedValue({ ok: true, error: null, url: "http://localhost/" });
    await fill("jia_power", "Dianli@2026");
    expect(call).toHaveBeenCalledWith("credentials", { audience: "enterprise", login: "jia_power", password: "Dianli@2026", redirect: false });
    expect(assign).toHaveBeenCalledWith("/?callbackUrl=%2Fhome");
  });

  it("L-3.2-05 不对时留在登录页说明原因，账号还在，密码清空", async () => {
    call.mockResolvedValue(refusal);
    await fill("shenyangjia", "Wrong-2026");
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain("登录未成功");
    expect(alert.textContent).toContain("账号或密码不正确");
    expect(alert.textContent).toContain("还可以尝试 4 次");
    expect((screen.getByLabelText(/登录账号/) as HTMLInputElement).value).toBe("shenyangjia");
    expect((screen.getByLabelText(/登录密码/) as HTMLInputElement).value).toBe("");
  });

  it("L-3.2-05 没填的不送出；网络不通也有说法", async () => {
    const user = await fill("", "");
    expect(screen.getByRole("alert").textContent).toContain("请输入登录账号");
    expect(call).not.toHaveBeenCalled();
    call.mockRejectedValue(new TypeError("fetch failed"));
    await user.type(screen.getByLabelText(/登录账号/), "a");
    await user.type(screen.getByLabelText(/登录密码/), "b");
    await user.click(screen.getByRole("button", { name: "登录" }));
    expect(await screen.findByText(/请检查网络/)).toBeTruthy();
  });

  it("可以显示所填的密码", async () => {
    call.mockResolvedValue(refusal);
    const user = userEvent.setup();
    render(<SignInForm audience="staff" target="/" />);
    const toggle = screen.getByRole("button", { name: "显示" });
    await user.click(toggle);
    expect((screen.getByLabelText(/登录密码/) as HTMLInputElement).type).toBe("text");
    expect(toggle.getAttribute("aria-pressed")).toBe("true");
  });
});
