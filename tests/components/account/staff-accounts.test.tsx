import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { done, refusing } from "./replies";

const refresh = vi.hoisted(() => vi.fn());
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh }) }));
const { StaffAccounts } = await import("@/components/account/StaffAccounts");

const account = { posts: ["受理岗"], roles: ["intake"], officeName: "东北监管局", active: true, temporary: false, own: false };
const accounts = [
  { ...account, id: "1", login: "shouli", name: "张敏" },
  { ...account, id: "2", login: "guanli", name: "管理员", own: true },
  { ...account, id: "3", login: "old", name: "离岗者", active: false },
];

describe("内网账号", () => {
  it("L-6-01 【重设密码】先问一句，一次性密码只显示这一次；自己的、停用的没有这个命令", async () => {
    const reset = done({ login: "shouli", password: "Kp7m-Rt4w-Xb2n-Hy9c" });
    render(<StaffAccounts accounts={accounts} reset={reset} assign={done(undefined)} />);
    const user = userEvent.setup();
    expect(screen.getAllByRole("button", { name: /重设密码/ })).toHaveLength(1);
    await user.click(screen.getByRole("button", { name: /重设密码/ }));
    expect(reset).not.toHaveBeenCalled();
    await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: "重设密码" }));
    expect(reset).toHaveBeenCalledWith({ accountId: "1" });
    expect((await screen.findByLabelText("一次性密码")).textContent).toBe("Kp7m-Rt4w-Xb2n-Hy9c");
    await user.click(screen.getByRole("button", { name: "已转告，关闭" }));
    expect(screen.queryByLabelText("一次性密码")).toBeNull();
    expect(refresh).toHaveBeenCalled();
  });

  it("【变更岗位】勾着现在的；审计员不能兼任，错处在字段旁；改好后刷新，自己的没有这个命令", async () => {
    const assign = vi.fn().mockResolvedValueOnce({ ok: false, code: "invalid", message: "审计员不能兼任别的岗位", fields: { posts: "审计员不能兼任别的岗位" } }).mockResolvedValueOnce({ ok: true, value: undefined });
    render(<StaffAccounts accounts={accounts} reset={done({ login: "", password: "" })} assign={assign} />);
    const user = userEvent.setup();
    expect(screen.getAllByRole("button", { name: /变更岗位/ })).toHaveLength(1);
    await user.click(screen.getByRole("button", { name: /变更岗位/ }));
    const dialog = screen.getByRole("dialog", { name: "张敏 的岗位" });
    expect(within(dialog).getByRole<HTMLInputElement>("checkbox", { name: "受理岗" }).checked).toBe(true);
    await user.click(within(dialog).getByRole("checkbox", { name: "审计员" }));
    await user.click(within(dialog).getByRole("button", { name: "保存" }));
    expect((await within(dialog).findAllByText(/审计员不能兼任别的岗位/)).length).toBeGreaterThan(0);
    await user.click(within(dialog).getByRole("checkbox", { name: "受理岗" }));
    await user.click(within(dialog).getByRole("button", { name: "保存" }));
    expect(assign.mock.calls).toEqual([[{ accountId: "1", posts: ["intake", "auditor"] }], [{ accountId: "1", posts: ["auditor"] }]]);
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(refresh).toHaveBeenCalled();
  });

  it("不成时说明原因，没有密码", async () => {
    render(<StaffAccounts accounts={accounts} reset={refusing({}, "这个账号已停用，不能重设密码")} assign={done(undefined)} />);
    const user = userEvent.setup();
    await user.click(screen.getByRole("button", { name: /重设密码/ }));
    await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: "重设密码" }));
    expect(await screen.findByText("这个账号已停用，不能重设密码")).toBeTruthy();
    expect(screen.queryByLabelText("一次性密码")).toBeNull();
  });
});
