import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { TodoPanel } from "@/components/application/home/TodoPanel";
import { DeferralForm } from "@/components/follow-ups/DeferralForm";
import { FollowUpTable } from "@/components/follow-ups/FollowUpTable";
import { RectificationForm } from "@/components/follow-ups/RectificationForm";
import { VerdictForm } from "@/components/follow-ups/VerdictForm";
import type { FollowUpView } from "@/lib/licensing/follow-up-views";

const refresh = vi.hoisted(() => vi.fn());
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh, push: vi.fn() }) }));

const view = (changes: Partial<FollowUpView> = {}): FollowUpView => ({
  id: "f1", kind: "deferral", kindWord: "容缺补齐", state: "open", stateWord: "待办理", number: "NEEB-2026-000001", enterprise: "沈阳甲电力工程有限公司", business: "许可证新申请",
  mark: "容缺受理", task: "补齐 1 份容缺材料", dueOn: "2026-12-04", overdue: false, applicationId: "a1", revision: 3, daysLeft: 12, report: "", note: "", result: "", suppliedAt: "",
  suppliedBy: "", closedAt: "", licenceNumber: "",
  materials: [{ section: "technical-lead", slot: "TL_TITLE", label: "技术负责人：职称证书", files: [] }],
  ...changes,
});
const done = () => Promise.resolve({ ok: true as const, value: undefined });
const withFile = { materials: [{ section: "technical-lead", slot: "TL_TITLE", label: "技术负责人：职称证书", files: [{ id: "x1", name: "职称.pdf", size: 2048, mediaType: "application/pdf" }] }] };

describe("补齐容缺材料", () => {
  it("L-4.1.7-11 没有传齐不能提交，并说明还差几份", () => {
    const supply = vi.fn(done);
    render(<DeferralForm view={view()} supply={supply} removeFile={done} />);
    const button = screen.getByRole("button", { name: "提交补齐材料" });
    expect(button.getAttribute("aria-disabled")).toBe("true");
    fireEvent.click(button);
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(screen.getByText("还有 1 份没有上传")).toBeTruthy();
  });

  it("L-4.1.7-11 传齐后确认提交，带上看到的修订号", async () => {
    const supply = vi.fn(done);
    render(<DeferralForm view={view(withFile)} supply={supply} removeFile={done} />);
    fireEvent.click(screen.getByRole("button", { name: "提交补齐材料" }));
    fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "提交" }));
    await waitFor(() => expect(supply).toHaveBeenCalledWith({ followUpId: "f1", revision: 3 }));
    expect(refresh).toHaveBeenCalled();
  });

  it("提交之后、过了期限只读，文件可以打开", () => {
    render(<DeferralForm view={view({ state: "supplied", ...withFile })} supply={done} removeFile={done} />);
    expect(screen.queryByRole("button")).toBeNull();
    expect(screen.getByRole("link", { name: "职称.pdf" }).getAttribute("href")).toBe("/api/attachments/x1");
  });
});

describe("首页的待办", () => {
  it("L-4.1.7-11 补齐容缺材料写明期限与剩余工作日，指到任务页", () => {
    const todo = { id: "t1", kind: "deferredMaterial", kindWord: "补齐容缺材料", title: "请补齐容缺材料", detail: "许可证新申请 NEEB-2026-000001，还缺 1 份", href: "/follow-ups/f1", createdAt: "", dueOn: "2026-12-04", remainingWorkingDays: 10 };
    render(<TodoPanel todos={[todo]} drafts={[]} />);
    expect(screen.getByText("12月4日前")).toBeTruthy();
    expect(screen.getByRole("link", { name: /去补齐/ }).getAttribute("href")).toBe("/follow-ups/f1");
  });
});

describe("内网记下结论", () => {
  const verdictForm = (changes: Partial<FollowUpView>) => {
    const recordDeferral = vi.fn((_command: unknown) => Promise.resolve({ ok: false as const, code: "invalid", message: "请写明还差什么", fields: { note: "请写明还差什么" } }));
    const recordVerification = vi.fn((_command: unknown) => done());
    render(<VerdictForm view={view(changes)} recordDeferral={recordDeferral} recordVerification={recordVerification} />);
    return { recordDeferral, recordVerification };
  };

  it("L-6-07 企业没有提交时不能核对；提交后记按时补齐或不齐，错处在字段旁", async () => {
    verdictForm({});
    expect(screen.getByText("等待企业补齐。")).toBeTruthy();
    const { recordDeferral } = verdictForm({ state: "supplied" });
    fireEvent.click(screen.getByRole("button", { name: "记录结论" }));
    expect(await screen.findByText("请选择结论")).toBeTruthy();
    fireEvent.click(screen.getByRole("radio", { name: "不齐" }));
    fireEvent.click(screen.getByRole("button", { name: "记录结论" }));
    await waitFor(() => expect(recordDeferral).toHaveBeenCalledWith({ followUpId: "f1", revision: 3, note: "", verdict: "incomplete" }));
    expect(await screen.findByText("请写明还差什么")).toBeTruthy();
  });

  it("决定十三：核查结论三种，撤销须写法律依据；了结的不再出现", async () => {
    const { recordVerification } = verdictForm({ kind: "verification" });
    expect(screen.getAllByRole("radio").map((one) => (one as HTMLInputElement).value)).toEqual(["truthful", "rectify", "revoke"]);
    fireEvent.click(screen.getByRole("radio", { name: "不属实，撤销许可" }));
    fireEvent.change(screen.getByLabelText(/核查的情况/), { target: { value: "人员不实" } });
    fireEvent.click(screen.getByRole("button", { name: "记录结论" }));
    await waitFor(() => expect(recordVerification).toHaveBeenCalledWith(expect.objectContaining({ verdict: "revoke", note: "人员不实", article: expect.stringContaining("第六十九条") })));
    document.body.innerHTML = "";
    verdictForm({ kind: "verification", state: "met" });
    expect(screen.queryByRole("button")).toBeNull();
  });

  it("L-6-07 列表写明种类、标记、期限，逾期的另外说", () => {
    render(<FollowUpTable caption="后续任务" rows={[view({ overdue: true })]} />);
    const row = screen.getAllByRole("row")[1];
    for (const word of ["容缺补齐", "容缺受理", "2026年12月4日", "待办理，已逾期"]) expect(row?.textContent).toContain(word);
  });
});

describe("限期整改", () => {
  it("写明整改情况才能报告；报告之后只读", async () => {
    const report = vi.fn((_command: unknown) => done());
    const { unmount } = render(<RectificationForm view={view({ kind: "rectification" })} report={report} />);
    fireEvent.click(screen.getByRole("button", { name: "报告整改完成" }));
    expect(await screen.findByText("请写明整改的情况")).toBeTruthy();
    fireEvent.change(screen.getByLabelText(/整改情况/), { target: { value: "已补缴" } });
    fireEvent.click(screen.getByRole("button", { name: "报告整改完成" }));
    await waitFor(() => expect(report).toHaveBeenCalledWith({ followUpId: "f1", revision: 3, report: "已补缴" }));
    unmount();
    render(<RectificationForm view={view({ kind: "rectification", state: "supplied", report: "已补缴" })} report={report} />);
    expect(screen.queryByRole("button")).toBeNull();
  });
});
