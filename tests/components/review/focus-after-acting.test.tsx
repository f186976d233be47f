import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { CaseDesk } from "@/components/review/CaseDesk";
import type { CaseView } from "@/lib/licensing/review-views";
import { caseActions } from "./case-actions";
import { caseView } from "./case-view";

const router = { push: vi.fn(), refresh: vi.fn() };
vi.mock("next/navigation", () => ({ useRouter: () => router, usePathname: () => "/admin/applications/1" }));

beforeEach(() => vi.clearAllMocks());

/** 打开案件；之后的刷新给出 then。 */
function shown(before: Partial<CaseView>, then: Partial<CaseView>) {
  const actions = caseActions();
  const { rerender } = render(<CaseDesk view={caseView(before)} actions={actions} />);
  router.refresh.mockImplementation(() => rerender(<CaseDesk view={caseView(then)} actions={actions} />));
  return userEvent.setup();
}

const focused = () => document.activeElement?.textContent;

describe("办完之后的焦点（L-6-01）", () => {
  it("L-6-01 领取之后按钮不在了，焦点在说“已由您承办”的一句上", async () => {
    const user = shown({ claimable: true, mine: false, holder: "" }, { claimable: true, mine: true, holder: "张敏" });
    await user.click(screen.getByRole("button", { name: "领取" }));
    await waitFor(() => expect(focused()).toBe("已由您承办"));
  });

  it("L-6-01 写明理由接办之后也是", async () => {
    const user = shown({ claimable: true, mine: false, holder: "刘洋" }, { claimable: true, mine: true, holder: "张敏" });
    await user.click(screen.getByRole("button", { name: "接办" }));
    const dialog = within(screen.getByRole("dialog"));
    await user.type(dialog.getByLabelText(/接办的理由/), "刘洋外出");
    await user.click(dialog.getByRole("button", { name: "接办" }));
    await waitFor(() => expect(focused()).toBe("已由您承办"));
  });

  it("L-6-03 L-6-01 领取时被人抢先：变成接办之后，是谁先领的照样说出来", async () => {
    const actions = caseActions();
    actions.claim = vi.fn(async () => ({ ok: false as const, code: "conflict", message: "赵受理已于2026年11月23日 10:02领取", fields: {} }));
    const at = (holder: string) => <CaseDesk view={caseView({ claimable: true, mine: false, holder })} actions={actions} />;
    const { rerender } = render(at(""));
    router.refresh.mockImplementation(() => rerender(at("赵受理")));
    await userEvent.click(screen.getByRole("button", { name: "领取" }));
    await waitFor(() => expect(screen.getByRole("alert").textContent).toBe("赵受理已于2026年11月23日 10:02领取"));
    expect(screen.getByRole("button", { name: "接办" })).toBeTruthy();
  });

  it("L-6-04 意见存为草稿之后，焦点在说“已存为草稿”的一句上", async () => {
    const user = shown({}, {});
    await user.click(screen.getAllByRole("button", { name: /^写意见/ })[0] as HTMLElement);
    await user.type(screen.getByLabelText("意见内容"), "请补充签字页");
    screen.getByRole("button", { name: "存为草稿" }).focus();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(focused()).toMatch(/：已存为草稿$/));
  });

  it("L-6-01 办理一个环节之后，焦点在说结果的一句上", async () => {
    const user = shown({ actions: [{ action: "accept", label: "受理", needs: [], tone: "primary" }] }, { actions: [] });
    await user.click(screen.getByRole("button", { name: "受理" }));
    await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: /受理$/ }));
    await waitFor(() => expect(focused()).toBe("已办理“受理”。"));
  });
});
