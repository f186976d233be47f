import { render, screen } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";

const state = vi.hoisted(() => ({ kind: "public" }));
const redirect = vi.hoisted(() => vi.fn((path: string) => {
  throw new Error(`redirect ${path}`);
}));
vi.mock("@/lib/auth/current-actor", () => ({ actorBeforePassword: async () => ({ kind: state.kind }) }));
vi.mock("@/lib/services/settings/footer-lines", () => ({ footerLines: async () => ["监督热线 12398"] }));
vi.mock("next/navigation", () => ({ redirect, useRouter: () => ({}), usePathname: () => "/login" }));
vi.mock("next-auth/react", () => ({ signIn: vi.fn() }));
const { default: LoginPage } = await import("@/app/(public)/login/page");
const { default: StaffLoginPage } = await import("@/app/admin/login/page");
const { default: RegisterPage } = await import("@/app/(public)/register/page");

const show = async (query: Record<string, string> = {}) => render(await LoginPage({ searchParams: Promise.resolve(query) }));

beforeEach(() => {
  state.kind = "public";
});

describe("登录页", () => {
  it("L-3.2-01 L-3.1-01 L-3.2-03 L-3.2-04 有【登录】【忘记密码】【企业注册】，各到各的页面", async () => {
    await show();
    expect(screen.getByRole("heading", { level: 1, name: "企业登录" })).toBeTruthy();
    expect(screen.getByRole("button", { name: "登录" })).toBeTruthy();
    expect(screen.getByRole("link", { name: "忘记密码" }).getAttribute("href")).toBe("/recover-password");
    const register = screen.getByRole("link", { name: "企业注册" });
    expect(register.getAttribute("href")).toBe("/register");
    expect(register.querySelector("svg")).not.toBeNull();
  });

  it("L-1-04 说明支持的主流浏览器，与闲置多久会退出", async () => {
    await show();
    expect(screen.getByText(/主流浏览器/)).toBeTruthy();
    expect(screen.getByText(/30 分钟不操作会退出/)).toBeTruthy();
  });

  it("L-3.1-12 刚注册的账号已填好；内网账号误入时说明原因", async () => {
    await show({ registered: "jia_power" });
    expect((screen.getByLabelText(/登录账号/) as HTMLInputElement).value).toBe("jia_power");
    expect(screen.getByText(/注册成功/)).toBeTruthy();
  });

  it("已登录的企业直接进入", async () => {
    state.kind = "enterprise";
    await expect(show({ callbackUrl: "/profile" })).rejects.toThrow("redirect /?callbackUrl=%2Fprofile");
    await expect(show({ callbackUrl: "//evil.cn" })).rejects.toThrow(/^redirect \/$/);
  });
});

describe("内网登录页", () => {
  it("L-6-01 P-1-06 与企业的入口分开；企业账号误入时说明原因", async () => {
    state.kind = "enterprise";
    render(await StaffLoginPage({ searchParams: Promise.resolve({ reason: "audience", callbackUrl: "/admin/queue" }) }));
    expect(screen.getByRole("heading", { level: 1, name: "内网登录" })).toBeTruthy();
    expect(screen.getByText(/企业账号，不能进入内网/)).toBeTruthy();
    expect(screen.queryByRole("link", { name: "企业注册" })).toBeNull();
  });
});

describe("企业注册页", () => {
  it("L-3.1-02 L-3.1-05 【注册】打开登记表，【取消】回登录页", () => {
    render(<RegisterPage />);
    expect(screen.getByRole("link", { name: "注册" }).getAttribute("href")).toBe("/register/form");
    expect(screen.getByRole("link", { name: "取消" }).getAttribute("href")).toBe("/login");
  });
});
