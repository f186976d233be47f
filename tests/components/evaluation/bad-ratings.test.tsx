import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { BadRatingTable } from "@/components/evaluation/bad-ratings/BadRatingTable";
import { HandlingBar } from "@/components/evaluation/bad-ratings/HandlingBar";
import { HandlingDaysSetting } from "@/components/evaluation/bad-ratings/HandlingDaysSetting";
import { RatingAnswerPanel } from "@/components/evaluation/bad-ratings/RatingAnswerPanel";
import { HandlingPanel, PastPanel, RatingPanel } from "@/components/evaluation/bad-ratings/RatingFacts";
import type { Handle, LookUp } from "@/components/evaluation/bad-ratings/types";
import { done, refusing } from "../account/replies";
import type { BadRatingView } from "@/lib/evaluation/bad-ratings/views";

const refresh = vi.hoisted(() => vi.fn());
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh, push: vi.fn() }) }));
beforeEach(() => refresh.mockClear());

const view = (changes: Partial<BadRatingView> = {}): BadRatingView => ({
  id: "b1", number: "NEEB-2026-000001", matter: "许可证新申请", level: 2, levelWord: "不满意", channelWord: "待办一事一评", reason: "没有提供材料清单；补了两次", rater: "董**", assignee: "", state: "new",
  stateWord: "待分派", due: { word: "逾期 1 个工作日", tone: "red", note: "11-20" }, ratedAt: "2026-11-19T01:20:00Z", closedAt: "", revision: 4, caseId: "c1", options: ["没有提供材料清单"],
  comment: "补了两次", named: true, office: "东北监管局", verdictWord: "", complex: false, rectifyDueOn: "2026-11-26", rectifiedText: "", answer: "", answeredAt: "", callBackWord: "", appealWord: "",
  appealReason: "", undecidable: "", steps: [], waitsFor: "由好差评管理员办理，期限 2026年11月20日",
  history: [{ id: "h1", at: "2026-11-20T01:20:00Z", who: "系统", word: "已提醒", note: "分派已逾期" }],
  offers: [{ action: "assign", label: "分派", needs: [], tone: "primary" }],
  assignable: [{ id: "p1", name: "赵受理", posts: "受理岗", handled: true }, { id: "p2", name: "钱审查", posts: "审查岗", handled: false }], mayLookUpPhone: false, ...changes,
});

const handled = () => vi.fn<Handle>(() => Promise.resolve({ ok: true, value: { state: "assigned" } }));
const refused = (code: string, message: string, fields: Record<string, string> = {}) => vi.fn<Handle>(() => Promise.resolve({ ok: false, code, message, fields }));
const looked = () => vi.fn<LookUp>(() => Promise.resolve({ ok: true, value: { phone: "13500000001" } }));
const bar = (changes: Partial<BadRatingView> = {}, handle: Handle = handled(), lookUp: LookUp = looked()) => render(<HandlingBar view={view(changes)} handle={handle} lookUp={lookUp} />);
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

describe("差评办理", () => {
  it("L-6-10 逾期的用字与图标标出，整行也标；姓名遮盖", () => {
    render(<BadRatingTable rows={[view()]} caption="差评" />);
    const row = screen.getByRole("row", { name: /许可证新申请/ });
    expect(within(row).getByText(/逾期 1 个工作日/)).toBeTruthy();
    expect(row.className).toContain("bad-row");
    expect(within(row).getByText("董**")).toBeTruthy();
    expect(within(row).getByRole("link").getAttribute("href")).toBe("/admin/evaluations/bad/b1");
  });

  it("L-6-10 办过这件业务的人先选好；办理带上修订号与幂等键，办成后刷新", async () => {
    const handle = handled();
    bar({}, handle);
    press("分派");
    const person = screen.getByLabelText(/办理人/) as HTMLSelectElement;
    expect([person.value, person.selectedOptions[0]?.textContent]).toEqual(["p1", "赵受理（受理岗，办理过这件业务）"]);
    press("确定分派");
    await waitFor(() => expect(handle).toHaveBeenCalledWith(expect.objectContaining({ badRatingId: "b1", action: "assign", revision: 4, assigneeId: "p1", idempotencyKey: expect.stringMatching(/^[0-9a-f-]{36}$/) })));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(refresh).toHaveBeenCalled();
    expect(screen.getByText("已办理“分派”。")).toBeTruthy();
  });

  it("L-6-10 缺的写在各项旁边，没有送出；关掉再打开，写过的还在", async () => {
    const handle = handled();
    bar({ state: "assigned", offers: [{ action: "verify", label: "核实", needs: ["opinion"], tone: "primary" }], assignable: [] }, handle);
    press("核实");
    fireEvent.change(screen.getByLabelText(/核实情况/), { target: { value: "查了监控" } });
    press("确定核实");
    expect(screen.getByText("请选择核实结论")).toBeTruthy();
    expect(handle).not.toHaveBeenCalled();
    press("取消");
    press("核实");
    expect((screen.getByLabelText(/核实情况/) as HTMLTextAreaElement).value).toBe("查了监控");
    fireEvent.click(screen.getByRole("radio", { name: "合理" }));
    fireEvent.click(screen.getByRole("checkbox", { name: /情况复杂/ }));
    press("确定核实");
    await waitFor(() => expect(handle).toHaveBeenCalledWith(expect.objectContaining({ action: "verify", verdict: "reasonable", complex: true, text: "查了监控" })));
  });

  it("L-6-10 别人先办了：说明是谁，写过的不丢，页面随即更新", async () => {
    bar({}, refused("conflict", "周评价已于2026年11月22日 10:20办理“分派”，现为“待核实”，请刷新后再办"));
    press("分派");
    fireEvent.change(screen.getByLabelText(/分派说明/), { target: { value: "请尽快" } });
    press("确定分派");
    expect(await screen.findByText(/周评价已于/)).toBeTruthy();
    expect((screen.getByLabelText(/分派说明/) as HTMLTextAreaElement).value).toBe("请尽快");
    expect(refresh).toHaveBeenCalled();
  });

  it("L-6-10 职责分离不能办的，按钮说明为什么，按了也不开", () => {
    bar({ offers: [{ action: "exclude", label: "排除这条评价", needs: ["reason"], tone: "danger", blockedBy: "您已办理过本案的前一环节，按职责分离须由他人办理" }] });
    press("排除这条评价");
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(screen.getByText(/按职责分离须由他人办理/)).toBeTruthy();
  });

  it("L-6-10 没有别人可以复核的，申诉之前就说，按钮下与表单里都有", () => {
    const undecidable = "本机构没有别的好差评管理员可以复核这件申诉，没有人复核的只能撤回";
    bar({ state: "verified", undecidable, offers: [{ action: "appeal", label: "提出申诉", needs: ["reason"], tone: "primary" }] });
    expect(screen.getByText(new RegExp(undecidable))).toBeTruthy();
    press("提出申诉");
    expect(within(screen.getByRole("dialog")).getByText(new RegExp(undecidable))).toBeTruthy();
  });

  it("L-6-10 回访不满意的，不写理由办不结", () => {
    const handle = handled();
    bar({ state: "calledBack", offers: [{ action: "close", label: "办结", needs: ["reason"], tone: "plain" }] }, handle);
    press("办结");
    expect(screen.getByLabelText(/办结说明/).getAttribute("aria-required")).toBe("true");
    press("确定办结");
    expect(screen.getByText("评价人仍不满意，请写明办结的理由")).toBeTruthy();
    expect(handle).not.toHaveBeenCalled();
  });

  it("L-6-10 没有到回访没有查看电话；到了也须先写理由，看过关上就不再显示", async () => {
    const { unmount } = bar();
    expect(screen.queryByRole("button", { name: "查看电话" })).toBeNull();
    unmount();
    const lookUp = looked();
    bar({ mayLookUpPhone: true, offers: [] }, handled(), lookUp);
    press("查看电话");
    press("确定查看");
    expect(screen.getByText("请写明查看电话的理由")).toBeTruthy();
    expect(lookUp).not.toHaveBeenCalled();
    fireEvent.change(screen.getByLabelText(/查看理由/), { target: { value: "回访" } });
    press("确定查看");
    expect(await screen.findByText("13500000001")).toBeTruthy();
    expect(lookUp).toHaveBeenCalledWith({ badRatingId: "b1", reason: "回访" });
    fireEvent.click(screen.getAllByRole("button", { name: "关闭" }).at(-1) as HTMLElement);
    expect(screen.queryByText("13500000001")).toBeNull();
  });

  it("L-6-10 评价、办理与经过说全：留名的提示回访，提醒写在经过里", () => {
    render(<><RatingPanel view={view()} caseHref="/admin/applications/c1" /><HandlingPanel view={view({ verdictWord: "合理", assignee: "赵受理", complex: true })} /><PastPanel view={view()} /></>);
    expect(screen.getByText("董**（留名，办结前须回访）")).toBeTruthy();
    expect(screen.getByRole("link", { name: "NEEB-2026-000001" }).getAttribute("href")).toBe("/admin/applications/c1");
    expect(screen.getByText("合理，情况复杂")).toBeTruthy();
    expect(screen.getByText("2026年11月26日前")).toBeTruthy();
    expect(within(screen.getByRole("region", { name: "经过" })).getByText("已提醒")).toBeTruthy();
  });

  it("L-5.1.2-01 企业看得到答复；没有答复的说明正在办理，排除的说明不计入", () => {
    const { rerender } = render(<RatingAnswerPanel answer="" answeredAt="" excluded={false} />);
    expect(screen.getByText(/已转有关人员核实/)).toBeTruthy();
    rerender(<RatingAnswerPanel answer="已更正清单" answeredAt="2026-11-20T01:20:00Z" excluded />);
    expect(screen.getByText("已更正清单")).toBeTruthy();
    expect(screen.getByText(/不计入统计/)).toBeTruthy();
  });

  it("L-6-10 期限可以改，出处与起算写明；不对的写在旁边", async () => {
    const change = vi.fn(() => Promise.resolve({ ok: false as const, code: "invalid", message: "请填写 1 至 60 的整数", fields: { verify: "请填写 1 至 60 的整数" } }));
    render(<HandlingDaysSetting version="v1" change={change} fields={[{ key: "verify", label: "分派、核实", counted: "收到评价次日", days: 1, shipped: 1, source: "地方规定" }]} />);
    expect(screen.getByText(/收到评价次日起算；出厂值 1，地方规定/)).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>(/分派、核实/).maxLength, "不截短").toBe(-1);
    fireEvent.change(screen.getByLabelText(/分派、核实/), { target: { value: "1.5" } });
    press("保存");
    expect(await screen.findByText("请填写 1 至 60 的整数")).toBeTruthy();
    expect(change).toHaveBeenCalledWith({ version: "v1", days: { verify: "1.5" } });
    expect(screen.getByLabelText<HTMLInputElement>(/分派、核实/).value).toBe("1.5");
  });

  it("L-6-10 期限别人先改过：填的还在，按了才取最新的", async () => {
    const stale = "差评办理的期限刚被别人改过，您这次的改动没有生效";
    const change = refusing<{ version: string }>({ version: stale }, stale, "conflict");
    const field = { key: "verify", label: "分派、核实", counted: "收到评价次日", days: 1, shipped: 1, source: "地方规定" };
    const { rerender } = render(<HandlingDaysSetting version="v1" change={change} fields={[field]} />);
    const days = () => screen.getByLabelText<HTMLInputElement>(/分派、核实/);
    fireEvent.change(days(), { target: { value: "3" } });
    press("保存");
    expect((await screen.findByRole("status")).textContent).toContain(stale);
    rerender(<HandlingDaysSetting version="v2" change={change} fields={[{ ...field, days: 9 }]} />);
    expect(days().value, "没有按不换").toBe("3");
    press("放弃这次填写，看最新的");
    expect(days().value).toBe("9");
  });

  it("L-6-10 期限存过一次接着改：带着新的版次", async () => {
    const change = done({ version: "v2" });
    const saved = () => screen.findByText(/已保存差评办理的期限/);
    render(<HandlingDaysSetting version="v1" change={change} fields={[{ key: "verify", label: "分派、核实", counted: "收到评价次日", days: 1, shipped: 1, source: "地方规定" }]} />);
    press("保存");
    await saved();
    press("保存");
    await waitFor(() => expect(change).toHaveBeenCalledTimes(2));
    await saved();
    expect(change.mock.calls).toEqual(["v1", "v2"].map((version) => [{ version, days: { verify: "1" } }]));
  });
});
