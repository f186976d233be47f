import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Reply } from "@/components/account/reply";
import { MessageList } from "@/components/application/MessageList";
import { CaseDocuments } from "@/components/documents/CaseDocuments";
import { DocumentFilterForm } from "@/components/documents/DocumentFilterForm";
import { DocumentsPanel } from "@/components/documents/DocumentsPanel";
import { DocumentTable } from "@/components/documents/DocumentTable";
import type { DocumentRow } from "@/lib/licensing/documents/views";
import { lateAnswer } from "../late-answer";

const refresh = vi.fn<() => void>();
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh }) }));
afterEach(() => { cleanup(); refresh.mockClear(); });

const row = (more: Partial<DocumentRow> = {}): DocumentRow => ({
  id: "d1", kindWord: "行政许可受理通知书", number: "东北监能许可〔2026〕受1号", caseId: "c1", caseNumber: "NEEB-2026-000001", enterprise: "沈阳甲公司", issuedOn: "2026-11-20", issuedBy: "张敏",
  state: "pending", stateWord: "未送达", delivery: "出具已 2 日", waitingDays: 2, recordable: true, ...more,
});
const delivered = row({ id: "d2", number: "东北监能许可〔2026〕收1号", kindWord: "申请材料接收凭证", state: "delivered", stateWord: "已送达", delivery: "电子送达，2026年11月21日，王丽", waitingDays: 0, recordable: false });
const register = () => vi.fn<(input: unknown) => Promise<{ ok: true; value: undefined } | { ok: false; code: string; message: string; fields: Record<string, string> }>>(() => Promise.resolve({ ok: true, value: undefined }));

const valueOf = (control: HTMLElement): string => (control as HTMLInputElement | HTMLSelectElement).value;

describe("文书", () => {
  it("L-6-11 企业看得到每份文书与送达没有，查看、下载直接到文书；没有文书不占地方", () => {
    render(<DocumentsPanel documents={[row(), delivered]} />);
    expect(screen.getByRole("link", { name: "查看 ：行政许可受理通知书东北监能许可〔2026〕受1号" }).getAttribute("href")).toBe("/api/documents/d1");
    expect(screen.getByRole("link", { name: "下载 ：申请材料接收凭证东北监能许可〔2026〕收1号" }).getAttribute("href")).toBe("/api/documents/d2?download=1");
    screen.getByText("电子送达，2026年11月21日，王丽");
    expect(screen.queryByRole("button", { name: /登记送达/ })).toBeNull();
    cleanup();
    expect(render(<DocumentsPanel documents={[]} />).container.innerHTML).toBe("");
  });

  it("L-6-11 登记送达：填错的在字段旁说明，内容还在；登记上了对话框关上、页面更新", async () => {
    const act = register();
    act.mockResolvedValueOnce({ ok: false, code: "invalid", message: "送达日期不能晚于今天", fields: { on: "送达日期不能晚于今天" } });
    render(<CaseDocuments documents={[row(), delivered]} register={act} />);
    expect(screen.getAllByRole("button", { name: /登记送达/ })).toHaveLength(1);
    expect(screen.getByRole("link", { name: "送达回证 ：行政许可受理通知书东北监能许可〔2026〕受1号" }).getAttribute("href")).toBe("/api/documents/d1/receipt.pdf");
    fireEvent.click(screen.getByRole("button", { name: /登记送达/ }));
    await screen.findByLabelText("邮寄送达");
    const dialog = within(await screen.findByRole("dialog", { name: "登记送达" }));
    fireEvent.click(dialog.getByLabelText("邮寄送达"));
    fireEvent.change(dialog.getByRole("textbox", { name: /送达日期/ }), { target: { value: "2026-12-30" } });
    fireEvent.change(dialog.getByRole("textbox", { name: /收件人/ }), { target: { value: "王丽" } });
    fireEvent.click(dialog.getByRole("button", { name: "登记" }));
    expect((await dialog.findAllByText(/送达日期不能晚于今天/)).length).toBeGreaterThan(0);
    expect(valueOf(dialog.getByRole("textbox", { name: /收件人/ }))).toBe("王丽");
    expect(act).toHaveBeenCalledWith({ documentId: "d1", way: "post", on: "2026-12-30", receiver: "王丽", note: "" });
    fireEvent.click(dialog.getByRole("button", { name: "登记" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(refresh).toHaveBeenCalledOnce();
  });

  it("L-6-11 登记没有答复之前关不上、不能改；收件人多长都不截", async () => {
    const answer = lateAnswer<Reply<undefined>>();
    const act = vi.fn((_command: unknown) => answer.promise);
    render(<CaseDocuments documents={[row()]} register={act} />);
    fireEvent.click(screen.getByRole("button", { name: /登记送达/ }));
    await screen.findByLabelText("邮寄送达");
    const dialog = screen.getByRole("dialog");
    const receiver = within(dialog).getByRole("textbox", { name: /收件人/ });
    await userEvent.click(receiver);
    await userEvent.paste("长".repeat(61));
    fireEvent.click(within(dialog).getByRole("button", { name: "登记" }));
    fireEvent.click(within(dialog).getByRole("button", { name: "取消" }));
    expect(screen.queryByRole("dialog")).toBe(dialog);
    expect(receiver.closest("[inert]")).not.toBeNull();
    expect(act).toHaveBeenCalledWith(expect.objectContaining({ receiver: "长".repeat(61) }));
    answer.arrive({ ok: true, value: undefined });
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("L-6-11 机构的清单：到案件、看文书、登记；筛选只在未送达时有等了几日", () => {
    const { rerender } = render(<><DocumentFilterForm filter={{ state: "pending", days: 7 }} /><DocumentTable rows={[row()]} caption="文书" register={register()} /></>);
    expect(screen.getByRole("link", { name: "NEEB-2026-000001" }).getAttribute("href")).toBe("/admin/applications/c1");
    expect(valueOf(screen.getByLabelText("出具"))).toBe("7");
    rerender(<><DocumentFilterForm filter={{ state: "delivered", kind: "grant" }} /><DocumentTable rows={[]} caption="文书" register={register()} /></>);
    expect(screen.queryByLabelText("出具")).toBeNull();
    expect(valueOf(screen.getByLabelText("种类"))).toBe("grant");
    screen.getByText("没有这样的文书。");
  });

  it("L-6-11 消息里有随它送出的文书，打开即已读", () => {
    const read = vi.fn<() => Promise<{ ok: true; value: undefined }>>(() => Promise.resolve({ ok: true, value: undefined }));
    render(<MessageList rows={[{ id: "m", title: "许可证新申请已受理", body: "已受理", href: "/applications/c1", createdAt: "2026-11-20T01:00:00Z", read: false, document: { id: "d1", kindWord: "行政许可受理通知书", number: "东北监能许可〔2026〕受1号" } }]} read={read} />);
    const link = screen.getByRole("link", { name: "查看《行政许可受理通知书》东北监能许可〔2026〕受1号" });
    expect(link.getAttribute("href")).toBe("/api/documents/d1");
    // 不真的打开
    document.addEventListener("click", (event) => event.preventDefault(), { once: true, capture: true });
    fireEvent.click(link);
    expect(read).toHaveBeenCalledWith({ messageId: "m" });
  });
});
