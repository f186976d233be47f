import { fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { HandlingBar } from "@/components/evaluation/bad-ratings/HandlingBar";
import { HandlingDaysSetting } from "@/components/evaluation/bad-ratings/HandlingDaysSetting";
import { GenerateVisitForm } from "@/components/evaluation/codes/GenerateVisitForm";
import { RevokeDialog } from "@/components/evaluation/codes/RevokeDialog";
import { ExchangeClients } from "@/components/evaluation/ExchangeClients";
import type { BadRatingView } from "@/lib/evaluation/bad-ratings/views";
import type { GeneratedCodes } from "@/lib/evaluation/code-views";
import type { NewExchangeClient } from "@/lib/evaluation/exchange/views";
import { done } from "../account/replies";
import { waiting } from "../account/waiting";

const router = { push: vi.fn(), refresh: vi.fn() };
vi.mock("next/navigation", () => ({ useRouter: () => router }));

beforeEach(() => vi.resetAllMocks());

const press = (name: string | RegExp) => userEvent.click(screen.getByRole("button", { name }));

/** 正在办：取消、Esc、再按一次都不算，写的改不了。 */
async function expectHeld(asked: ReturnType<typeof vi.fn>, verb: string) {
  const dialog = screen.getByRole("dialog");
  await userEvent.click(within(dialog).getByRole("button", { name: "取消" }));
  await userEvent.click(within(dialog).getByRole("button", { name: verb }));
  for (const form of dialog.querySelectorAll("form")) fireEvent.submit(form);
  fireEvent(dialog, new Event("cancel", { cancelable: true }));
  expect(screen.getByRole("dialog")).toBe(dialog);
  expect(asked).toHaveBeenCalledOnce();
  expect(dialog.querySelector(".db")?.hasAttribute("inert")).toBe(true);
}

describe("数据交换的对方", () => {
  const client = { id: "1", name: "省级平台", keyId: "abc", createdAt: "2026-11-01T00:00:00Z" };

  it("L-6-10 接连按两次 Enter 只登记一个对方；登记着写不进下一个，长的名称一个字不截", async () => {
    const adding = waiting<NewExchangeClient>();
    render(<ExchangeClients clients={[]} add={adding.asked} revoke={done(undefined)} />);
    const box = screen.getByLabelText<HTMLInputElement>(/对方名称/);
    const name = "长".repeat(70);
    await userEvent.click(box);
    await userEvent.paste(name);
    await userEvent.keyboard("{Enter}{Enter}");
    await userEvent.type(box, "下一个");
    expect(adding.asked.mock.calls).toEqual([[{ name }]]);
    expect(box.value).toBe(name);
    await adding.done({ name, keyId: "k1", secret: "s3cret" });
    expect([box.value, document.activeElement]).toEqual(["", box]);
  });

  it("L-6-10 停用按两次只停用一次，其间关不掉", async () => {
    const stopping = waiting<undefined>();
    render(<ExchangeClients clients={[client]} add={done({ name: "", keyId: "", secret: "" })} revoke={stopping.asked} />);
    await press(/^停用/);
    await userEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "停用" }));
    await expectHeld(stopping.asked, "停用");
    await stopping.done(undefined);
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(screen.getByText(/^已停用 省级平台/)).toBeTruthy();
  });
});

describe("差评办理", () => {
  const view = (changes: Partial<BadRatingView> = {}): BadRatingView => ({
    id: "b1", number: "NEEB-2026-000001", matter: "许可证新申请", level: 2, levelWord: "不满意", channelWord: "待办一事一评", reason: "补了两次", rater: "董**", assignee: "", state: "new",
    stateWord: "待分派", due: { word: "剩 1", tone: "green", note: "" }, ratedAt: "2026-11-19T01:20:00Z", closedAt: "", revision: 4, caseId: "c1", options: [], comment: "", named: true, office: "东北监管局",
    verdictWord: "", complex: false, rectifyDueOn: "", rectifiedText: "", answer: "", answeredAt: "", callBackWord: "", appealWord: "", appealReason: "", undecidable: "", steps: [], waitsFor: "", history: [],
    offers: [{ action: "assign", label: "分派", needs: [], tone: "primary" }], assignable: [{ id: "p1", name: "赵受理", posts: "受理岗", handled: true }], mayLookUpPhone: true, ...changes,
  });

  it("L-6-10 正在办理时改不了、关不掉、不办两次；没有办成的，写的还在", async () => {
    const handling = waiting<{ state: "assigned" }>();
    render(<HandlingBar view={view()} handle={handling.asked} lookUp={done({ phone: "" })} />);
    await press("分派");
    await userEvent.type(screen.getByLabelText(/分派说明/), "请尽快");
    await press("确定分派");
    await expectHeld(handling.asked, "确定分派");
    await handling.refuse("没有办成", "unexpected");
    expect(screen.getByLabelText<HTMLTextAreaElement>(/分派说明/).value).toBe("请尽快");
  });

  it("L-6-10 L-1-03 办完之后按过的按钮不在了，焦点在说结果的一句上", async () => {
    const bar = (changes: Partial<BadRatingView>) => <HandlingBar view={view(changes)} handle={done({ state: "assigned" as const })} lookUp={done({ phone: "" })} />;
    const { rerender } = render(bar({}));
    router.refresh.mockImplementation(() => rerender(bar({ offers: [] })));
    await press("分派");
    await press("确定分派");
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe("已办理“分派”。"));
  });

  it("L-6-10 查看电话正在送去时关不掉、理由改不了、只记一次", async () => {
    const looking = waiting<{ phone: string }>();
    render(<HandlingBar view={view()} handle={done({ state: "assigned" as const })} lookUp={looking.asked} />);
    await press("查看电话");
    await userEvent.type(screen.getByLabelText(/查看理由/), "回访");
    await press("确定查看");
    await expectHeld(looking.asked, "确定查看");
  });

  it("L-6-10 期限按两次保存只存一次，不说别人改过；存着改不了", async () => {
    const changing = waiting<{ version: string }>();
    render(<HandlingDaysSetting version="v1" change={changing.asked} fields={[{ key: "verify", label: "分派、核实", counted: "收到评价次日", days: 1, shipped: 1, source: "地方规定" }]} />);
    const box = screen.getByLabelText<HTMLInputElement>(/分派、核实/);
    await userEvent.type(box, "2{Enter}{Enter}");
    await press("保存");
    await userEvent.type(box, "3");
    expect(changing.asked.mock.calls).toEqual([[{ version: "v1", days: { verify: "12" } }]]);
    expect(box.value).toBe("12");
    await changing.done({ version: "v2" });
    expect(screen.getByText(/^已保存/)).toBeTruthy();
  });
});

describe("二维码", () => {
  it("L-5.2.1-02 正在生成时写不进下一批", async () => {
    const generating = waiting<GeneratedCodes>();
    render(<GenerateVisitForm generate={generating.asked} />);
    const box = screen.getByLabelText<HTMLTextAreaElement>(/服务点/);
    await userEvent.type(box, "1号窗口");
    await press("生成");
    await userEvent.type(box, "2号窗口");
    expect(box.value).toBe("1号窗口");
    await generating.done({ batchId: "b1", created: [{ id: "c1", servicePoint: "1号窗口" }], existing: [] });
    await userEvent.type(box, "2号窗口");
    expect(box.value).toBe("2号窗口");
  });

  it("L-5.2.1-02 撤销正在送去时关不掉、原因改不了、只撤一次", async () => {
    const revoking = waiting<unknown>();
    render(<RevokeDialog code={{ id: "c1", name: "1号窗口" }} revoke={revoking.asked} onClose={vi.fn()} onRevoked={vi.fn()} />);
    await userEvent.type(screen.getByLabelText(/撤销原因/), "窗口撤并");
    await press("撤销");
    await expectHeld(revoking.asked, "撤销");
  });
});
