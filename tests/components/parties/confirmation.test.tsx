import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { CaseDesk } from "@/components/review/CaseDesk";
import type { CaseActions } from "@/components/review/types";
import { ConfirmationDetails } from "@/components/parties/ConfirmationDetails";
import { ConfirmationForm, type ConfirmationFormProps } from "@/components/parties/ConfirmationForm";
import type { ConfirmationView } from "@/lib/licensing/confirmations";
import type { CaseView } from "@/lib/licensing/review-views";
import { lateAnswer } from "../late-answer";
import { caseView } from "../review/case-view";

const router = { refresh: vi.fn(), push: vi.fn() };
vi.mock("next/navigation", () => ({ useRouter: () => router, usePathname: () => "/confirmations/1" }));
beforeEach(() => vi.clearAllMocks());

const own = { uscc: "1", name: "沈阳乙公司", lines: ["在册人员 12 人，其中 2 人转到沈阳甲公司，其余 10 人不再在册，可以到其他企业登记", "许可证 2-1-00007-2023（承装四级）注销"] };
const view: ConfirmationView = {
  caseId: "c1", number: "NEEB-2026-000031", business: "合并申请", kind: "吸收合并", applicant: { name: "沈阳甲公司", uscc: "2" }, officeName: "国家能源局东北监管局", submittedAt: "2026-11-22T01:00:00.000Z",
  own, others: [{ uscc: "2", name: "沈阳甲公司", lines: ["许可证 2-1-00001-2023 仍为承装四级"] }], moving: ["李四", "王五"], state: "pending", stateWord: "待确认", answeredBy: "", answeredAt: "", paperNote: "", mayAnswer: true,
};

describe("另一方确认的页面", () => {
  it("L-4.9.8-02 逐句写明本单位的许可证与人员会怎样，转走的人列出姓名", () => {
    render(<ConfirmationDetails view={view} />);
    const mine = screen.getByText("对本单位的作用").closest("section") ?? document.body;
    for (const line of own.lines) expect(within(mine).getByText(line)).toBeDefined();
    expect(within(mine).getByText(/2 人.*李四、王五/)).toBeDefined();
    expect(screen.getByText("许可证 2-1-00001-2023 仍为承装四级")).toBeDefined();
  });

  it("L-4.9.8-01 【同意】再说一次后果，确定之后刷新", async () => {
    const user = userEvent.setup();
    const answer = vi.fn(async () => ({ ok: true as const }));
    render(<ConfirmationForm caseId="c1" applicant="沈阳甲公司" answer={answer} />);
    await user.click(screen.getByRole("button", { name: "同意" }));
    expect(answer).not.toHaveBeenCalled();
    await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: "确定同意" }));
    expect(answer).toHaveBeenCalledWith({ caseId: "c1", agree: true, idempotencyKey: expect.any(String) });
    expect(router.refresh).toHaveBeenCalled();
  });

  it("L-4.9.8-01 【不同意】须写理由：没写的说在框旁，写的不丢；被拒的话说出来", async () => {
    const user = userEvent.setup();
    const answer = vi.fn<ConfirmationFormProps["answer"]>(async ({ reason }) =>
      reason ? { ok: false as const, message: "贵单位的许可证延续 1 正在办理", fields: {} as Record<string, string> } : { ok: false as const, message: "请写明", fields: { reason: "请写明不同意的理由，至少5个字" } as Record<string, string> },
    );
    render(<ConfirmationForm caseId="c1" applicant="沈阳甲公司" answer={answer} />);
    await user.click(screen.getByRole("button", { name: "不同意" }));
    const dialog = within(screen.getByRole("dialog"));
    await user.click(dialog.getByRole("button", { name: "确定不同意" }));
    const reason = dialog.getByRole("textbox", { name: "理由" });
    expect(reason.getAttribute("aria-invalid")).toBe("true");
    await user.type(reason, "协议还没有签字");
    await user.click(dialog.getByRole("button", { name: "确定不同意" }));
    expect(answer).toHaveBeenLastCalledWith(expect.objectContaining({ agree: false, reason: "协议还没有签字" }));
    expect(await screen.findByText("贵单位的许可证延续 1 正在办理")).toBeDefined();
  });

  it("L-4.9.8-01 同意的答复没有收到：再同意是同一次，改为不同意是另一次，已经答复的照实说", async () => {
    const user = userEvent.setup();
    const answered = "已经答复过了，请刷新后查看";
    const answer = vi.fn<ConfirmationFormProps["answer"]>().mockRejectedValueOnce(new Error("网络中断")).mockRejectedValueOnce(new Error("网络中断")).mockResolvedValueOnce({ ok: false, message: answered, fields: {} });
    render(<ConfirmationForm caseId="c1" applicant="沈阳甲公司" answer={answer} />);
    for (const _ of [1, 2]) {
      await user.click(screen.getByRole("button", { name: "同意" }));
      await user.click(screen.getByRole("button", { name: "确定同意" }));
      expect(await screen.findByText(/没有送到/)).toBeDefined();
    }
    await user.click(screen.getByRole("button", { name: "不同意" }));
    await user.type(screen.getByRole("textbox", { name: "理由" }), "协议还没有签字");
    await user.click(screen.getByRole("button", { name: "确定不同意" }));
    expect(await screen.findByText(answered)).toBeDefined();
    const [first, again, changed] = answer.mock.calls.map(([command]) => command.idempotencyKey);
    expect(again).toBe(first);
    expect(changed).not.toBe(first);
  });

  it("L-4.9.8-01 【不同意】送出之后答复未到，关不掉", async () => {
    const user = userEvent.setup();
    const answer = lateAnswer<{ ok: true }>();
    render(<ConfirmationForm caseId="c1" applicant="沈阳甲公司" answer={() => answer.promise} />);
    await user.click(screen.getByRole("button", { name: "不同意" }));
    await user.type(screen.getByRole("textbox", { name: "理由" }), "协议还没有签字");
    await user.click(screen.getByRole("button", { name: "确定不同意" }));
    await user.click(screen.getByRole("button", { name: "取消" }));
    fireEvent(screen.getByRole("dialog"), new Event("cancel", { cancelable: true }));
    expect(screen.queryByRole("dialog")).not.toBeNull();
    answer.arrive({ ok: true });
    await waitFor(() => expect(router.refresh).toHaveBeenCalled());
    expect(screen.queryByRole("dialog")).toBeNull();
  });
});

const done = <T,>(value: T) => vi.fn(async () => ({ ok: true as const, value }));

function desk(changes: Partial<CaseView>, recordConsent: CaseActions["recordConsent"] = done({})) {
  const actions: CaseActions = {
    claim: done({}), decide: done({ state: "granted" }), draftRemark: done({}), updateRemark: done({}), removeRemark: done({}), resolveRemark: done({}), reveal: done(""), savePhrase: done({}), removePhrase: done({}), recordConsent,
  };
  render(<CaseDesk view={caseView({ ...changes })} actions={actions} />);
  return userEvent.setup();
}

const pending = { uscc: "1", name: "沈阳乙公司", state: "pending" as const, stateWord: "待确认", answeredBy: "", answeredAt: "", paperNote: "" };

describe("审查人的案件页", () => {
  it("L-4.9.8-01 列出另一方与它的答复；受理岗登记书面同意，没写的说在框旁", async () => {
    const record = vi.fn(async ({ note }: { note: string }) => (note ? { ok: true as const, value: {} } : { ok: false as const, code: "invalid", message: "请写明收到了什么书面材料", fields: { note: "请写明收到了什么书面材料" } }));
    const user = desk({ state: "submitted", claimable: true, parties: [pending] }, record);
    const panel = within(screen.getByText("被吸收方企业的确认").closest("section") ?? document.body);
    expect(panel.getByText("待确认")).toBeDefined();
    await user.click(panel.getByRole("button", { name: "登记书面同意 沈阳乙公司" }));
    const dialog = within(screen.getByRole("dialog"));
    await user.click(dialog.getByRole("button", { name: "确定登记" }));
    expect(dialog.getByRole("textbox", { name: "收到的书面材料" }).getAttribute("aria-invalid")).toBe("true");
    await user.type(dialog.getByRole("textbox", { name: "收到的书面材料" }), "盖章的同意书一份");
    await user.click(dialog.getByRole("button", { name: "确定登记" }));
    expect(record).toHaveBeenLastCalledWith(expect.objectContaining({ party: "1", note: "盖章的同意书一份" }));
    expect(router.refresh).toHaveBeenCalled();
  });

  it("L-4.9.8-01 粘贴的书面材料比限定的长：一个字不截，退回的一句写在框旁，写的还在", async () => {
    const said = "说明请不超过500字";
    const record = vi.fn(async (_command: unknown) => ({ ok: false as const, code: "invalid", message: said, fields: { note: said } }));
    const user = desk({ state: "submitted", claimable: true, parties: [pending] }, record);
    await user.click(screen.getByRole("button", { name: "登记书面同意 沈阳乙公司" }));
    const dialog = within(screen.getByRole("dialog"));
    const box = dialog.getByRole<HTMLTextAreaElement>("textbox", { name: "收到的书面材料" });
    await user.click(box);
    await user.paste("长".repeat(600));
    await user.click(dialog.getByRole("button", { name: "确定登记" }));
    expect(record).toHaveBeenCalledWith(expect.objectContaining({ note: "长".repeat(600) }));
    expect(await dialog.findByText(said, { selector: ".err span" })).toBeDefined();
    expect(box.value.length).toBe(600);
  });

  it("L-4.9.8-02 签发之前页上与确认窗里都写明各方会怎样", async () => {
    const user = desk({ state: "awaitingSignature", effects: [own], actions: [{ action: "grant", label: "准予许可", needs: [], tone: "primary", confirm: "签发后立即生效，不能撤回。确定准予许可吗？" }] });
    expect(within(screen.getByText("准予之后").closest("section") ?? document.body).getByText(own.lines[1] ?? "")).toBeDefined();
    await user.click(screen.getByRole("button", { name: "准予许可" }));
    expect(within(screen.getByRole("dialog")).getByText(own.lines[1] ?? "")).toBeDefined();
  });

  it("L-4.9.8-02 准予之后写「已经生效」；别的业务没有这两栏", () => {
    desk({ state: "granted", effects: [own], parties: [{ ...pending, state: "confirmed", stateWord: "已同意", answeredBy: "周强", answeredAt: "2026-11-22T02:00:00.000Z" }] });
    expect(screen.getByText("已经生效")).toBeDefined();
    expect(screen.queryByRole("button", { name: /登记书面同意/ })).toBeNull();
  });
});
