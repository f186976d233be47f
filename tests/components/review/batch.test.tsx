import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { BatchDecision } from "@/components/review/BatchDecision";
import { PendingExtensions } from "@/components/review/PendingExtensions";
import type { BatchPreview, BatchResult } from "@/lib/licensing/batch";

const refresh = vi.hoisted(() => vi.fn());
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh, push: vi.fn() }) }));
beforeEach(() => vi.clearAllMocks());

const row = (applicationId: string, obstacle = "") => ({ applicationId, number: `NEEB-2026-${applicationId}`, enterprise: `沈阳${applicationId}公司`, business: "许可证新申请", scopeText: "承装五级", revision: 4, outcome: obstacle ? "" : "承诺2026年12月11日前办结", obstacle });
const preview: BatchPreview = { action: "accept", label: "受理", confirm: "", rows: [row("1"), row("2", "本案由刘洋承办，请先接办")] };
const results: BatchResult[] = [{ applicationId: "1", number: "NEEB-2026-1", done: false, words: "刘洋已于2026年11月22日 10:00办理“受理”" }];

function show() {
  const acts = { preview: vi.fn(async () => ({ ok: true as const, value: preview })), decide: vi.fn(async () => ({ ok: true as const, value: { results } })) };
  const onDone = vi.fn();
  render(<BatchDecision action="accept" label="批量受理" applicationIds={["1", "2"]} onDone={onDone} {...acts} />);
  return { ...acts, onDone };
}

describe("批量办理", () => {
  it("L-6-04 先看每一件会怎样、为什么不能办；确定只办能办的，没有办成的写明为什么", async () => {
    const { decide, onDone, preview: look } = show();
    fireEvent.click(screen.getByRole("button", { name: "批量受理" }));
    const dialog = await screen.findByRole("dialog");
    expect(look).toHaveBeenCalledWith({ action: "accept", applicationIds: ["1", "2"] });
    for (const words of ["1 件不能办，其余 1 件照办。", "承诺2026年12月11日前办结", "不能办：本案由刘洋承办，请先接办"]) expect(dialog.textContent).toContain(words);
    fireEvent.click(within(dialog).getByRole("button", { name: "受理 1 件" }));
    await waitFor(() => expect(decide).toHaveBeenCalledTimes(1));
    expect(decide).toHaveBeenCalledWith({ action: "accept", batchKey: expect.any(String), items: [{ applicationId: "1", revision: 4 }] });
    expect(await within(dialog).findByText(/没有办成：刘洋已于/)).toBeTruthy();
    fireEvent.click(within(dialog).getByText("关闭", { selector: "button.primary" }));
    expect(onDone).toHaveBeenCalled();
    expect(refresh).toHaveBeenCalled();
  });
});

describe("待批延期", () => {
  it("L-6-04 列出理由与法定期限，点开案件；没有的不占地方", () => {
    const { container, rerender } = render(<PendingExtensions rows={[]} />);
    expect(container.textContent).toBe("");
    rerender(<PendingExtensions rows={[{ id: "a1", number: "NEEB-2026-000001", enterprise: "沈阳甲公司", business: "许可证新申请", stateWord: "审查中", promisedDueOn: "2026-12-11", statutoryDueOn: "2026-12-18", reason: "核对外省业绩", requestedBy: "李审", requestedAt: "2026-11-22T02:00:00Z" }]} />);
    expect(screen.getByRole("link", { name: "沈阳甲公司" }).getAttribute("href")).toBe("/admin/applications/a1");
    for (const words of ["待批延期 1 件", "核对外省业绩", "2026年12月18日"]) expect(container.textContent).toContain(words);
  });
});
