import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Reply } from "@/components/account/reply";
import { CreditRegister } from "@/components/registers/CreditRegister";
import { Institutions } from "@/components/registers/Institutions";
import { RestrictionRegister } from "@/components/registers/RestrictionRegister";
import { PilotAreas } from "@/components/registers/PilotAreas";
import { refusing } from "../account/replies";
import { lateAnswer } from "../late-answer";
import type { RestrictionRow } from "@/lib/licensing/restrictions";
import type { CreditImport, CreditRecordRow } from "@/lib/licensing/procedures/credit-views";

const refresh = vi.hoisted(() => vi.fn());
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh }) }));
beforeEach(() => refresh.mockClear());

const row: CreditRecordRow = {
  uscc: "91210102XFAKE501XR", name: "沈阳甲电力工程有限公司", grade: "good", gradeWord: "信用良好", pilotZone: true, commitmentRegion: false, deferralDefaults: ["2026-03-01"],
  restrictions: [{ id: "r1", kindWord: "不得容缺受理", fromOn: "2026-01-01", untilOn: "2028-01-01", reason: "未按时提交", active: true }], updatedAt: "2026-11-22T01:00:00Z", updatedBy: "孙管理", version: "v1",
};
const done = <T,>(value: T) => Promise.resolve({ ok: true as const, value });
const importOf = (result: CreditImport) => vi.fn((_command: { file: File; apply: boolean }) => done(result));

describe("信用登记", () => {
  it("L-6-08 列出等级、试点、失信与限制期；修改后说明并刷新，错处在字段旁", async () => {
    const save = vi.fn<(command: unknown) => ReturnType<typeof done<unknown>> | Promise<{ ok: false; code: string; message: string; fields: Record<string, string> }>>();
    save.mockResolvedValueOnce({ ok: false, code: "invalid", message: "请核对日期", fields: { deferralDefaults: "请写 2026-03-01 这样的日期" } }).mockResolvedValueOnce({ ok: true, value: undefined });
    render(<CreditRegister rows={[row]} caption="信用登记" save={save as never} importFile={importOf({ applied: false, added: 0, changed: 0, faults: [] })} />);
    const line = screen.getAllByRole("row")[1];
    for (const word of ["信用良好", "自贸区", "容缺失信：2026年3月1日", "不得容缺受理至2028年1月1日：未按时提交"]) expect(line?.textContent).toContain(word);
    fireEvent.click(screen.getByRole("button", { name: /修改/ }));
    const dialog = screen.getByRole("dialog", { name: "修改信用登记" });
    fireEvent.change(within(dialog).getByLabelText(/信用等级/), { target: { value: "untrustworthy" } });
    fireEvent.click(within(dialog).getByRole("button", { name: "保存" }));
    await waitFor(() => expect(within(dialog).getAllByText("请写 2026-03-01 这样的日期").length).toBeGreaterThan(0));
    fireEvent.click(within(dialog).getByRole("button", { name: "保存" }));
    await waitFor(() => expect(screen.getByRole("status").textContent).toContain("信用登记已保存"));
    expect(save).toHaveBeenLastCalledWith({ uscc: row.uscc, version: "v1", grade: "untrustworthy", pilotZone: true, commitmentRegion: false, deferralDefaults: "2026-03-01" });
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it("L-6-08 登记已经登记过的：写在代码旁，给出修改的链接；别人先改过的另说，按了才取最新的", async () => {
    const stale = `${row.uscc} 的信用登记刚被别人改过，您这次的改动没有生效`;
    const known = "这个代码已经登记，请改原来的登记";
    const save = refusing<undefined>({ uscc: known }, known, "conflict");
    render(<CreditRegister rows={[row]} caption="信用登记" save={save} importFile={importOf({ applied: false, added: 0, changed: 0, faults: [] })} />);
    fireEvent.click(screen.getByRole("button", { name: "登记一家" }));
    fireEvent.change(within(screen.getByRole("dialog")).getByLabelText(/统一社会信用代码/), { target: { value: row.uscc } });
    fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "保存" }));
    const link = await within(screen.getByRole("dialog")).findByRole("link", { name: "修改" });
    expect(link.getAttribute("href")).toBe(`/admin/credit?q=${row.uscc}`);
    expect(save).toHaveBeenLastCalledWith(expect.objectContaining({ uscc: row.uscc, version: null, grade: "" }));
    fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "取消" }));
    save.mockImplementation(refusing({ version: stale }, stale, "conflict"));
    fireEvent.click(screen.getByRole("button", { name: /^修改/ }));
    fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "保存" }));
    expect((await within(screen.getByRole("dialog")).findByRole("status")).textContent).toContain(stale);
    expect(within(screen.getByRole("dialog")).queryByRole("alert"), "不说成填错").toBeNull();
    fireEvent.click(screen.getByRole("button", { name: /看最新的/ }));
    expect(refresh).toHaveBeenCalledTimes(1);
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("L-6-08 导入先检查：有错逐行列出而不写入，没有错才出现【导入】", async () => {
    const importFile = importOf({ applied: false, added: 1, changed: 0, faults: [{ line: 3, column: "信用等级", reason: "请写信用良好等之一", value: "极好" }] });
    render(<CreditRegister rows={[]} caption="信用登记" save={() => done(undefined)} importFile={importFile} />);
    fireEvent.click(screen.getByRole("button", { name: "导入 CSV" }));
    const dialog = screen.getByRole("dialog", { name: "导入信用登记" });
    fireEvent.click(within(dialog).getByRole("button", { name: "检查" }));
    expect(within(dialog).getByText("请先选取 CSV 文件")).toBeTruthy();
    fireEvent.change(within(dialog).getByLabelText("选取文件：信用登记 CSV"), { target: { files: [new File(["x"], "信用.csv")] } });
    fireEvent.click(within(dialog).getByRole("button", { name: "检查" }));
    expect(await within(dialog).findByText("第 3 行")).toBeTruthy();
    expect(within(dialog).queryByRole("button", { name: "导入" })).toBeNull();
    importFile.mockImplementation(({ apply }) => done({ applied: apply, added: 1, changed: 2, faults: [] }));
    fireEvent.click(within(dialog).getByRole("button", { name: "检查" }));
    fireEvent.click(await within(dialog).findByRole("button", { name: "导入" }));
    await waitFor(() => expect(screen.getByRole("status").textContent).toContain("新增 1 家，改写 2 家"));
  });
});

/** 办完还要等列表换成新的，按钮才能再按。 */
const freed = (name: RegExp) => waitFor(() => expect(screen.getByRole("button", { name }).getAttribute("aria-disabled")).toBeNull());

describe("正在办的时候", () => {
  const closeOf = (dialog: HTMLElement) => {
    for (const name of ["取消", "关闭"]) fireEvent.click(within(dialog).getByRole("button", { name }));
    fireEvent(dialog, new Event("cancel", { cancelable: true }));
  };

  it("L-6-08 检查没有答复之前不能换文件、关上；答的是送去检查的那一份", async () => {
    const answer = lateAnswer<Reply<CreditImport>>();
    const importFile = importOf({ applied: true, added: 1, changed: 0, faults: [] }).mockReturnValueOnce(answer.promise as never);
    render(<CreditRegister rows={[]} caption="信用登记" save={() => done(undefined)} importFile={importFile} />);
    fireEvent.click(screen.getByRole("button", { name: "导入 CSV" }));
    const dialog = screen.getByRole("dialog");
    const picker = within(dialog).getByLabelText("选取文件：信用登记 CSV");
    fireEvent.change(picker, { target: { files: [new File(["x"], "信用.csv")] } });
    fireEvent.click(within(dialog).getByRole("button", { name: "检查" }));
    expect(picker.closest("[inert]"), "换不了文件").not.toBeNull();
    closeOf(dialog);
    expect(screen.queryByRole("dialog")).toBe(dialog);
    answer.arrive({ ok: true, value: { applied: false, added: 1, changed: 0, faults: [] } });
    expect(await within(dialog).findByRole("button", { name: "导入" })).toBeTruthy();
    expect(picker.closest("[inert]")).toBeNull();
  });

  it("L-6-08 保存信用登记没有答复之前关不上，答复不落到另一张表上", async () => {
    const answer = lateAnswer<Reply<undefined>>();
    render(<CreditRegister rows={[row]} caption="信用登记" save={() => answer.promise} importFile={importOf({ applied: false, added: 0, changed: 0, faults: [] })} />);
    fireEvent.click(screen.getByRole("button", { name: /^修改/ }));
    const dialog = screen.getByRole("dialog");
    fireEvent.click(within(dialog).getByRole("button", { name: "保存" }));
    closeOf(dialog);
    expect(screen.queryByRole("dialog")).toBe(dialog);
    answer.arrive({ ok: true, value: undefined });
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("L-4.3.0-02 登记情形没有答复之前关不上", async () => {
    const answer = lateAnswer<Reply<{ untilOn: string }>>();
    render(<RestrictionRegister rows={[]} caption="限制期" record={() => answer.promise} revoke={() => done(undefined)} />);
    fireEvent.click(screen.getByRole("button", { name: "登记情形" }));
    const dialog = screen.getByRole("dialog");
    fireEvent.click(within(dialog).getByRole("button", { name: "登记" }));
    closeOf(dialog);
    expect(screen.queryByRole("dialog")).toBe(dialog);
    answer.arrive({ ok: true, value: { untilOn: "2027-03-01" } });
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("L-6-09 移除地区、列入地区按两下只送一次，等的时候地区不能再选", async () => {
    const answer = lateAnswer<Reply<undefined>>();
    const [add, remove] = [vi.fn((_command: unknown) => done(undefined)), vi.fn((_command: unknown) => answer.promise)];
    render(<PilotAreas kind="freeTradeZone" areas={[{ id: "p1", kind: "freeTradeZone", regionCode: "2101", regionName: "辽宁省/沈阳市" }]} add={add} remove={remove} />);
    fireEvent.click(screen.getByRole("button", { name: /^移除/ }));
    fireEvent.click(screen.getByRole("button", { name: /^移除/ }));
    fireEvent.submit(screen.getByRole("form"));
    expect(screen.getByLabelText("省").closest("[inert]")).not.toBeNull();
    answer.arrive({ ok: true, value: undefined });
    await screen.findByText("辽宁省/沈阳市不再列入自贸区试点范围");
    expect([remove.mock.calls.length, add.mock.calls.length]).toEqual([1, 0]);
    await waitFor(() => expect(screen.getByLabelText("省").closest("[inert]")).toBeNull());
  });

  it("L-6-09 列为机构按两下只送一次，等的时候两栏不能改；移除确认两下也只一次", async () => {
    const [added, removed] = [lateAnswer<Reply<{ created: boolean }>>(), lateAnswer<Reply<undefined>>()];
    const [add, remove] = [vi.fn((_command: unknown) => added.promise), vi.fn((_command: unknown) => removed.promise)];
    render(<Institutions rows={[{ id: "i1", name: "辽宁集团", uscc: "X", officeName: "东北监管局", subordinates: 2 }]} caption="机构" add={add} remove={remove} />);
    const name = screen.getByLabelText<HTMLInputElement>(/机构名称/);
    fireEvent.change(name, { target: { value: "吉林集团" } });
    fireEvent.submit(screen.getByRole("form"));
    fireEvent.submit(screen.getByRole("form"));
    expect([name.readOnly, screen.getByLabelText<HTMLInputElement>(/统一社会信用代码/).readOnly]).toEqual([true, true]);
    added.arrive({ ok: true, value: { created: false } });
    await screen.findByText("吉林集团已列为机构");
    expect(add).toHaveBeenCalledOnce();
    expect([name.readOnly, name.value]).toEqual([false, ""]);
    await freed(/移除/);
    fireEvent.click(screen.getByRole("button", { name: /移除/ }));
    const sure = within(screen.getByRole("dialog")).getByRole("button", { name: "移除" });
    fireEvent.click(sure);
    fireEvent.click(sure);
    removed.arrive({ ok: true, value: undefined });
    await screen.findByText("辽宁集团不再是机构");
    expect(remove).toHaveBeenCalledOnce();
  });
});

describe("试点范围与机构", () => {
  it("L-6-09 没有选地区不能列入；移除一个地区", async () => {
    const [add, remove] = [vi.fn((_command: unknown) => done(undefined)), vi.fn((_command: unknown) => done(undefined))];
    render(<PilotAreas kind="freeTradeZone" areas={[{ id: "p1", kind: "freeTradeZone", regionCode: "2101", regionName: "辽宁省/沈阳市" }]} add={add} remove={remove} />);
    fireEvent.click(screen.getByRole("button", { name: "列入" }));
    expect(await screen.findByText("请选择省、市或区（县）")).toBeTruthy();
    expect(add).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole("button", { name: /^移除/ }));
    await waitFor(() => expect(remove).toHaveBeenCalledWith({ id: "p1" }));
    expect((await screen.findByRole("status")).textContent).toContain("辽宁省/沈阳市不再列入自贸区试点范围");
  });

  it("L-6-09 列为机构，移除前先确认", async () => {
    const add = vi.fn((_command: { name: string; uscc: string }) => done({ created: false }));
    const remove = vi.fn((_command: { id: string }) => done(undefined));
    render(<Institutions rows={[{ id: "i1", name: "辽宁集团", uscc: "X", officeName: "东北监管局", subordinates: 2 }]} caption="机构" add={add} remove={remove} />);
    const form = screen.getByRole("form", { name: "列入机构" });
    fireEvent.change(within(form).getByLabelText(/机构名称/), { target: { value: "吉林集团" } });
    fireEvent.change(within(form).getByLabelText(/统一社会信用代码/), { target: { value: "91210102XFAKE601XF" } });
    fireEvent.click(within(form).getByRole("button", { name: "列为机构" }));
    await waitFor(() => expect(add).toHaveBeenCalledWith({ name: "吉林集团", uscc: "91210102XFAKE601XF" }));
    await screen.findByText("吉林集团已列为机构");
    await freed(/移除/);
    fireEvent.click(screen.getByRole("button", { name: /移除/ }));
    const dialog = screen.getByRole("dialog", { name: "移除机构" });
    expect(dialog.textContent).toContain("2 家企业不变");
    expect(remove).not.toHaveBeenCalled();
    fireEvent.click(within(dialog).getByRole("button", { name: "移除" }));
    await waitFor(() => expect(remove).toHaveBeenCalledWith({ id: "i1" }));
  });
});

describe("限制期", () => {
  const bar: RestrictionRow = {
    id: "b1", uscc: "91210102XFAKE501XR", enterprise: "沈阳甲电力工程有限公司", kind: "upgrade", kindWord: "不得升级增项", reason: "发生重大以上质量责任事故", fromOn: "2026-03-01", untilOn: "2027-03-01",
    state: "active", origin: "孙管理", note: "东北监管〔2026〕罚字3号", revocable: true,
  };
  const fromCase: RestrictionRow = { ...bar, id: "b2", kind: "deferral", kindWord: "不得容缺受理", reason: "没有按时补齐", origin: "申请 NEEB-2026-000001，系统", note: "", revocable: false };

  it("L-4.3.0-02 情形任选一种登记，限制到哪天随日期算出；错处在字段旁，填的不丢", async () => {
    const record = vi.fn((_command: unknown): Promise<never> => Promise.resolve({ ok: false, code: "invalid", message: "没有找到这家企业", fields: { note: "请写明依据", uscc: "没有找到这家企业" } } as never));
    render(<RestrictionRegister rows={[]} caption="限制期" record={record} revoke={() => done(undefined)} />);
    fireEvent.click(screen.getByRole("button", { name: "登记情形" }));
    const dialog = within(screen.getByRole("dialog"));
    expect(dialog.getAllByRole("radio")).toHaveLength(7);
    fireEvent.change(dialog.getByLabelText(/统一社会信用代码/), { target: { value: bar.uscc } });
    fireEvent.click(dialog.getByRole("radio", { name: "发生重大以上质量责任事故" }));
    fireEvent.change(dialog.getByLabelText(/^发生日期/), { target: { value: "2026-03-01" } });
    expect(dialog.getByText("限制到2027年3月1日")).toBeTruthy();
    fireEvent.change(dialog.getByLabelText(/^依据/), { target: { value: bar.note } });
    fireEvent.click(dialog.getByRole("button", { name: "登记" }));
    await waitFor(() => expect(dialog.getAllByText("没有找到这家企业").length).toBeGreaterThan(0));
    expect(within(dialog.getByRole("alert")).getAllByRole("link").map(({ textContent }) => textContent), "照页上的次序").toEqual(["没有找到这家企业", "请写明依据"]);
    expect(record).toHaveBeenCalledWith({ uscc: bar.uscc, event: "quality", occurredOn: "2026-03-01", note: bar.note });
    record.mockImplementation(() => done({ untilOn: "2027-03-01" }) as never);
    fireEvent.click(dialog.getByRole("button", { name: "登记" }));
    await waitFor(() => expect(screen.getByRole("status").textContent).toContain("限制到2027年3月1日"));
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it("L-6-08 写明来历、依据、状态；由申请而来的只读，登记的可以撤回，须写理由", async () => {
    const revoke = vi.fn((_command: unknown) => done(undefined));
    render(<RestrictionRegister rows={[bar, fromCase]} caption="限制期" record={() => done({ untilOn: "" })} revoke={revoke} />);
    const [, first, second] = screen.getAllByRole("row");
    for (const word of ["不得升级增项", "依据：东北监管〔2026〕罚字3号", "2026年3月1日至2027年3月1日", "孙管理", "限制中"]) expect(first?.textContent).toContain(word);
    expect(second?.textContent).toContain("申请 NEEB-2026-000001，系统");
    expect(within(second as HTMLElement).queryByRole("button")).toBeNull();
    fireEvent.click(within(first as HTMLElement).getByRole("button", { name: /撤回/ }));
    const dialog = within(screen.getByRole("dialog"));
    fireEvent.change(dialog.getByLabelText(/撤回的理由/), { target: { value: "处罚决定已被撤销" } });
    fireEvent.click(dialog.getByRole("button", { name: "撤回" }));
    await waitFor(() => expect(revoke).toHaveBeenCalledWith({ id: "b1", reason: "处罚决定已被撤销" }));
    await waitFor(() => expect(screen.getByRole("status").textContent).toContain("已撤回"));
  });
});
