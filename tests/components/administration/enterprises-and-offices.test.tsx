import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { Reply } from "@/components/account/reply";
import { done, refusing } from "../account/replies";
import { lateAnswer } from "../late-answer";

const router = vi.hoisted(() => ({ refresh: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => router }));
const { EnterpriseAccounts } = await import("@/components/administration/EnterpriseAccounts");
const { Offices } = await import("@/components/administration/Offices");
const { SecondFactorSetting } = await import("@/components/administration/SecondFactorSetting");

const account = { id: "a1", login: "jia_power", name: "王丽", mobile: "139****0001", roles: ["企业管理员"], active: true, claiming: false };
const enterprise = { id: "e1", name: "沈阳甲电力有限公司", uscc: "91210102XFAKE501XR", officeName: "东北监管局", accounts: [account, { ...account, id: "a2", name: "李停", active: false }, { ...account, id: "a3", name: "赵认", active: false, claiming: true }] };

const show = (more: Partial<Parameters<typeof EnterpriseAccounts>[0]> = {}) => {
  const acts = { setState: done(undefined), endSessions: done({ ended: 2 }), handOver: done({ disabled: 1 }) };
  render(<EnterpriseAccounts enterprises={[enterprise]} {...acts} {...more} />);
  return { user: userEvent.setup(), ...acts };
};

describe("企业账号", () => {
  it("issue 5 停用、启用都要写理由；等待认领核实的没有命令", async () => {
    const { user, setState } = show();
    expect(screen.getByText("认领待核实")).toBeTruthy();
    expect(screen.queryByRole("button", { name: /赵认/ })).toBeNull();
    await user.click(screen.getByRole("button", { name: /停用.*王丽/ }));
    const dialog = screen.getByRole("dialog", { name: "停用 王丽 的账号？" });
    await user.type(within(dialog).getByLabelText(/理由/), "冒名注册");
    await user.click(within(dialog).getByRole("button", { name: "停用" }));
    expect(setState).toHaveBeenCalledWith({ accountId: "a1", active: false, reason: "冒名注册" });
    expect((await screen.findByRole("status")).textContent).toContain("已停用 王丽 的账号");
  });

  it("issue 5 移交写明接手人与理由；退回的写在字段旁，填的还在；办成后说停用了几个", async () => {
    const { user } = show({ handOver: refusing({ mobile: "请输入正确的手机号码" }) });
    await user.click(screen.getByRole("button", { name: /移交/ }));
    const dialog = screen.getByRole("dialog", { name: "移交沈阳甲电力有限公司" });
    await user.type(within(dialog).getByLabelText(/接手人姓名/), "王接");
    await user.click(within(dialog).getByRole("button", { name: "移交" }));
    expect((await within(dialog).findAllByText(/请输入正确的手机号码/)).length).toBeGreaterThan(1);
    expect(within(dialog).getByLabelText<HTMLInputElement>(/接手人姓名/).value).toBe("王接");
  });

  it("issue 5 移交办成", async () => {
    const { user, handOver } = show();
    await user.click(screen.getByRole("button", { name: /移交/ }));
    const dialog = screen.getByRole("dialog");
    await user.type(within(dialog).getByLabelText(/接手人姓名/), "王接");
    await user.type(within(dialog).getByLabelText(/接手人手机号码/), "13900000003");
    await user.type(within(dialog).getByLabelText(/理由/), "法定代表人证明");
    await user.click(within(dialog).getByRole("checkbox"));
    await user.click(within(dialog).getByRole("button", { name: "移交" }));
    expect(handOver).toHaveBeenCalledWith({ enterpriseId: "e1", displayName: "王接", mobile: "13900000003", colleagues: true, reason: "法定代表人证明" });
    expect((await screen.findByRole("status")).textContent).toContain("已移交给 王接，停用了 1 个账号");
  });
});

describe("企业账号正在办的时候", () => {
  it("issue 5 移交没有答复之前关不上、不能改；姓名多长都不截", async () => {
    const answer = lateAnswer<Reply<{ disabled: number }>>();
    const handOver = vi.fn((_command: unknown) => answer.promise);
    const { user } = show({ handOver });
    await user.click(screen.getByRole("button", { name: /移交/ }));
    const dialog = screen.getByRole("dialog");
    await user.click(within(dialog).getByLabelText(/接手人姓名/));
    await user.paste("长".repeat(51));
    await user.click(within(dialog).getByRole("button", { name: "移交" }));
    await user.click(within(dialog).getByRole("button", { name: "取消" }));
    expect(screen.queryByRole("dialog")).toBe(dialog);
    expect(within(dialog).getByLabelText(/接手人姓名/).closest("[inert]")).not.toBeNull();
    answer.arrive({ ok: true, value: { disabled: 1 } });
    await screen.findByText(/停用了 1 个账号/);
    expect(handOver.mock.calls).toEqual([[expect.objectContaining({ displayName: "长".repeat(51) })]]);
  });

  it("issue 5 结束登录确认两下只办一次，没有答复之前关不上", async () => {
    const answer = lateAnswer<Reply<{ ended: number }>>();
    const endSessions = vi.fn(() => answer.promise);
    const { user } = show({ endSessions });
    await user.click(screen.getByRole("button", { name: /结束登录.*王丽/ }));
    const dialog = screen.getByRole("dialog");
    await user.dblClick(within(dialog).getByRole("button", { name: "结束登录" }));
    await user.click(within(dialog).getByRole("button", { name: "取消" }));
    expect(screen.queryByRole("dialog")).toBe(dialog);
    answer.arrive({ ok: true, value: { ended: 2 } });
    await screen.findByText("已结束 王丽 的 2 处登录");
    expect(endSessions).toHaveBeenCalledOnce();
  });
});

describe("派出机构与动态口令的设置", () => {
  it("L-6-09 联系方式没有答复之前关不上，按两下只送一次", async () => {
    const office = { code: "NEEB", name: "国家能源局东北监管局", area: "辽宁省", digits: "2-1", confirmed: true, address: "", postalCode: "", phone: "", version: "v1" };
    const answer = lateAnswer<Reply<unknown>>();
    const change = vi.fn(() => answer.promise);
    render(<Offices offices={[office]} change={change} />);
    const user = userEvent.setup();
    await user.click(screen.getByRole("button", { name: /改联系方式/ }));
    const dialog = screen.getByRole("dialog");
    await user.dblClick(within(dialog).getByRole("button", { name: "保存" }));
    await user.click(within(dialog).getByRole("button", { name: "取消" }));
    expect(screen.queryByRole("dialog")).toBe(dialog);
    answer.arrive({ ok: true, value: undefined });
    await screen.findByText(/已改国家能源局东北监管局/);
    expect(change).toHaveBeenCalledOnce();
  });

  it("L-6-09 改联系方式：填着现在的，退回的写在字段旁", async () => {
    const office = { code: "NEEB", name: "国家能源局东北监管局", area: "辽宁省、吉林省", digits: "2-1", confirmed: true, address: "沈阳市某路1号", postalCode: "", phone: "", version: "v1" };
    const change = vi.fn().mockResolvedValueOnce({ ok: false, code: "invalid", message: "请输入 6 位邮政编码", fields: { postalCode: "请输入 6 位邮政编码" } }).mockResolvedValueOnce({ ok: true, value: undefined });
    render(<Offices offices={[office]} change={change} />);
    const user = userEvent.setup();
    await user.click(screen.getByRole("button", { name: /改联系方式/ }));
    const dialog = screen.getByRole("dialog");
    expect(within(dialog).getByLabelText<HTMLInputElement>(/地址/).value).toBe("沈阳市某路1号");
    await user.type(within(dialog).getByLabelText(/邮政编码/), "1100");
    await user.click(within(dialog).getByRole("button", { name: "保存" }));
    expect(await within(dialog).findByText(/请输入 6 位邮政编码/)).toBeTruthy();
    await user.type(within(dialog).getByLabelText(/邮政编码/), "00");
    await user.click(within(dialog).getByRole("button", { name: "保存" }));
    expect(change.mock.calls.at(-1)).toEqual([{ code: "NEEB", version: "v1", address: "沈阳市某路1号", postalCode: "110000", phone: "" }]);
    expect((await screen.findByRole("status")).textContent).toContain("已改国家能源局东北监管局的联系方式");
  });

  it("L-6-09 联系方式别人先改过：填的还在，按了才取最新的", async () => {
    const office = { code: "NEEB", name: "国家能源局东北监管局", area: "辽宁省、吉林省", digits: "2-1", confirmed: true, address: "", postalCode: "", phone: "", version: "v1" };
    const stale = "国家能源局东北监管局的联系方式刚被别人改过，您这次的改动没有生效";
    const change = refusing<undefined>({ version: stale }, stale, "conflict");
    render(<Offices offices={[office]} change={change} />);
    const user = userEvent.setup();
    await user.click(screen.getByRole("button", { name: /改联系方式/ }));
    const dialog = screen.getByRole("dialog");
    await user.type(within(dialog).getByLabelText(/邮政编码/), "11000012");
    await user.click(within(dialog).getByRole("button", { name: "保存" }));
    expect((await within(dialog).findByRole("status")).textContent).toContain("刚被别人改过");
    expect(within(dialog).getByLabelText<HTMLInputElement>(/邮政编码/).value, "不截短").toBe("11000012");
    router.refresh.mockClear();
    await user.click(within(dialog).getByRole("button", { name: /看最新的/ }));
    expect(router.refresh).toHaveBeenCalledTimes(1);
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("L-6-01 要求内网人员用动态口令：勾上，保存，说明会怎样", async () => {
    const require = done(undefined);
    render(<SecondFactorSetting required={false} require={require} />);
    const user = userEvent.setup();
    await user.click(screen.getByRole("checkbox", { name: /内网人员须用动态口令/ }));
    await user.click(screen.getByRole("button", { name: "保存" }));
    expect(require).toHaveBeenCalledWith({ required: true });
    expect((await screen.findByRole("status")).textContent).toContain("先去设置");
  });

  it("L-6-01 动态口令的设置按两下只存一次", async () => {
    const answer = lateAnswer<Reply<unknown>>();
    const require = vi.fn(() => answer.promise);
    render(<SecondFactorSetting required={false} require={require} />);
    await userEvent.setup().dblClick(screen.getByRole("button", { name: "保存" }));
    answer.arrive({ ok: true, value: undefined });
    await screen.findByText(/^已保存/);
    expect(require).toHaveBeenCalledOnce();
  });
});
