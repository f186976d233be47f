import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { CaseDesk } from "@/components/review/CaseDesk";
import type { CaseActions } from "@/components/review/types";
import type { CaseView } from "@/lib/licensing/review-views";
import { asksOnLeave } from "../ui/leaving";
import { caseActions } from "./case-actions";
import { caseView, draftRemark, secondRound } from "./case-view";

const router = { push: vi.fn(), refresh: vi.fn() };
vi.mock("next/navigation", () => ({ useRouter: () => router, usePathname: () => "/admin/applications/1" }));

const refused = (code: string, message: string, fields: Record<string, string> = {}) => vi.fn(async () => ({ ok: false as const, code, message, fields }));

function show(changes: Partial<CaseView> = {}, actions = caseActions()) {
  render(<CaseDesk view={caseView(changes)} actions={actions} />);
  return { user: userEvent.setup(), actions };
}

beforeEach(() => vi.clearAllMocks());

describe("案件页", () => {
  it("L-6-03 一页看得到全部页签、表格的每一行、附件和自动核验，没有可填的控件", () => {
    show({ remarking: { allowed: false, reason: "" }, licenceNumber: "2-1-00042-2026", licence: { id: "l1", number: "2-1-00042-2026", state: "valid", stateWord: "有效", items: [], facts: [], people: [] } });
    expect(screen.getByRole("link", { name: "许可证 2-1-00042-2026" }).getAttribute("href")).toBe("/admin/licences/l1");
    expect(screen.getByRole("heading", { level: 1, name: "抚顺戊电力工程有限公司" })).toBeTruthy();
    for (const name of ["技术负责人", "电力相关技术人员", "意见", "自动核验", "经过"]) expect(screen.getByRole("heading", { level: 2, name })).toBeTruthy();
    const directory = screen.getAllByRole("navigation", { name: "案件目录" })[0] as HTMLElement;
    expect(within(directory).getAllByRole("link").map((link) => link.getAttribute("href"))).toEqual(["#section-technical-lead", "#section-technicians"]);
    expect(screen.getByText("第 1 行 王磊")).toBeTruthy();
    expect(screen.getByText("未上传")).toBeTruthy();
    expect(screen.getByText("技术人员总数").parentElement?.textContent).toContain("不符合：");
    expect(document.querySelectorAll("main input, textarea, select")).toHaveLength(0);
    expect(screen.queryByRole("button", { name: /^写意见/ })).toBeNull();
  });

  it("L-6-04 较上一轮的变化用字说：变更、原为、新增、减少；可以只看有变化", async () => {
    const { user } = show(secondRound);
    expect(screen.getAllByText("较第 1 次提交变更 2 项")).toHaveLength(2);
    expect(screen.getByText("原为 LN-1")).toBeTruthy();
    expect(screen.getByText("原为 旧照片.png")).toBeTruthy();
    expect(screen.getByText("第 3 行 周凯").textContent).toContain("减少");
    expect(screen.getByText("第 2 行 李强").closest("summary")?.textContent).toContain("新增");
    await user.click(screen.getAllByRole("checkbox", { name: "只看有变化" })[0] as HTMLElement);
    expect(screen.queryByText("赵明远")).toBeNull();
    expect(screen.queryByText("第 1 行 王磊")).toBeNull();
    expect(screen.getByText("LN-2")).toBeTruthy();
  });

  it("L-6-03 号码遮盖，按【显示完整号码】才问服务器要", async () => {
    const { user, actions } = show();
    expect(screen.getByText("210200********5554")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: /^显示完整号码/ }));
    expect(await screen.findByText("210200198003125554")).toBeTruthy();
    expect(actions.reveal).toHaveBeenCalledWith({ applicationId: caseView().applicationId, sectionKey: "technical-lead", field: "idNo" });
  });
});

describe("意见", () => {
  it("L-6-04 点笔写意见：级别、常用语，存为草稿；没写字的不送出；服务器不收的字还在", async () => {
    const { user, actions } = show({}, caseActions({ draftRemark: refused("conflict", "本案由他人承办，请先接办") }));
    await user.click(screen.getByRole("button", { name: "写意见：技术负责人 › 职称证书编号" }));
    const editor = screen.getByRole("form", { name: "写意见" });
    await user.click(within(editor).getByRole("button", { name: "存为草稿" }));
    expect(within(editor).getByText("请写明意见")).toBeTruthy();
    expect(actions.draftRemark).not.toHaveBeenCalled();
    await user.click(within(editor).getByRole("radio", { name: "提示" }));
    await user.click(within(editor).getByRole("button", { name: "与附件不一致，请核对" }));
    await user.click(within(editor).getByRole("button", { name: "存为草稿" }));
    expect(actions.draftRemark).toHaveBeenCalledWith({ applicationId: caseView().applicationId, sectionKey: "technical-lead", field: "titleCertNo", level: "hint", text: "与附件不一致，请核对。" });
    expect(await within(editor).findByText("本案由他人承办，请先接办")).toBeTruthy();
    expect((within(editor).getByLabelText("意见内容") as HTMLTextAreaElement).value).toBe("与附件不一致，请核对。");
  });

  it("L-6-04 粘贴的意见比限定的长：一个字不截，原样送去，退回的一句写在旁边", async () => {
    const { user, actions } = show({}, caseActions({ draftRemark: refused("invalid", "意见请不超过500字", { text: "意见请不超过500字" }) }));
    await user.click(screen.getByRole("button", { name: "写意见：技术负责人 › 职称证书编号" }));
    const area = screen.getByLabelText<HTMLTextAreaElement>("意见内容");
    await user.click(area);
    await user.paste("长".repeat(700));
    await user.click(screen.getByRole("button", { name: "存为草稿" }));
    expect(actions.draftRemark).toHaveBeenCalledWith(expect.objectContaining({ text: "长".repeat(700) }));
    expect(await screen.findByText("意见请不超过500字")).toBeTruthy();
    expect(area.value.length).toBe(700);
  });

  it("L-6-04 没有存的意见换一处写也还在；离开先问；没有存就办理的，先说出来", async () => {
    const { user } = show();
    const box = () => screen.getByRole("textbox", { name: "意见内容" });
    await user.click(screen.getByRole("button", { name: "写意见：技术负责人 › 职称证书编号" }));
    await user.type(box(), "编号看不清");
    await user.click(screen.getByRole("button", { name: "写意见：技术负责人" }));
    expect((box() as HTMLTextAreaElement).value).toBe("");
    await user.click(screen.getByRole("button", { name: "受理" }));
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(screen.getByText(/“技术负责人 › 职称证书编号”的意见还没有存为草稿/)).toBeTruthy();
    expect(asksOnLeave()).toBe(true);
    await user.click(within(screen.getByRole("dialog", { name: "离开这一页？" })).getByRole("button", { name: "留在本页" }));
    await user.click(within(screen.getByRole("list", { name: "没有存的意见" })).getByRole("button", { name: /^接着写/ }));
    expect((box() as HTMLTextAreaElement).value).toBe("编号看不清");
    await user.click(screen.getByRole("button", { name: "不要了" }));
    expect(screen.queryByText(/还没有存为草稿/)).toBeNull();
    await user.click(screen.getByRole("button", { name: "受理" }));
    expect(screen.getByRole("dialog")).toBeTruthy();
  });

  it("L-6-04 存着一处就去写另一处：存好了不把另一处关上", async () => {
    let arrive = (): void => undefined;
    const draftRemark = vi.fn(() => new Promise<never>((resolve) => (arrive = () => resolve({ ok: true, value: {} } as never))));
    const { user } = show({}, caseActions({ draftRemark }));
    const box = () => screen.getByRole("textbox", { name: "意见内容" });
    await user.click(screen.getByRole("button", { name: "写意见：技术负责人 › 职称证书编号" }));
    await user.type(box(), "编号看不清");
    await user.click(screen.getByRole("button", { name: "存为草稿" }));
    await user.click(screen.getByRole("button", { name: "写意见：技术负责人" }));
    await user.type(box(), "照片不清");
    arrive();
    await waitFor(() => expect(screen.queryByRole("list", { name: "没有存的意见" })).toBeNull());
    expect((box() as HTMLTextAreaElement).value).toBe("照片不清");
  });

  it("L-6-04 写着没有存，这时不能再写了（别人先办了）：没有存的可以不要，不再挡着办理", async () => {
    const { rerender } = render(<CaseDesk view={caseView()} actions={caseActions()} />);
    const user = userEvent.setup();
    await user.click(screen.getByRole("button", { name: "写意见：技术负责人" }));
    await user.type(screen.getByRole("textbox", { name: "意见内容" }), "看不清");
    await user.click(screen.getByRole("button", { name: "写意见：电力相关技术人员" }));
    rerender(<CaseDesk view={caseView({ remarking: { allowed: false, reason: "" } })} actions={caseActions()} />);
    const list = screen.getByRole("list", { name: "没有存的意见" });
    expect(within(list).queryByRole("button", { name: /^接着写/ })).toBeNull();
    await user.click(within(list).getByRole("button", { name: /^不要了/ }));
    await user.click(screen.getByRole("button", { name: "受理" }));
    expect(screen.getByRole("dialog")).toBeTruthy();
  });

  it("L-6-04 草稿说明企业看不到，可改可删；答复过的由形审人关闭", async () => {
    const answered = { ...draftRemark, id: "r2", field: "name", place: "技术负责人 › 姓名", state: "answered" as const, answer: "已更正" };
    const { user, actions } = show({ remarks: [draftRemark, answered] });
    expect(screen.getByText("1 条未发出，企业看不到")).toBeTruthy();
    expect(screen.getAllByText("企业答复：已更正").map((answer) => answer.closest("td, section")?.textContent?.slice(0, 3))).toEqual(["赵明远", "意见1"]);
    await user.click(screen.getByRole("button", { name: /^修改/ }));
    expect((screen.getByLabelText("意见内容") as HTMLTextAreaElement).value).toBe("与附件不一致");
    await user.click(screen.getByRole("button", { name: "存为草稿" }));
    expect(actions.updateRemark).toHaveBeenCalledWith({ remarkId: "r1", level: "must", text: "与附件不一致" });
    await user.click(screen.getByRole("button", { name: /^删除/ }));
    expect(actions.removeRemark).toHaveBeenCalledWith({ remarkId: "r1" });
    await user.click(screen.getByRole("button", { name: /^已解决，关闭/ }));
    expect(actions.resolveRemark).toHaveBeenCalledWith({ remarkId: "r2", resolved: true });
  });
});

describe("决定", () => {
  it("L-6-04 企业答了“已修改”而这一处没有变化的，说出来；改了的、写在整页上的不说，行上的照样", async () => {
    const at = { sectionKey: "technical-lead", level: "must", round: 1, author: "张敏", state: "answered", answer: "" } as const;
    show({ ...secondRound, remarks: [
      { ...at, id: "a", field: "name", place: "姓名", text: "与身份证不一致" },
      { ...at, id: "b", field: "titleCertNo", place: "职称证书编号", text: "看不清" },
      { ...at, id: "c", place: "技术负责人", text: "整页核对" },
      { ...at, sectionKey: "technicians", id: "d", rowId: "row-1", place: "第 1 行 王磊", text: "社保不清" },
      { ...at, sectionKey: "technicians", id: "e", rowId: "row-2", place: "第 2 行 李强", text: "少一个人" },
      { ...at, sectionKey: "technicians", id: "f", rowId: "row-9", gone: true, place: "第 9 行 赵六", text: "已经离职" },
    ] });
    const said = (text: string) => within(screen.getByRole("region", { name: "意见" })).getByText((_, item) => item?.tagName === "LI" && (item.textContent ?? "").includes(text)).textContent;
    for (const untouched of ["与身份证不一致", "社保不清"]) expect(said(untouched)).toContain("企业答复：已修改（与上一次提交相比，这一处没有变化）");
    for (const changed of ["看不清", "整页核对", "少一个人", "已经离职"]) expect(said(changed)).not.toContain("没有变化");
  });

  it("L-6-04 不能按的说明理由；要理由和依据的，不写不送出", async () => {
    const { user, actions } = show();
    const blocked = screen.getByRole("button", { name: "退回补正" });
    expect(blocked.getAttribute("aria-disabled")).toBe("true");
    expect(document.getElementById(blocked.getAttribute("aria-describedby") ?? "")?.textContent).toContain("请先写至少一条“必须修改”的意见");
    await user.click(blocked);
    expect(screen.queryByRole("dialog")).toBeNull();
    await user.click(screen.getByRole("button", { name: "不予受理" }));
    const dialog = screen.getByRole("dialog");
    await user.click(within(dialog).getByRole("button", { name: "确定不予受理" }));
    expect(within(dialog).getByText("请写明理由")).toBeTruthy();
    expect(within(dialog).getByText("请选择或写明法律依据")).toBeTruthy();
    expect(actions.decide).not.toHaveBeenCalled();
    expect(dialog.querySelectorAll("datalist option").length).toBeGreaterThan(2);
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index), "标签只认得第一个同名的").toEqual([]);
    await user.type(within(dialog).getByLabelText(/^理由/), "不属于本机关职权");
    await user.type(within(dialog).getByLabelText(/^法律依据/), "行政许可法第三十二条");
    await user.click(within(dialog).getByRole("button", { name: "确定不予受理" }));
    expect(actions.decide).toHaveBeenCalledWith(expect.objectContaining({ action: "rejectIntake", revision: 2, reason: "不属于本机关职权", article: "行政许可法第三十二条" }));
    expect(await screen.findByText("已办理“不予受理”。")).toBeTruthy();
    expect(router.refresh).toHaveBeenCalled();
  });

  it("L-6-04 签发之前说清发出什么证，还有哪几项不符合，审查时也说；不予许可不问", async () => {
    const grant = { action: "grant", label: "准予许可", needs: [], tone: "primary" } as const;
    const refuse = { action: "refuse", label: "不予许可", needs: [], tone: "danger" } as const;
    const review = { action: "passReview", label: "提出审查意见", needs: [], tone: "primary" } as const;
    const { user } = show({
      state: "awaitingSignature", actions: [grant, refuse, review], granting: "发给新的许可证：承装四级，预计编号 2-1-00042-2026",
      live: [{ key: "v", outcome: "unmet", label: "现场核查（2026年11月20日）：机具设备不合格", detail: "缺仪器" }],
    });
    await user.click(screen.getByRole("button", { name: "准予许可" }));
    const dialog = screen.getByRole("dialog");
    expect(within(dialog).getByText(/预计编号 2-1-00042-2026/)).toBeTruthy();
    expect(within(dialog).getAllByRole("listitem").map((item) => item.textContent)).toEqual(["现场核查（2026年11月20日）：机具设备不合格：缺仪器", "技术人员总数：需 10，现有 2"]);
    await user.click(within(dialog).getByRole("button", { name: "取消" }));
    await user.click(screen.getByRole("button", { name: "不予许可" }));
    expect(within(screen.getByRole("dialog")).queryByRole("listitem")).toBeNull();
    expect(within(screen.getByRole("dialog")).queryByText(/预计编号/)).toBeNull();
    await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: "取消" }));
    await user.click(screen.getByRole("button", { name: "提出审查意见" }));
    expect(within(screen.getByRole("dialog")).getAllByRole("listitem")).toHaveLength(2);
  });

  it("L-4.1.7-11 容缺受理之前列出缺的材料，说清期限与逾期的后果", async () => {
    const { user, actions } = show({ deferred: ["技术负责人：职称证书"], actions: [{ action: "acceptConditionally", label: "容缺受理", needs: [], tone: "primary" }] });
    await user.click(screen.getByRole("button", { name: "容缺受理" }));
    const dialog = screen.getByRole("dialog", { name: "容缺受理" });
    expect(within(dialog).getByRole("listitem").textContent).toBe("技术负责人：职称证书");
    expect(dialog.textContent).toContain("10 个工作日内补齐下列材料；逾期由系统不予许可");
    await user.click(within(dialog).getByRole("button", { name: "确定容缺受理" }));
    expect(actions.decide).toHaveBeenCalledWith(expect.objectContaining({ action: "acceptConditionally" }));
  });

  it("L-6-04 网络断了再试，用的是同一个幂等键；别人先办了，说出是谁", async () => {
    const decide = vi.fn<CaseActions["decide"]>();
    decide.mockRejectedValueOnce(new Error("offline"));
    decide.mockResolvedValueOnce({ ok: false, code: "conflict", message: "刘洋已于2026年11月22日 14:30办理“受理”", fields: {} });
    const { user } = show({}, caseActions({ decide }));
    await user.click(screen.getByRole("button", { name: "受理" }));
    await user.click(screen.getByRole("button", { name: "确定受理" }));
    expect(await screen.findByText(/^没有办成，请检查网络/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "确定受理" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(screen.getByText(/^刘洋已于2026年11月22日/)).toBeTruthy();
    const keys = decide.mock.calls.map(([command]) => command.idempotencyKey);
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(keys[1]).toBe(keys[0]);
  });

  it("L-6-04 粘贴的理由、依据比限定的长：一个字不截，退回的写在各自的字段旁，写的还在", async () => {
    const faults = { reason: "理由请不超过1000字", article: "依据请不超过200字" };
    const { user, actions } = show({}, caseActions({ decide: refused("invalid", faults.reason, faults) }));
    await user.click(screen.getByRole("button", { name: "不予受理" }));
    const dialog = screen.getByRole("dialog");
    const written = { reason: "长".repeat(1001), article: "长".repeat(201) };
    for (const [label, text] of [[/^理由/, written.reason], [/^法律依据/, written.article]] as const) {
      await user.click(within(dialog).getByLabelText(label));
      await user.paste(text);
    }
    await user.click(within(dialog).getByRole("button", { name: "确定不予受理" }));
    expect(actions.decide).toHaveBeenCalledWith(expect.objectContaining(written));
    for (const words of Object.values(faults)) expect(await within(dialog).findByText(words, { selector: ".err span" })).toBeTruthy();
    expect(within(dialog).getByLabelText<HTMLTextAreaElement>(/^理由/).value.length).toBe(1001);
  });

  it("L-6-02 粘贴的接办理由比限定的长：一个字不截，退回的写在字段旁，问话不关", async () => {
    const { user, actions } = show({ holder: "刘洋", mine: false }, caseActions({ claim: refused("invalid", "理由请不超过200字", { takeOverReason: "理由请不超过200字" }) }));
    await user.click(screen.getByRole("button", { name: "接办" }));
    const dialog = screen.getByRole("dialog");
    await user.click(within(dialog).getByLabelText(/^接办的理由/));
    await user.paste("长".repeat(300));
    await user.click(within(dialog).getByRole("button", { name: "接办" }));
    expect(actions.claim).toHaveBeenCalledWith(expect.objectContaining({ takeOverReason: "长".repeat(300) }));
    expect(await within(dialog).findByText("理由请不超过200字", { selector: ".err span" })).toBeTruthy();
  });

  it("L-6-02 未领取的可领取；别人承办的须写理由接办；不归本岗位的不出现", async () => {
    const { user, actions } = show({ holder: "刘洋", mine: false });
    await user.click(screen.getByRole("button", { name: "接办" }));
    const dialog = screen.getByRole("dialog", { name: "本案由刘洋承办" });
    await user.click(within(dialog).getByRole("button", { name: "接办" }));
    expect(within(dialog).getByText("请写明接办的理由")).toBeTruthy();
    expect(actions.claim).not.toHaveBeenCalled();
    await user.type(within(dialog).getByLabelText(/^接办的理由/), "休假代办");
    await user.click(within(dialog).getByRole("button", { name: "接办" }));
    expect(actions.claim).toHaveBeenCalledWith({ applicationId: caseView().applicationId, takeOverReason: "休假代办" });
  });

  it("L-6-02 未领取时按一下即领取；别的岗位只看", async () => {
    const { user, actions } = show({ holder: "", mine: false });
    await user.click(screen.getByRole("button", { name: "领取" }));
    expect(actions.claim).toHaveBeenCalledWith({ applicationId: caseView().applicationId });
  });

  it("L-6-04 退回补正的按钮说清发出几条：草稿和未解决的，已解决的不算", async () => {
    const returning = { action: "returnForCorrection" as const, label: "退回补正", needs: ["remarks" as const], tone: "plain" as const };
    const { user, actions } = show({ actions: [returning], remarks: [draftRemark, { ...draftRemark, id: "r2", state: "answered" }, { ...draftRemark, id: "r3", state: "resolved" }] });
    await user.click(screen.getByRole("button", { name: "退回补正（2 条意见）" }));
    expect(screen.getByText(/^将 2 条意见一次发给企业.*15 个工作日/)).toBeTruthy();
    expect(within(screen.getByRole("dialog")).getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual(Array(2).fill("技术负责人 › 职称证书编号：与附件不一致"));
    await user.click(screen.getByRole("button", { name: "确定退回补正" }));
    expect(actions.decide).toHaveBeenCalledWith(expect.objectContaining({ action: "returnForCorrection" }));
  });

  it("L-6-04 没有可办的动作时说出来，没有领取", () => {
    show({ holder: "", mine: false, claimable: false, actions: [] });
    expect(screen.queryByRole("button", { name: "领取" })).toBeNull();
    expect(screen.getByText("本案现在没有您可以办理的动作。")).toBeTruthy();
  });
});
