import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { CaseTasksPanel } from "@/components/site-visits/CaseTasksPanel";
import { OrderForm } from "@/components/site-visits/OrderForm";
import { Photos } from "@/components/site-visits/Photos";
import { RecordForm } from "@/components/site-visits/RecordForm";
import { Visit } from "@/components/site-visits/Visit";
import { VisitPanel } from "@/components/site-visits/VisitPanel";
import type { SiteVisitsView, SiteVisitView } from "@/lib/licensing/site-visit-views";
import { codesOf } from "@/lib/terms/option-map";
import { siteVisitItems } from "@/lib/terms/site-visits";
import { asksNoMore, asksOnLeave } from "../ui/leaving";

const refresh = vi.hoisted(() => vi.fn());
const router = vi.hoisted(() => ({ push: vi.fn(), replace: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => ({ ...router, refresh }) }));
beforeEach(() => vi.clearAllMocks());

const done = <T,>(value: T) => vi.fn(async () => ({ ok: true as const, value }));
const page: SiteVisitsView = {
  applicationId: "a1", number: "NEEB-2026-000001", enterprise: "沈阳甲电力工程有限公司", domicile: "沈阳市铁西区一号", business: "许可证新申请", revision: 3, today: "2026-11-22", visits: [],
  candidates: [{ id: "p1", name: "李审", posts: "审查岗" }, { id: "p2", name: "张敏", posts: "受理岗" }], mayOrder: true, obstacle: "",
};
const visit = (changes: Partial<SiteVisitView> = {}): SiteVisitView => ({
  id: "v1", applicationId: "a1", state: "planned", stateWord: "待核查", plannedOn: "2026-11-25", place: "沈阳市铁西区一号", officials: ["李审", "张敏"], revision: 2, pausesClock: false, orderedBy: "李审", orderedAt: "2026-11-22T02:00:00Z",
  visitedOn: "", findings: codesOf(siteVisitItems).map((item) => ({ item, label: siteVisitItems[item], resultWord: "", note: "" })), summary: "", attendee: "", recordedBy: "", recordedAt: "",
  signatures: [{ name: "李审", at: "" }, { name: "张敏", at: "" }], photos: [], closedAt: "", cancelReason: "", mayRecord: true, maySign: false, mayCancel: true, ...changes,
});
const actions = () => ({ order: done({}), record: done({ recordedAt: "2026-11-25T02:00:00.000Z" }), sign: done({}), cancel: done({}), removePhoto: done({}) });

describe("安排现场核查", () => {
  it("L-6-04 缺日期、事由，核查人员不足两名，逐项指出，不送出；地点先填住所", () => {
    const order = done({});
    render(<OrderForm view={page} order={order} />);
    expect((screen.getByLabelText(/^核查地点/) as HTMLInputElement).value).toBe("沈阳市铁西区一号");
    fireEvent.click(screen.getByLabelText("李审（审查岗）"));
    fireEvent.click(screen.getByRole("button", { name: "安排核查并通知企业" }));
    for (const words of ["请填写核查日期", "请选择至少 2 名核查人员", "请写明核查事由"]) expect(screen.getAllByText(words).length).toBeGreaterThan(0);
    expect(order).not.toHaveBeenCalled();
  });

  it("L-6-04 填了的日期不对，说怎样写，不说没有填；不送出", () => {
    const order = done({});
    render(<OrderForm view={page} order={order} />);
    for (const value of ["明天", "2026-02-31"]) {
      fireEvent.change(screen.getByLabelText(/^核查日期/), { target: { value } });
      fireEvent.click(screen.getByRole("button", { name: "安排核查并通知企业" }));
      expect(screen.getAllByText("请输入真实的日期，如 2026-03-01").length).toBeGreaterThan(0);
      expect(screen.queryByText("请填写核查日期")).toBeNull();
    }
    expect(order).not.toHaveBeenCalled();
  });

  it("L-6-04 错误摘要与第一栏之间有间隔", () => {
    render(<OrderForm view={page} order={done({})} />);
    fireEvent.click(screen.getByRole("button", { name: "安排核查并通知企业" }));
    expect(screen.getByRole("link", { name: "请填写核查日期" }).closest(".errsum")?.parentElement?.classList.contains("stack")).toBe(true);
  });

  it("L-6-04 两名人员、停表与否原样送出", async () => {
    const order = done({});
    render(<OrderForm view={page} order={order} />);
    fireEvent.change(screen.getByLabelText(/^核查日期/), { target: { value: "2026-11-25" } });
    for (const name of ["李审（审查岗）", "张敏（受理岗）"]) fireEvent.click(screen.getByLabelText(name));
    fireEvent.change(screen.getByLabelText(/^核查事由/), { target: { value: "核对机具" } });
    fireEvent.click(screen.getByLabelText(/不计入办结期限/));
    fireEvent.click(screen.getByRole("button", { name: "安排核查并通知企业" }));
    await waitFor(() => expect(order).toHaveBeenCalledWith(expect.objectContaining({ applicationId: "a1", plannedOn: "2026-11-25", officialIds: ["p1", "p2"], pausesClock: true, reason: "核对机具" })));
    expect(refresh).toHaveBeenCalled();
  });
});

describe("没有保存就离开", () => {
  it("L-6-04 安排写了一半，点别的链接、关闭页面都先问；安排好了不问", async () => {
    render(<OrderForm view={page} order={done({})} />);
    expect(asksOnLeave()).toBe(false);
    fireEvent.change(screen.getByLabelText(/^核查日期/), { target: { value: "2026-11-25" } });
    for (const name of ["李审（审查岗）", "张敏（受理岗）"]) fireEvent.click(screen.getByLabelText(name));
    fireEvent.change(screen.getByLabelText(/^核查事由/), { target: { value: "核对机具" } });
    expect(asksOnLeave()).toBe(true);
    fireEvent.click(screen.getByRole("button", { name: "留在本页" }));
    fireEvent.click(screen.getByRole("button", { name: "安排核查并通知企业" }));
    await waitFor(() => expect(refresh).toHaveBeenCalled());
    await asksNoMore();
  });

  it("L-6-04 记录写了一半也问；放弃的才走", async () => {
    render(<RecordForm visit={visit()} today="2026-11-25" record={done({ recordedAt: "2026-11-25T02:00:00.000Z" })} />);
    expect(asksOnLeave()).toBe(false);
    fireEvent.click(within(screen.getByRole("radiogroup", { name: /^机具设备/ })).getByLabelText("合格"));
    expect(asksOnLeave()).toBe(true);
    fireEvent.click(screen.getByRole("button", { name: "放弃修改" }));
    expect(router.replace).toHaveBeenCalledWith("/admin/elsewhere");
  });
});

describe("同事先存了记录", () => {
  const [first, second] = ["2026-11-25T02:00:00.000Z", "2026-11-25T03:00:00.000Z"];
  const conflict = { ok: false as const, code: "conflict", message: "核查记录刚被改过，请对照页上最新的记录再办", fields: {} };
  const theirs = (at: string) =>
    visit({ state: "recorded", recordedAt: at, recordedBy: "张敏", visitedOn: "2026-11-25", attendee: "赵经理", findings: codesOf(siteVisitItems).map((item) => ({ item, label: siteVisitItems[item], result: "passed" as const, resultWord: "合格", note: "" })) });
  const attendee = () => screen.getByLabelText<HTMLInputElement>(/^企业到场的人/);
  const save = () => fireEvent.click(screen.getByRole("button", { name: "保存记录" }));

  it("L-6-04 不用重新打开：填的都在，说谁何时存的，列出不同的再问一次，确认才以最新的为准替换", async () => {
    const record = vi.fn<(command: object) => Promise<typeof conflict | { ok: true; value: { recordedAt: string } }>>(async () => conflict);
    const { rerender } = render(<RecordForm visit={visit()} today="2026-11-25" record={record} />);
    fireEvent.change(attendee(), { target: { value: "王经理" } });
    save();
    await waitFor(() => expect(refresh).toHaveBeenCalledOnce());
    rerender(<RecordForm visit={theirs(first ?? "")} today="2026-11-25" record={record} />);
    expect(screen.getByText("张敏在11月25日 10:00保存了记录")).toBeTruthy();
    expect(attendee().value).toBe("王经理");
    expect(within(screen.getByRole("radiogroup", { name: /^机具设备/ })).getByLabelText<HTMLInputElement>("合格").checked).toBe(false);
    save();
    const question = () => screen.getByRole("dialog", { name: "替换张敏保存的记录？" });
    for (const words of ["企业到场的人：“赵经理”换成“王经理”", "机具设备：“合格”换成“未填”"]) expect(question().textContent).toContain(words);
    expect(record).toHaveBeenCalledOnce();
    fireEvent.click(within(question()).getByRole("button", { name: "用我填的替换" }));
    await waitFor(() => expect(record).toHaveBeenLastCalledWith(expect.objectContaining({ basedOn: first, attendee: "王经理" })));
    // 又有人存了一次：再换成最新的，再问
    await waitFor(() => expect(refresh).toHaveBeenCalledTimes(2));
    rerender(<RecordForm visit={theirs(second ?? "")} today="2026-11-25" record={record} />);
    record.mockResolvedValueOnce({ ok: true, value: { recordedAt: "2026-11-25T04:00:00.000Z" } });
    save();
    fireEvent.click(within(question()).getByRole("button", { name: "用我填的替换" }));
    await waitFor(() => expect(record).toHaveBeenLastCalledWith(expect.objectContaining({ basedOn: second, attendee: "王经理" })));
    await waitFor(() => expect(screen.queryByText(/保存了记录$/)).toBeNull());
    save();
    await waitFor(() => expect(record).toHaveBeenLastCalledWith(expect.objectContaining({ basedOn: "2026-11-25T04:00:00.000Z" })));
  });

  it("L-6-04 可以放弃自己填的，改用同事的一份；没有改过的表直接跟着走", async () => {
    const record = done({ recordedAt: second ?? "" });
    const { rerender } = render(<RecordForm visit={visit()} today="2026-11-25" record={record} />);
    fireEvent.change(attendee(), { target: { value: "王经理" } });
    rerender(<RecordForm visit={theirs(first ?? "")} today="2026-11-25" record={record} />);
    fireEvent.click(screen.getByRole("button", { name: "放弃我填的，改用这一份" }));
    expect(attendee().value).toBe("赵经理");
    rerender(<RecordForm visit={{ ...theirs(second ?? ""), attendee: "钱经理" }} today="2026-11-25" record={record} />);
    expect(attendee().value).toBe("钱经理");
    save();
    await waitFor(() => expect(record).toHaveBeenCalledWith(expect.objectContaining({ basedOn: second, attendee: "钱经理" })));
  });
});

describe("填到一半，这次核查取消了", () => {
  const ended = { ok: false as const, code: "conflict", message: "这次现场核查已经结束，不能再改", fields: {} };
  const cancelled = visit({ state: "cancelled", stateWord: "已取消", mayRecord: false, maySign: false, mayCancel: false, cancelReason: "企业停工" });
  const note = () => screen.getByLabelText<HTMLInputElement>(/^机具设备的情况/);

  it("L-6-04 填的都在、只读、可以复制，说没有保存；离开之前先问；不要了才收起", async () => {
    const record = vi.fn(async () => ended);
    const acts = { ...actions(), record };
    const { rerender, container } = render(<Visit visit={visit()} today="2026-11-25" actions={acts} />);
    fireEvent.change(note(), { target: { value: "绞磨机两台，铭牌齐全" } });
    fireEvent.click(within(screen.getByRole("radiogroup", { name: /^机具设备/ })).getByLabelText("合格"));
    fireEvent.click(screen.getByRole("button", { name: "保存记录" }));
    await waitFor(() => expect(refresh).toHaveBeenCalledOnce());
    rerender(<Visit visit={cancelled} today="2026-11-25" actions={acts} />);
    expect(screen.getByRole("status").textContent).toMatch(/这次核查已取消.*没有保存.*复制/);
    expect(container.textContent).toContain(ended.message);
    expect([note().value, note().readOnly, note().disabled]).toEqual(["绞磨机两台，铭牌齐全", true, false]);
    expect(within(screen.getByRole("radiogroup", { name: /^机具设备/ })).getByLabelText<HTMLInputElement>("合格").checked).toBe(true);
    expect(screen.queryByRole("button", { name: "保存记录" })).toBeNull();
    expect(asksOnLeave()).toBe(true);
    fireEvent.click(screen.getByRole("button", { name: "留在本页" }));
    fireEvent.click(screen.getByRole("button", { name: "不要了，收起" }));
    expect(screen.queryByLabelText(/^机具设备的情况/)).toBeNull();
    expect(asksOnLeave()).toBe(false);
  });

  it("L-6-04 同事存了又结束的也一样；没有填过的不占地方", () => {
    const record = done({ recordedAt: "" });
    const closed = { ...cancelled, state: "closed" as const, stateWord: "已完成", recordedAt: "2026-11-25T02:00:00.000Z", recordedBy: "张敏" };
    const { rerender, container } = render(<RecordForm visit={visit()} today="2026-11-25" record={record} />);
    fireEvent.change(note(), { target: { value: "绞磨机两台" } });
    rerender(<RecordForm visit={closed} today="2026-11-25" record={record} />);
    expect(note().value).toBe("绞磨机两台");
    expect(screen.queryByText(/请对照后再保存/)).toBeNull();
    rerender(<RecordForm key="另开" visit={closed} today="2026-11-25" record={record} />);
    expect(container.textContent).toBe("");
  });
});

describe("核查记录", () => {
  it("L-6-04 存好了说存好了；再改就不说了", async () => {
    render(<RecordForm visit={visit()} today="2026-11-25" record={done({ recordedAt: "2026-11-25T02:00:00.000Z" })} />);
    fireEvent.change(screen.getByLabelText(/^企业到场的人/), { target: { value: "王经理" } });
    expect(screen.getByRole("status").textContent).toBe("");
    fireEvent.click(screen.getByRole("button", { name: "保存记录" }));
    await waitFor(() => expect(screen.getByRole("status").textContent).toBe("记录已保存"));
    fireEvent.change(screen.getByLabelText(/^企业到场的人/), { target: { value: "王总经理" } });
    expect(screen.getByRole("status").textContent).toBe("");
  });

  it("L-6-04 服务端说缺哪一项，就指到哪一项，填的还在", async () => {
    const record = vi.fn(async () => ({ ok: false as const, code: "invalid", message: "请选择“机具设备”的结论", fields: { "equipment-result": "请选择“机具设备”的结论" } }));
    render(<RecordForm visit={visit()} today="2026-11-25" record={record} />);
    fireEvent.change(screen.getByLabelText(/^企业到场的人/), { target: { value: "王经理" } });
    fireEvent.click(within(screen.getByRole("radiogroup", { name: /^住所、经营场所/ })).getByLabelText("合格"));
    fireEvent.click(screen.getByRole("button", { name: "保存记录" }));
    expect((await screen.findAllByText("请选择“机具设备”的结论")).length).toBeGreaterThan(0);
    expect(record).toHaveBeenCalledWith({ visitId: "v1", basedOn: "", visitedOn: "2026-11-25", attendee: "王经理", summary: "", findings: [{ item: "address", result: "passed", note: "" }] });
    expect((screen.getByLabelText(/^企业到场的人/) as HTMLInputElement).value).toBe("王经理");
  });

  it("L-6-04 等此人签字时才有【签字】，确认之后送出看到的修订号；取消须有理由", async () => {
    const acts = actions();
    const { unmount } = render(<VisitPanel visit={visit()} actions={acts} />);
    expect(screen.queryByRole("button", { name: "签字" })).toBeNull();
    unmount();
    render(<VisitPanel visit={visit({ state: "recorded", recordedAt: "2026-11-25T02:00:00Z", maySign: true })} actions={acts} />);
    fireEvent.click(screen.getByRole("button", { name: "签字" }));
    fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "签字" }));
    await waitFor(() => expect(acts.sign).toHaveBeenCalledWith({ visitId: "v1", revision: 2 }));
    fireEvent.click(screen.getByRole("button", { name: "取消核查" }));
    fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "取消核查" }));
    expect(await screen.findByText("请写明取消的理由")).toBeTruthy();
    expect(acts.cancel).not.toHaveBeenCalled();
  });

  it("L-6-04 取消没有办成：问话不关，写的理由还在，说出原因；页面换成最新的，再办用新的修订号", async () => {
    const cancel = vi.fn(async () => ({ ok: false as const, code: "conflict", message: "核查记录刚被改过，请对照页上最新的记录再办", fields: {} }));
    const { rerender } = render(<VisitPanel visit={visit()} actions={{ ...actions(), cancel }} />);
    fireEvent.click(screen.getByRole("button", { name: "取消核查" }));
    const dialog = () => screen.getByRole("dialog", { name: "取消核查" });
    fireEvent.change(within(dialog()).getByLabelText(/^理由/), { target: { value: "企业停工" } });
    fireEvent.click(within(dialog()).getByRole("button", { name: "取消核查" }));
    expect(await within(dialog()).findByText(/核查记录刚被改过/)).toBeTruthy();
    expect(within(dialog()).getByLabelText<HTMLTextAreaElement>(/^理由/).value).toBe("企业停工");
    expect(refresh).toHaveBeenCalledOnce();
    const again = actions();
    rerender(<VisitPanel visit={visit({ revision: 3 })} actions={again} />);
    fireEvent.click(within(dialog()).getByRole("button", { name: "取消核查" }));
    await waitFor(() => expect(again.cancel).toHaveBeenCalledWith({ visitId: "v1", revision: 3, reason: "企业停工" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("L-6-04 去掉照片先问：说签字作废，确认才去掉", async () => {
    const remove = done({});
    const photos = [{ id: "f1", name: "绞磨机.png", size: 2048, by: "李审", at: "2026-11-25T02:00:00Z" }];
    render(<Photos visit={visit({ photos, signatures: [{ name: "张敏", at: "2026-11-25T02:10:00Z" }] })} remove={remove} />);
    fireEvent.click(screen.getByRole("button", { name: /^去掉/ }));
    const dialog = screen.getByRole("dialog", { name: "去掉这张照片？" });
    expect(dialog.textContent).toContain("已有的签字作废");
    expect(remove).not.toHaveBeenCalled();
    fireEvent.click(within(dialog).getByRole("button", { name: "去掉" }));
    await waitFor(() => expect(remove).toHaveBeenCalledWith({ photoId: "f1" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("L-6-04 完成的只读，可以下载记录", () => {
    render(<VisitPanel visit={visit({ state: "closed", stateWord: "已完成", recordedAt: "2026-11-25T02:00:00Z", mayRecord: false, mayCancel: false })} actions={actions()} />);
    expect(screen.getByRole("link", { name: "下载核查记录" }).getAttribute("href")).toBe("/api/site-visits/v1/record.pdf");
    expect(screen.queryByRole("button")).toBeNull();
  });
});

describe("案件页上的延期与核查", () => {
  it("L-6-04 延期到哪一步用字说；没有也不能安排的不占地方", () => {
    const { container, rerender } = render(<CaseTasksPanel tasks={{ applicationId: "a1", visits: [], mayOrder: false }} />);
    expect(container.textContent).toBe("");
    rerender(<CaseTasksPanel tasks={{ applicationId: "a1", visits: [visit()], mayOrder: false, extension: { state: "requested", reason: "核对外省业绩", requestedBy: "李审", requestedAt: "2026-11-22T02:00:00Z" } }} />);
    for (const words of ["延长期限", "待批准", "核对外省业绩", "现场核查"]) expect(container.textContent).toContain(words);
  });
});
