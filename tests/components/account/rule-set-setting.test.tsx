import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { Reply } from "@/components/account/reply";
import { lateAnswer } from "../late-answer";

const router = vi.hoisted(() => ({ refresh: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => router }));
const { RuleSetSetting } = await import("@/components/account/RuleSetSetting");

const set = { id: "2020", title: "现行条件标准", effectiveFrom: "2020-10-11", chosen: true, isLaw: true, provisional: [] };

describe("采用哪一套条件标准", () => {
  it("采用没有答复之前关不上，按两下只换一次", async () => {
    const answer = lateAnswer<Reply<unknown>>();
    const choose = vi.fn((_command: unknown) => answer.promise);
    render(<RuleSetSetting ruleSets={[set, { ...set, id: "new", title: "征求意见稿", chosen: false, isLaw: false, provisional: ["一级净资产 6000 万元"] }]} choose={choose} />);
    const user = userEvent.setup();
    await user.click(screen.getByRole("radio", { name: /征求意见稿/ }));
    await user.click(screen.getByRole("button", { name: "保存" }));
    const dialog = screen.getByRole("dialog");
    await user.click(within(dialog).getByRole("checkbox"));
    await user.dblClick(within(dialog).getByRole("button", { name: "采用" }));
    await user.click(within(dialog).getByRole("button", { name: "取消" }));
    expect(screen.queryByRole("dialog")).toBe(dialog);
    answer.arrive({ ok: true, value: undefined });
    await screen.findByText(/已更换条件标准/);
    expect(choose.mock.calls).toEqual([[{ id: "new", confirmed: true }]]);
    expect(router.refresh).toHaveBeenCalledOnce();
  });
});
