import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { TodoPanel } from "@/components/application/home/TodoPanel";
import { DeferralForm } from "@/components/follow-ups/DeferralForm";
import { FollowUpTable } from "@/components/follow-ups/FollowUpTable";
import { PromisedMaterials } from "@/components/follow-ups/PromisedMaterials";
import { RectificationForm } from "@/components/follow-ups/RectificationForm";
import { RevocationPanel } from "@/components/follow-ups/RevocationPanel";
import { VerdictForm } from "@/components/follow-ups/VerdictForm";
import { revocationActionsFor } from "@/lib/licensing/revocation";
import type { FollowUpView } from "@/lib/licensing/follow-up-views";
import { lateAnswer } from "../late-answer";
import { asksNoMore, asksOnLeave } from "../ui/leaving";

const refresh = vi.hoisted(() => vi.fn());
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh, push: vi.fn(), replace: vi.fn() }) }));

const upload = vi.hoisted(() => vi.fn());
vi.mock("@/components/application/attachments/upload-attachment", () => ({ uploadAttachment: upload }));

beforeEach(() => {
  refresh.mockClear();
  upload.mockReset().mockImplementation(async (_application: string, place: object, { name, size, type }: File) => ({ ...place, id: name, name, size, mediaType: type }));
});

const view = (changes: Partial<FollowUpView> = {}): FollowUpView => ({
  id: "f1", kind: "deferral", kindWord: "容缺补齐", state: "open", stateWord: "待办理", number: "NEEB-2026-000001", enterprise: "沈阳甲电力工程有限公司", business: "许可证新申请",
  mark: "容缺受理", task: "补齐 1 份容缺材料", dueOn: "2026-12-04", dueText: "还有 12 天", overdue: false, caseId: "a1", licenceId: "", applicationId: "a1", revision: 3, daysLeft: 12, report: "", note: "", result: "", suppliedAt: "",
  suppliedBy: "", closedAt: "", licenceNumber: "", ofParty: false, origin: "promise",
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
    fireEvent.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "提交" }));
    await waitFor(() => expect(supply).toHaveBeenCalledWith({ followUpId: "f1", revision: 3 }));
    expect(refresh).toHaveBeenCalled();
  });

  const another = new File(["x"], "续页.pdf", { type: "application/pdf" });
  const choose = (file: File) => fireEvent.change(screen.getByLabelText("选取文件：技术负责人：职称证书"), { target: { files: [file] } });

  it("L-4.1.7-11 选好还没有传的，离开本页先问；传不了的不问", async () => {
    render(<DeferralForm view={view()} supply={done} removeFile={done} />);
    choose(new File(["x"], "程序.exe"));
    expect(asksOnLeave()).toBe(false);
    choose(another);
    expect(asksOnLeave()).toBe(true);
  });

  it("L-4.1.7-11 提交补齐材料先把选好的传上；没传成的说出文件名，不提交，传成了才问", async () => {
    const supply = vi.fn(done);
    upload.mockRejectedValueOnce(new Error("网络中断"));
    render(<DeferralForm view={view(withFile)} supply={supply} removeFile={done} />);
    choose(another);
    const button = screen.getByRole("button", { name: "提交补齐材料" });
    fireEvent.click(button);
    expect(await screen.findByText(/“续页.pdf”没有传成/)).toBeTruthy();
    expect(screen.queryByRole("dialog")).toBeNull();
    fireEvent.click(button);
    fireEvent.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "提交" }));
    await waitFor(() => expect(supply).toHaveBeenCalledOnce());
    expect(upload).toHaveBeenCalledTimes(2);
    expect(screen.queryByText(/没有传成/)).toBeNull();
    await asksNoMore();
  });

  it("提交之后、过了期限只读，文件可以打开", () => {
    render(<DeferralForm view={view({ state: "supplied", ...withFile })} supply={done} removeFile={done} />);
    expect(screen.queryByRole("button")).toBeNull();
    expect(screen.getByRole("link", { name: "职称.pdf" }).getAttribute("href")).toBe("/api/attachments/x1");
  });
});

describe("承诺核查要看的材料", () => {
  const promise = { materials: [{ section: "technicians", label: "电力相关技术人员", names: Array.from({ length: 8 }, (_, n) => `人员第 ${n + 1} 行：职称证书`) }, { section: "basic-information", label: "基本情况", names: ["审计报告或净资产证明"] }], letters: [{ id: "x9", name: "告知承诺书.pdf" }] };

  it("L-6-07 决定十三：逐页签列出，多的收起，通到填报的内容与承诺书；都交了的照实说", () => {
    const { container, rerender } = render(<PromisedMaterials promise={promise} casePath="/admin/applications/a1" />);
    expect(screen.getByRole("heading", { name: "以告知承诺书代替的材料 9 份" })).toBeTruthy();
    expect([...container.querySelectorAll("dd")].map((one) => one.querySelector("summary")?.textContent ?? one.textContent)).toEqual(["告知承诺书.pdf", "8 份", "审计报告或净资产证明"]);
    expect(container.querySelectorAll("details:not([open]) li")).toHaveLength(8);
    expect(screen.getByRole("link", { name: "基本情况" }).getAttribute("href")).toBe("/admin/applications/a1#section-basic-information");
    expect(screen.getByRole("link", { name: "告知承诺书.pdf" }).getAttribute("href")).toBe("/api/attachments/x9");
    rerender(<PromisedMaterials promise={{ ...promise, materials: [] }} casePath="/c" />);
    expect(screen.getByText(/没有以承诺书代替的；请核对填报的内容/)).toBeTruthy();
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
    const recordConditions = vi.fn((_command: unknown) => done());
    render(<VerdictForm view={view(changes)} recordDeferral={recordDeferral} recordVerification={recordVerification} recordConditions={recordConditions} />);
    return { recordDeferral, recordVerification, recordConditions };
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
    fireEvent.click(screen.getByRole("radio", { name: "拟撤销许可，送另一人确认" }));
    fireEvent.change(screen.getByLabelText(/核查的情况/), { target: { value: "人员不实" } });
    fireEvent.click(screen.getByRole("button", { name: "记录结论" }));
    await waitFor(() => expect(recordVerification).toHaveBeenCalledWith(expect.objectContaining({ verdict: "revoke", note: "人员不实", article: expect.stringContaining("第六十九条") })));
    document.body.innerHTML = "";
    verdictForm({ kind: "verification", state: "met" });
    expect(screen.queryByRole("button")).toBeNull();
  });

  it("L-6-07 粘贴的说明比限定的长：一个字不截，原样送去，退回的一句写在字段旁，写的还在", async () => {
    const { recordDeferral } = verdictForm({ state: "supplied" });
    recordDeferral.mockResolvedValueOnce({ ok: false, code: "invalid", message: "说明最多 500 个字", fields: { note: "说明最多 500 个字" } });
    const user = userEvent.setup();
    await user.click(screen.getByRole("radio", { name: "不齐" }));
    const note = screen.getByLabelText<HTMLTextAreaElement>(/还差什么/);
    await user.click(note);
    await user.paste("长".repeat(1200));
    await user.click(screen.getByRole("button", { name: "记录结论" }));
    expect(recordDeferral).toHaveBeenCalledWith(expect.objectContaining({ note: "长".repeat(1200) }));
    expect(await screen.findByText("说明最多 500 个字", { selector: ".err span" })).toBeTruthy();
    expect(note.value.length).toBe(1200);
  });

  it("L-6-07 情况写到一半离开本页要问，记下之后不问", async () => {
    verdictForm({ kind: "verification" });
    expect(asksOnLeave()).toBe(false);
    fireEvent.change(screen.getByLabelText(/说明/), { target: { value: "人员在岗" } });
    expect(asksOnLeave()).toBe(true);
    fireEvent.click(screen.getByRole("button", { name: "留在本页" }));
    fireEvent.click(screen.getByRole("radio", { name: "属实" }));
    fireEvent.click(screen.getByRole("button", { name: "记录结论" }));
    await waitFor(() => expect(refresh).toHaveBeenCalled());
    await asksNoMore();
  });

  it("决定九：条件保持的结论，期限届满之后才能选仍不符合；须写情况", async () => {
    verdictForm({ kind: "conditions" });
    expect(screen.getAllByRole("radio").map((one) => (one as HTMLInputElement).value)).toEqual(["kept"]);
    expect(screen.getByText(/期限届满之后才能选/)).toBeTruthy();
    document.body.innerHTML = "";
    const { recordConditions } = verdictForm({ kind: "conditions", overdue: true });
    fireEvent.click(screen.getByRole("radio", { name: "仍不符合，限期整改" }));
    fireEvent.change(screen.getByLabelText(/核查的情况/), { target: { value: "仍缺一名电工" } });
    fireEvent.click(screen.getByRole("button", { name: "记录结论" }));
    await waitFor(() => expect(recordConditions).toHaveBeenCalledWith({ followUpId: "f1", revision: 3, verdict: "lost", note: "仍缺一名电工" }));
  });

  it("L-6-07 列表写明种类、标记、期限，逾期的另外说", () => {
    render(<FollowUpTable caption="后续任务" rows={[view({ overdue: true })]} />);
    const row = screen.getAllByRole("row")[1];
    for (const word of ["容缺补齐", "容缺受理", "2026年12月4日", "待办理，已逾期"]) expect(row?.textContent).toContain(word);
  });
});

describe("限期整改", () => {
  it("写明整改情况、确认之后才报告；取消的什么也没有送出，写的还在；报告之后只读", async () => {
    const report = vi.fn((_command: unknown) => done());
    const { unmount } = render(<RectificationForm view={view({ kind: "rectification" })} report={report} />);
    fireEvent.click(screen.getByRole("button", { name: "报告整改完成" }));
    expect(await screen.findByText("请写明整改的情况")).toBeTruthy();
    fireEvent.change(screen.getByLabelText(/整改情况/), { target: { value: "已补缴" } });
    fireEvent.click(screen.getByRole("button", { name: "报告整改完成" }));
    fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "取消" }));
    expect(report).not.toHaveBeenCalled();
    expect((screen.getByLabelText(/整改情况/) as HTMLTextAreaElement).value).toBe("已补缴");
    fireEvent.click(screen.getByRole("button", { name: "报告整改完成" }));
    fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "报告" }));
    await waitFor(() => expect(report).toHaveBeenCalledWith({ followUpId: "f1", revision: 3, report: "已补缴" }));
    unmount();
    render(<RectificationForm view={view({ kind: "rectification", state: "supplied", report: "已补缴" })} report={report} />);
    expect(screen.queryByRole("button")).toBeNull();
  });

  it("L-4.1.7-11 报告送出之后答复未到，确认的窗关不掉，写的不会白改", async () => {
    const answer = lateAnswer<{ ok: true; value: undefined }>();
    render(<RectificationForm view={view({ kind: "rectification" })} report={() => answer.promise} />);
    fireEvent.change(screen.getByLabelText(/整改情况/), { target: { value: "已补缴" } });
    fireEvent.click(screen.getByRole("button", { name: "报告整改完成" }));
    const dialog = screen.getByRole("dialog");
    fireEvent.click(within(dialog).getByRole("button", { name: "报告" }));
    await waitFor(() => expect(within(dialog).getByRole("button", { name: "报告" }).getAttribute("aria-disabled")).toBe("true"));
    fireEvent.click(within(dialog).getByRole("button", { name: "取消" }));
    fireEvent(dialog, new Event("cancel", { cancelable: true }));
    expect(screen.queryByRole("dialog")).not.toBeNull();
    answer.arrive({ ok: true, value: undefined });
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(refresh).toHaveBeenCalled();
  });

  it("L-4.1.7-11 整改情况写到一半离开本页要问，报告之后不问", async () => {
    render(<RectificationForm view={view({ kind: "rectification" })} report={done} />);
    expect(asksOnLeave()).toBe(false);
    fireEvent.change(screen.getByLabelText(/整改情况/), { target: { value: "已补缴" } });
    expect(asksOnLeave()).toBe(true);
    fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "留在本页" }));
    fireEvent.click(screen.getByRole("button", { name: "报告整改完成" }));
    fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "报告" }));
    await waitFor(() => expect(refresh).toHaveBeenCalled());
    await asksNoMore();
  });
});

describe("拟撤销许可", () => {
  const proposal = {
    state: "pending" as const, stateWord: "待确认", reason: "人员不实", article: "《行政许可法》第六十九条第二款", proposedBy: "李审", proposedAt: "2026-11-22T02:00:00Z", hearing: "听证告知书尚未送达", decidedBy: "", decidedAt: "", note: "",
    actions: revocationActionsFor({ state: "pending", proposedById: "a" }, { accountId: "b", roles: ["signer"] }),
  };

  it("决定十八：理由、依据、谁提出的；确认前再问一次，退回须写明理由，错处在字段旁", async () => {
    const decide = vi.fn((_command: unknown) => Promise.resolve({ ok: false as const, code: "invalid", message: "请写明为什么不撤销", fields: { note: "请写明为什么不撤销" } }));
    render(<RevocationPanel view={{ id: "f1", revision: 4 }} revocation={proposal} decide={decide} />);
    for (const word of ["人员不实", "听证告知书尚未送达", /第六十九条/, /李审/]) expect(screen.getByText(word)).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "不撤销，退回审查岗" }));
    expect(await screen.findByText("请写明为什么不撤销")).toBeTruthy();
    expect(decide).toHaveBeenCalledWith({ followUpId: "f1", revision: 4, action: "reject", note: "" });
    fireEvent.click(screen.getByRole("button", { name: "确认撤销" }));
    expect(decide).toHaveBeenCalledTimes(1);
    decide.mockImplementation(() => done() as never);
    fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "确认撤销" }));
    await waitFor(() => expect(decide).toHaveBeenLastCalledWith({ followUpId: "f1", revision: 4, action: "confirm", note: "" }));
    await waitFor(() => expect(refresh).toHaveBeenCalled());
  });

  it("决定十八：说明写到一半离开本页要问，办了之后不问", async () => {
    render(<RevocationPanel view={{ id: "f1", revision: 4 }} revocation={proposal} decide={done} />);
    expect(asksOnLeave()).toBe(false);
    fireEvent.change(screen.getByLabelText(/说明/), { target: { value: "证据不足" } });
    expect(asksOnLeave()).toBe(true);
    fireEvent.click(screen.getByRole("button", { name: "留在本页" }));
    fireEvent.click(screen.getByRole("button", { name: "不撤销，退回审查岗" }));
    await waitFor(() => expect(refresh).toHaveBeenCalled());
    await asksNoMore();
  });

  it("决定十八：提出的人按钮按不下，说明须由他人办理；不是签发岗的只看", () => {
    const decide = vi.fn((_command: unknown) => done());
    const own = revocationActionsFor({ state: "pending", proposedById: "a" }, { accountId: "a", roles: ["examiner", "signer"] });
    const { unmount } = render(<RevocationPanel view={{ id: "f1", revision: 4 }} revocation={{ ...proposal, actions: own }} decide={decide} />);
    fireEvent.click(screen.getByRole("button", { name: "确认撤销" }));
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(screen.getAllByText(/职责分离/).length).toBeGreaterThan(0);
    unmount();
    render(<RevocationPanel view={{ id: "f1", revision: 4 }} revocation={{ ...proposal, actions: [] }} decide={decide} />);
    expect(screen.queryByRole("button")).toBeNull();
    expect(screen.getByText("由签发岗确认之后才生效。")).toBeTruthy();
  });
});
