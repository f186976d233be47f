import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { Reply } from "@/components/account/reply";
import { lateAnswer } from "../late-answer";

const router = vi.hoisted(() => ({ refresh: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => router }));
const { OfficeDigitsSetting } = await import("@/components/account/OfficeDigitsSetting");

const office = { code: "NEEB", name: "国家能源局东北监管局", regionDigit: 2, officeDigit: 1, confirmed: false, version: "v1" };

describe("核实许可证编号前两位", () => {
  it("写的不截短，带着所见的版次送去；退回的写在旁边，别人先改过的另说", async () => {
    const stale = "国家能源局东北监管局的编号前两位刚被别人改过，您这次的改动没有生效";
    const confirm = vi.fn()
      .mockResolvedValueOnce({ ok: false, code: "invalid", message: "请输入 1 至 9 的一位数字", fields: { regionDigit: "请输入 1 至 9 的一位数字" } })
      .mockResolvedValueOnce({ ok: false, code: "conflict", message: stale, fields: { version: stale } });
    render(<OfficeDigitsSetting offices={[office]} confirm={confirm} />);
    const user = userEvent.setup();
    await user.click(screen.getByRole("button", { name: /核实/ }));
    const dialog = screen.getByRole("dialog");
    const first = within(dialog).getByLabelText<HTMLInputElement>(/大区/);
    await user.clear(first);
    await user.type(first, "12");
    await user.click(within(dialog).getByRole("button", { name: "确认无误" }));
    expect(await within(dialog).findByText("请输入 1 至 9 的一位数字")).toBeTruthy();
    expect(first.value).toBe("12");
    await user.click(within(dialog).getByRole("button", { name: "确认无误" }));
    expect(confirm).toHaveBeenLastCalledWith({ code: "NEEB", version: "v1", regionDigit: "12", officeDigit: "1" });
    expect((await within(dialog).findByRole("status")).textContent).toContain(stale);
    await user.click(within(dialog).getByRole("button", { name: /看最新的/ }));
    expect(router.refresh).toHaveBeenCalledTimes(1);
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("没有答复之前关不上，按两下只送一次：迟来的答复不关上另一个机构的", async () => {
    const answer = lateAnswer<Reply<unknown>>();
    const confirm = vi.fn(() => answer.promise);
    render(<OfficeDigitsSetting offices={[office]} confirm={confirm} />);
    const user = userEvent.setup();
    await user.click(screen.getByRole("button", { name: /核实/ }));
    const dialog = screen.getByRole("dialog");
    await user.dblClick(within(dialog).getByRole("button", { name: "确认无误" }));
    await user.click(within(dialog).getByRole("button", { name: "取消" }));
    expect(screen.queryByRole("dialog")).toBe(dialog);
    answer.arrive({ ok: true, value: undefined });
    await screen.findByText(/已核实国家能源局东北监管局/);
    expect(confirm).toHaveBeenCalledOnce();
  });
});
