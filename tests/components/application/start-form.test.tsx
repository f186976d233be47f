import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { StartForm, type StartFormProps } from "@/components/application/StartForm";
import { dialogGroups } from "@/lib/licensing/procedures/dialog";
import type { OffersView, SpecialProcedure } from "@/lib/licensing/procedures/start";

const offer = { business: "new-licence", label: "许可证新申请", summary: "" } as const;
const ok = <T,>(value: T) => Promise.resolve({ ok: true as const, value });
const offersOf = (...codes: SpecialProcedure[]): OffersView => ({ state: codes.length > 0 ? "offered" : "none", groups: dialogGroups(codes), source: "本地信用登记" });

function open(view: OffersView, more: Partial<StartFormProps> = {}) {
  const start = vi.fn<StartFormProps["start"]>(() => ok(undefined));
  const listProcedures = vi.fn<StartFormProps["listProcedures"]>(() => ok(view));
  render(<StartForm offer={offer} start={start} listProcedures={listProcedures} {...more} />);
  return { start, listProcedures };
}
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
const dialog = () => screen.findByRole("dialog", { name: "许可证新申请：选择办理方式" });

describe("选择办理方式", () => {
  it.each([
    ["L-4.1.7-08 容缺申请", "conditionalAcceptance", "容缺申请", { business: "new-licence", procedure: "conditionalAcceptance" }],
    ["L-4.1.7-09 一般性申请", "conditionalAcceptance", "一般性申请", { business: "new-licence" }],
    ["L-4.1.8-06 确定", "freeTradeZone", "确定", { business: "new-licence", procedure: "freeTradeZone" }],
    ["L-4.1.8-06 按一般程序办理", "freeTradeZone", "按一般程序办理", { business: "new-licence" }],
    ["L-4.1.9-06 告知承诺制申请", "commitment", "告知承诺制申请", { business: "new-licence", procedure: "commitment" }],
    ["L-4.1.9-07 传统审批流程申请", "commitment", "传统审批流程申请", { business: "new-licence" }],
  ] as const)("%s：以所选的办理方式开始", async (_title, code, label, command) => {
    const { start } = open(offersOf(code));
    press("开始填写");
    fireEvent.click(within(await dialog()).getByRole("button", { name: label }));
    await waitFor(() => expect(start).toHaveBeenCalledWith(command));
  });

  it("L-4.1.8-07 取消只关闭提示框，什么都不开始", async () => {
    const { start } = open(offersOf("freeTradeZone"));
    press("开始填写");
    fireEvent.click(within(await dialog()).getByRole("button", { name: "取消" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(start).not.toHaveBeenCalled();
  });

  it("L-4.1.7-06 接口答得慢的时候说明正在核实，答了就收回", async () => {
    let answer: (outcome: Awaited<ReturnType<StartFormProps["listProcedures"]>>) => void = () => undefined;
    open(offersOf(), { listProcedures: () => new Promise((resolve) => (answer = resolve)), asked: true });
    await screen.findByText("正在核实可以使用的办理方式，最多十秒…");
    answer({ ok: true, value: offersOf() });
    await waitFor(() => expect(screen.queryByText(/正在核实/)).toBeNull());
  });

  it("L-4.1.7-10 没有适用的不提示，直接按一般程序开始", async () => {
    const { start } = open(offersOf());
    press("开始填写");
    await waitFor(() => expect(start).toHaveBeenCalledWith({ business: "new-licence" }));
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("L-4.1.7-12 在限制期内的：对话框说到哪天为止，没有别的可选时只有按一般程序办理与取消", async () => {
    const bar = "容缺受理：贵单位曾申请容缺受理而没有按时提交容缺材料，2028年5月6日以前（含当日）不能使用。";
    const { start } = open({ ...offersOf(), state: "offered", bars: [bar] });
    press("开始填写");
    const shown = await dialog();
    expect(shown.textContent).toContain(bar);
    expect(within(shown).queryByRole("button", { name: "容缺申请" })).toBeNull();
    expect(within(shown).getByRole("button", { name: "取消" })).toBeDefined();
    fireEvent.click(within(shown).getByRole("button", { name: "按一般程序办理" }));
    await waitFor(() => expect(start).toHaveBeenCalledWith({ business: "new-licence" }));
  });

  it("L-4.1.7-06 L-4.1.8-04 L-4.1.9-04 从业务菜单点进来即问信用接口：有可选的提示，没有的不动", async () => {
    const { listProcedures } = open(offersOf("freeTradeZone", "conditionalAcceptance"), { asked: true });
    expect(within(await dialog()).getAllByRole("heading", { level: 3 }).map((one) => one.textContent)).toEqual(["自贸区", "容缺受理"]);
    expect(listProcedures).toHaveBeenCalledTimes(1);
  });

  it("从业务菜单点进来而没有可选的，不会自己开始", async () => {
    const { start, listProcedures } = open(offersOf(), { asked: true });
    await waitFor(() => expect(listProcedures).toHaveBeenCalledTimes(1));
    expect(start).not.toHaveBeenCalled();
  });

  it("L-6-08 信用接口问不到：说明，并可按一般程序办理；先前的答复要注明", async () => {
    const { start } = open({ state: "unavailable", groups: [] });
    press("开始填写");
    await waitFor(() => expect(screen.getByRole("status").textContent).toContain("信用接口暂时没有答复"));
    press("按一般程序办理");
    await waitFor(() => expect(start).toHaveBeenCalledWith({ business: "new-licence" }));
  });

  it("用先前的答复时写明是什么时候的；开始被拒的说明原因", async () => {
    open({ ...offersOf("commitment"), cachedAt: "2026-11-22T01:00:00Z" }, { start: () => Promise.resolve({ ok: false, code: "conflict", message: "不符合承诺制的条件", issues: [], fields: {} }) });
    press("开始填写");
    expect((await dialog()).textContent).toContain("用的是11月22日 09:00的答复");
    press("告知承诺制申请");
    expect((await screen.findByRole("alert")).textContent).toContain("不符合承诺制的条件");
  });
});
