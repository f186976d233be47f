import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { CheckSection } from "@/components/application/check/CheckSection";
import type { ApplicationFacts } from "@/components/application/types";
import { getBusiness } from "@/lib/licensing/businesses";
import { completeNewLicence } from "../../builders/new-licence";
import { applicationFacts, fakeActions, FakeServer, press, renderSection } from "./section-screen";

const { navigate, refresh } = vi.hoisted(() => ({ navigate: vi.fn(), refresh: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => ({ push: navigate, replace: navigate, refresh }), usePathname: () => "/" }));

beforeEach(() => {
  navigate.mockReset();
  localStorage.clear();
});

const SECTION = "submission";

function facts(options: Parameters<typeof completeNewLicence>[0] = {}, changes: Partial<ApplicationFacts> = {}): ApplicationFacts {
  const built = completeNewLicence(options);
  return applicationFacts({ answers: built.answers, files: built.files, ...changes });
}

describe("资料提交", () => {
  it("L-4.1.10-01 有资料提交一页，业绩一页不要求时也在、说明本级别不要求", () => {
    renderSection({ section: SECTION, facts: facts() });
    expect(screen.getByRole("heading", { level: 1, name: "资料提交" })).toBeDefined();
    const [performance] = screen.getAllByRole("link", { name: /^规定年限内主要业绩/ });
    expect(performance?.textContent).toContain("本级别不要求");
  });

  it("L-4.1.5-08 L-4.1.6-06 所选级别的条件用文字列在资料审核里，说明按哪部规章", () => {
    renderSection({ section: SECTION, facts: facts() });
    const conditions = screen.getByRole("region", { name: "资料审核：所选级别的条件" });
    expect(within(conditions).getAllByText("电力相关技术人员不少于5人").length).toBeGreaterThan(0);
    expect(within(conditions).getAllByText("电力相关专业技能人员不少于5人，其中高压电工不少于3人").length).toBeGreaterThan(0);
    expect(within(conditions).getByText(/本次申请按/)).toBeDefined();
  });

  it("L-4.1.10-02 逐条列出不符项，带需要与现有的数，链接到要改的地方；按下资料提交去到清单", async () => {
    const { user, facts: given } = renderSection({ section: SECTION, facts: facts({ technicians: 4 }) });
    expect(screen.getByText(/还有 1 项不符合，暂不能提交/)).toBeDefined();
    const link = screen.getByRole("link", { name: "电力相关技术人员（五级）" });
    expect(link.getAttribute("href")).toBe(`/applications/${given.applicationId}/sections/technicians#at-technicians`);
    expect(link.closest("li")?.textContent).toContain("需 5 人，现为 4 人");
    const submit = press(/^资料提交/);
    expect(submit.getAttribute("aria-disabled")).toBe("true");
    expect(document.getElementById(submit.getAttribute("aria-describedby") ?? "")?.textContent).toContain("还有 1 项不符合");
    await user.click(submit);
    expect(document.activeElement?.id).toBe("unmet");
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("L-4.1.7-11 容缺受理：提交之前、提交之后都列出受理后要补的材料、期限与逾期的后果；别的办理方式不列", async () => {
    const submit = vi.fn(async () => ({ ok: true as const, value: { number: "NEEB-2026-000024", round: 1, submittedAt: "2026-11-22T06:32:00.000Z", queuePlace: 1 } }));
    const { user, unmount } = renderSection({ section: SECTION, facts: facts({}, { deferred: ["技术负责人：职称证书"] }), actions: { submit } });
    const told = () => expect(screen.getByRole("heading", { name: "受理后要补的材料 1 份" }).parentElement?.textContent).toMatch(/技术负责人：职称证书.*10 个工作日内补齐.*两年内不得再申请容缺受理/);
    told();
    await user.click(screen.getByLabelText("本单位对材料真实性负责"));
    await user.click(press(/^资料提交/));
    await user.click(within(await screen.findByRole("dialog", { name: "资料提交？" })).getByRole("button", { name: "确定资料提交" }));
    await screen.findByRole("region", { name: "提交成功" });
    told();
    unmount();
    renderSection({ section: SECTION, facts: facts({}, { deferred: [] }) }).unmount();
    renderSection({ section: SECTION, facts: facts() });
    expect(screen.queryByText(/受理后/)).toBeNull();
  });

  it("先勾选对材料真实性负责，再确认，提交后给出编号、时间、排队位置与接下来怎样", async () => {
    const submit = vi.fn(async () => ({ ok: true as const, value: { number: "NEEB-2026-000023", round: 1, submittedAt: "2026-11-22T06:32:00.000Z", queuePlace: 4 } }));
    const { user, facts: given } = renderSection({ section: SECTION, facts: facts(), actions: { submit } });
    expect(screen.getByText("全部符合，可以提交。")).toBeDefined();
    await user.click(press(/^资料提交/));
    expect(document.activeElement?.id).toBe("truth-promise");
    await user.click(screen.getByLabelText("本单位对材料真实性负责"));
    await user.click(press(/^资料提交.*进入资料提交排队/));
    await user.click(within(screen.getByRole("dialog", { name: "资料提交？" })).getByRole("button", { name: "确定资料提交" }));
    const done = await screen.findByRole("region", { name: "提交成功" });
    expect(submit).toHaveBeenCalledWith({ applicationId: given.applicationId, idempotencyKey: expect.any(String), truthPromise: true });
    expect(done.textContent).toContain("NEEB-2026-000023");
    expect(done.textContent).toContain("2026年11月22日 14:32");
    expect(done.textContent).toContain("第 4 位");
    await waitFor(() => expect(document.activeElement).toBe(done));
  });

  it("服务端另查出不符项：逐条列出，不提交", async () => {
    const issue = { section: "skilled-workers", table: "skilledWorkers", row: "worker-row-0001", field: "idNo", message: "该身份证号码已被使用", severity: "blocking" as const, nature: "wrong" as const };
    const submit = vi.fn(async () => ({ ok: false as const, code: "invalid", message: "还有 1 项不符合，不能提交", issues: [issue], fields: {} }));
    const { user } = renderSection({ section: SECTION, facts: facts(), actions: { submit } });
    await user.click(screen.getByLabelText("本单位对材料真实性负责"));
    await user.click(press(/^资料提交/));
    await user.click(press("确定资料提交"));
    expect(await screen.findByRole("link", { name: "该身份证号码已被使用" })).toBeDefined();
    expect(screen.queryByText("提交成功")).toBeNull();
  });

  it("L-4.1.10-03 【申请废弃】问过才办", async () => {
    const discard = vi.fn(async () => ({ ok: true as const, value: undefined }));
    const { user, facts: given } = renderSection({ section: SECTION, facts: facts(), actions: { discard } });
    await user.click(screen.getAllByRole("button", { name: "申请废弃" })[0] as HTMLElement);
    expect(discard).not.toHaveBeenCalled();
    await user.click(within(screen.getByRole("dialog", { name: "申请废弃？" })).getByRole("button", { name: "确定废弃" }));
    await waitFor(() => expect(navigate).toHaveBeenCalledWith("/applications"));
    expect(discard).toHaveBeenCalledWith({ applicationId: given.applicationId, idempotencyKey: expect.any(String) });
  });
});

describe("待补正", () => {
  const remark = {
    id: "0192f0c0-0000-7000-8000-000000000001", section: "technical-lead", field: "titleCertNo", place: "技术负责人 › 职称证书编号",
    level: "must" as const, text: "与证书扫描件不一致，请核对", sentAt: "2026-11-20T02:00:00.000Z",
  };
  const correction = (answered = false) =>
    facts({}, {
      state: "correction", stateWord: "待补正", round: 1, openSections: ["technical-lead"], stageDueOn: "2026-12-11", remainingWorkingDays: 14,
      remarks: [answered ? { ...remark, answer: "" } : remark],
      actions: [{ action: "submit", label: "重新提交", needs: [], tone: "primary", ...(answered ? {} : { blockedBy: "还有 1 条必须修改的意见没有勾选“已修改”" }) }],
    });

  it("L-3.5-07 意见在本页顶上，带期限；勾选已修改、可附说明", async () => {
    const answerRemark = vi.fn(async () => ({ ok: true as const, value: undefined }));
    const { user } = renderSection({ section: "technical-lead", facts: correction(), actions: { answerRemark } });
    expect(screen.getByText("补正意见 1（必须修改）")).toBeDefined();
    expect(screen.getByText(/与证书扫描件不一致/)).toBeDefined();
    expect(screen.getByText(/12月11日前提交，剩 14 个工作日/)).toBeDefined();
    await user.click(press(/^填写说明/));
    await user.type(screen.getByLabelText("补正意见 1 的说明"), "已按证书更正");
    await user.click(press("保存说明"));
    expect(answerRemark).toHaveBeenCalledWith({ remarkId: remark.id, answer: "已按证书更正" });
    expect(await screen.findByText("说明：已按证书更正")).toBeDefined();
    expect(screen.getByLabelText("已修改")).toHaveProperty("checked", true);
  });

  it("L-3.5-07 写了没有保存的说明：离开先问，【保存】一并送出；【取消】不留", async () => {
    const answerRemark = vi.fn(async () => ({ ok: true as const, value: undefined }));
    const { user } = renderSection({ section: "technical-lead", facts: correction(), actions: { answerRemark } });
    await user.click(press(/^填写说明/));
    const note = () => screen.getByLabelText("补正意见 1 的说明");
    expect(document.activeElement).toBe(note());
    await user.type(note(), "不要的");
    await user.click(press("取消"));
    expect(screen.queryByText(/不要的/)).toBeNull();
    await user.click(press(/^填写说明/));
    await user.type(note(), "已按证书更正");
    await user.click(screen.getAllByRole("link", { name: /安全负责人/ })[0] as HTMLElement);
    await user.click(within(await screen.findByRole("dialog", { name: "离开这一页？" })).getByRole("button", { name: "留在本页" }));
    expect(answerRemark).not.toHaveBeenCalled();
    await user.click(press("保存"));
    expect(await screen.findByText("说明：已按证书更正")).toBeDefined();
    expect(answerRemark).toHaveBeenCalledWith({ remarkId: remark.id, answer: "已按证书更正" });
  });

  it("L-3.5-07 说明送出还没有答复又往下写：答复来了，多写的还在，还算没有保存", async () => {
    let arrive = (): void => undefined;
    const answerRemark = vi.fn(() => new Promise<{ ok: true; value: undefined }>((resolve) => (arrive = () => resolve({ ok: true, value: undefined }))));
    const { user } = renderSection({ section: "technical-lead", facts: correction(), actions: { answerRemark } });
    await user.click(press(/^填写说明/));
    const note = () => screen.getByLabelText("补正意见 1 的说明");
    await user.type(note(), "已更正");
    await user.click(press("保存说明"));
    await user.type(note(), "，附件已换");
    arrive();
    await waitFor(() => expect(screen.getByLabelText("已修改")).toHaveProperty("checked", true));
    expect(note()).toHaveProperty("value", "已更正，附件已换");
    expect(screen.getByText("补正说明还没有保存")).toBeDefined();
  });

  it("L-3.5-07 没有收下的说明：原因在它下面，焦点回到它，【下一步】不走", async () => {
    const answerRemark = vi.fn(async () => ({ ok: false as const, code: "invalid", message: "说明最多 500 个字，现有 501 个", issues: [], fields: {} }));
    const { user } = renderSection({ section: "technical-lead", facts: correction(), actions: { answerRemark } });
    await user.click(press(/^填写说明/));
    const note = screen.getByLabelText("补正意见 1 的说明");
    fireEvent.change(note, { target: { value: "长".repeat(501) } });
    await user.click(press("下一步"));
    await waitFor(() => expect(document.activeElement).toBe(note));
    expect(note.getAttribute("aria-describedby")).toBe(screen.getByText("说明最多 500 个字，现有 501 个").closest("p")?.id);
    expect(note).toHaveProperty("value", "长".repeat(501));
    expect(navigate).not.toHaveBeenCalled();
  });

  it("L-6-04 原样再交不收，提交之前就说；改过的不说", () => {
    const { unmount, facts: given } = renderSection({ section: SECTION, facts: { ...correction(true), unchanged: true } });
    expect(screen.getByText(/与上一次提交相比还没有任何修改/)).toBeDefined();
    expect(screen.getAllByRole("link", { name: /^资料提交/ })[0]?.textContent).toContain("还没有修改");
    unmount();
    const besideFields = render(<CheckSection facts={given} form={getBusiness(given.business)} context={given.context} issues={[]} actions={fakeActions(new FakeServer({}))} manner={{ title: "确认离职", sentence: "", asking: false, ask: vi.fn() }} />);
    expect(screen.getByText("全部符合，可以提交。"), "与字段同在一页的，改了还没有保存").toBeDefined();
    besideFields.unmount();
    renderSection({ section: SECTION, facts: correction(true) });
    expect(screen.queryByText(/与上一次提交相比还没有任何修改/)).toBeNull();
  });

  it("L-6-04 所指的一行已经去掉的意见仍在本页，不带去没有的地方", () => {
    const given = correction();
    renderSection({ section: "technicians", facts: { ...given, openSections: ["technicians"], remarks: ["technician-row-9999", "technician-row-0001"].map((row) => ({ ...remark, id: row, section: "technicians", row, field: undefined, place: row })) } });
    expect(screen.getByText(/technician-row-9999/).closest("a")).toBeNull();
    expect(screen.getByRole("link", { name: "technician-row-0001" })).toBeDefined();
  });

  it("只有被退回的页签开放，其余锁定、只读", async () => {
    renderSection({ section: "safety-lead", facts: correction() });
    expect(await screen.findByText(/本页没有补正意见，已锁定/)).toBeDefined();
    expect(screen.queryByRole("button", { name: "保存" })).toBeNull();
    expect(screen.queryByRole("textbox")).toBeNull();
    const [open] = screen.getAllByRole("link", { name: /^技术负责人/ });
    expect(open?.textContent).toContain("需补正 1");
    expect(screen.getAllByRole("link", { name: /^安全负责人/ })[0]?.textContent).toContain("已锁定");
  });

  it("意见没答复时【重新提交】挡住并说明；答复之后可以", async () => {
    const { unmount } = renderSection({ section: SECTION, facts: correction() });
    expect(press("重新提交").getAttribute("aria-disabled")).toBe("true");
    expect(screen.getByText("还有 1 条必须修改的意见没有勾选“已修改”")).toBeDefined();
    unmount();
    const { user } = renderSection({ section: SECTION, facts: correction(true) });
    await user.click(screen.getByLabelText("本单位对材料真实性负责"));
    expect(press("重新提交").getAttribute("aria-disabled")).toBeNull();
  });
});

describe("已提交", () => {
  it("各页只读，说明内容不能再改", () => {
    renderSection({ section: "technical-lead", facts: facts({}, { state: "submitted", stateWord: "待形审", openSections: "none", actions: [] }) });
    expect(screen.getByText("申请待形审，内容不能再改。")).toBeDefined();
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(screen.getByText("职称证书编号")).toBeDefined();
  });
});
