import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { CaseTasksPanel } from "@/components/site-visits/CaseTasksPanel";
import { OrderForm } from "@/components/site-visits/OrderForm";
import { RecordForm } from "@/components/site-visits/RecordForm";
import { VisitPanel } from "@/components/site-visits/VisitPanel";
import type { SiteVisitsView, SiteVisitView } from "@/lib/licensing/site-visit-views";
import { codesOf } from "@/lib/terms/option-map";
import { siteVisitItems } from "@/lib/terms/site-visits";

const refresh = vi.hoisted(() => vi.fn());
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh, push: vi.fn() }) }));
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

describe("核查记录", () => {
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
    expect(screen.getByText("请写明取消的理由")).toBeTruthy();
    expect(acts.cancel).not.toHaveBeenCalled();
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
