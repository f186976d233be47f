import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { RegisterFormProps } from "@/components/account/RegisterForm";
import { asksNoMore, asksOnLeave } from "../ui/leaving";
import { done } from "./replies";

const router = vi.hoisted(() => ({ push: vi.fn(), replace: vi.fn(), refresh: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => router }));
// 这里只看办成之后：填得对不对另有测试
vi.mock("@/lib/enterprise/particulars", async (original) => ({ ...(await original<object>()), judgeParticulars: () => [] }));
vi.mock("@/lib/enterprise/account-faults", async (original) => ({ ...(await original<object>()), accountFaults: () => ({}) }));
const { RegisterForm } = await import("@/components/account/RegisterForm");

async function registered(register: RegisterFormProps["register"]) {
  render(<RegisterForm today="2026-11-22" profile="djbh3" resendSeconds={60} register={register} requestCode={done({})} search={done({ institutions: [], more: false })} />);
  const user = userEvent.setup();
  await user.type(screen.getByLabelText(/^单位名称/), "沈阳甲");
  expect(asksOnLeave()).toBe(true);
  await user.click(screen.getByRole("button", { name: "留在本页" }));
  await user.click(screen.getByRole("button", { name: "注册" }));
}

beforeEach(() => vi.clearAllMocks());

describe("注册成功之后", () => {
  it("L-3.1-04 不问，去登录页；后退不回到空表", async () => {
    await registered(done({ login: "jia_power" }));
    await waitFor(() => expect(router.replace).toHaveBeenCalledWith("/login?registered=jia_power"));
    expect(router.push).not.toHaveBeenCalled();
    await asksNoMore();
  });

  it("L-3.1-04 要核实的收下之后也不问", async () => {
    await registered(done({ login: "jia_power", claim: { dueOn: "2026-12-01" } }));
    await waitFor(() => expect(screen.queryByRole("button", { name: "注册" })).toBeNull());
    await asksNoMore();
  });
});
