import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { ExchangeClients } from "@/components/evaluation/ExchangeClients";
import { ReceivedFilter } from "@/components/evaluation/ReceivedFilter";
import { ReceivedTable } from "@/components/evaluation/ReceivedTable";
import { SatisfactionSetting } from "@/components/evaluation/SatisfactionSetting";
import { readReceived, type ReceivedRow } from "@/lib/evaluation/received";

const refresh = vi.fn();
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh }) }));

const clients = [
  { id: "1", name: "省级平台", keyId: "abc", createdAt: "2026-11-01T00:00:00Z" },
  { id: "2", name: "旧平台", keyId: "def", createdAt: "2026-10-01T00:00:00Z", revokedAt: "2026-10-02T00:00:00Z" },
];

describe("数据交换的对方（L-6-10）", () => {
  it("L-6-10 登记后显示一次密钥；没填名称的不登记", async () => {
    const add = vi.fn(async ({ name }: { name: string }) => ({ ok: true as const, value: { name, keyId: "k1", secret: "s3cret" } }));
    render(<ExchangeClients clients={clients} add={add} revoke={vi.fn()} />);
    const user = userEvent.setup();
    await user.click(screen.getByRole("button", { name: "登记并生成密钥" }));
    expect(screen.getByText("请填写对方名称")).toBeTruthy();
    expect(add).not.toHaveBeenCalled();
    await user.type(screen.getByLabelText(/对方名称/), "国家平台");
    await user.click(screen.getByRole("button", { name: "登记并生成密钥" }));
    expect(await screen.findByText("s3cret")).toBeTruthy();
    expect(screen.getByText(/离开本页后不再显示/)).toBeTruthy();
  });

  it("L-6-10 停用前要确认；停用的不能再停用", async () => {
    const revoke = vi.fn(async () => ({ ok: true as const, value: undefined }));
    render(<ExchangeClients clients={clients} add={vi.fn()} revoke={revoke} />);
    const user = userEvent.setup();
    expect(screen.getAllByRole("button", { name: /^停用/ })).toHaveLength(1);
    await user.click(screen.getByRole("button", { name: /^停用/ }));
    expect(revoke).not.toHaveBeenCalled();
    await user.click((await screen.findAllByRole("button", { name: "停用" })).at(-1) ?? document.body);
    expect(revoke).toHaveBeenCalledWith({ id: "1" });
    expect(await screen.findByText("已停用 省级平台，它的请求不再受理。")).toBeTruthy();
  });

  it("L-6-10 满意率的口径由管理员选定", async () => {
    const choose = vi.fn(async () => ({ ok: true as const, value: undefined }));
    render(<SatisfactionSetting current={4} choose={choose} />);
    const user = userEvent.setup();
    await user.click(screen.getByRole("radio", { name: "基本满意及以上" }));
    await user.click(screen.getByRole("button", { name: "保存" }));
    expect(choose).toHaveBeenCalledWith({ satisfiedFrom: 3 });
    expect(await screen.findByText("已保存满意率的口径。")).toBeTruthy();
  });
});

describe("收到的评价（L-6-10）", () => {
  const row: ReceivedRow = {
    id: "e1", number: "1 号窗口", business: "窗口服务", level: 1, word: "非常不满意", bad: true, options: ["服务态度差效率低"], comment: "久等", rater: "王**", at: "2026-11-01T02:00:00Z",
    channelWord: "扫码一次一评", excluded: true, handling: { id: "b1", word: "待核实" },
  };

  it("L-6-10 差评连到它的办理，不计入的写明，筛选回显", () => {
    render(<ReceivedTable rows={[row]} badHref="/admin/evaluations/bad" />);
    expect(screen.getByRole("link", { name: /^待核实 ?，1 号窗口$/ }).getAttribute("href")).toBe("/admin/evaluations/bad/b1");
    expect(screen.getByText("（复核后不计入）")).toBeTruthy();
    render(<ReceivedFilter action="/x" today="2026-11-22" misread={{}} filter={{ level: "bad", channel: "visit", matter: "", period: { key: "2026-Q3", from: "2026-07", to: "2026-09" } }} />);
    expect(["评价", "渠道", "事项", "期间"].map((name) => screen.getByLabelText<HTMLSelectElement>(name).value)).toEqual(["bad", "visit", "", "2026-Q3"]);
    expect(screen.getByRole("link", { name: "清除" })).toBeTruthy();
  });

  it("L-6-10 认不出的筛选在那一格旁说明，可以清除", () => {
    const { filter, misread } = readReceived({ level: "99", period: "2026-13", channel: "visit", matter: "counter" });
    expect(filter).toEqual({ level: "", channel: "visit", matter: "counter", period: undefined });
    render(<ReceivedFilter action="/x" today="2026-11-22" filter={filter} misread={misread} />);
    const said = (name: string) => document.getElementById(screen.getByLabelText(name).getAttribute("aria-describedby") ?? "")?.textContent;
    expect(["评价", "渠道", "事项", "期间"].map(said)).toEqual(["没有这一项，请重新选择", undefined, undefined, "没有这一项，请重新选择"]);
    expect(screen.getByRole("link", { name: "清除" })).toBeTruthy();
    expect(readReceived({ level: "bad", period: "2026-Q3" })).toMatchObject({ filter: { level: "bad", period: { key: "2026-Q3" } }, misread: {} });
  });
});
