import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Reply } from "@/components/account/reply";
import { lockedParticulars } from "@/lib/enterprise/particulars";
import { lateAnswer } from "../late-answer";
import { asksNoMore, asksOnLeave } from "../ui/leaving";
import { done, refusing } from "./replies";

const { push, replace } = vi.hoisted(() => ({ push: vi.fn(), replace: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => ({ push, replace, refresh: vi.fn() }) }));
const { PasswordForm } = await import("@/components/account/PasswordForm");
const { ProfileForm } = await import("@/components/account/ProfileForm");
const { RecoverForm } = await import("@/components/account/RecoverForm");
const { RegisterForm } = await import("@/components/account/RegisterForm");

const search = done({ institutions: [], more: false });
const valueOf = (element: HTMLElement): string => (element as HTMLInputElement).value;
const summary = () => screen.getAllByRole("alert")[0] as HTMLElement;

beforeEach(() => {
  push.mockReset();
  replace.mockReset();
});

describe("企业注册表", () => {
  const page = (register = done({ login: "x" }), requestCode = done({})) => {
    render(<RegisterForm today="2026-11-22" profile="djbh3" resendSeconds={60} localNotice="本地演示环境" register={register} requestCode={requestCode} search={search} />);
    return { user: userEvent.setup(), register, requestCode };
  };

  it("L-3.1-02 L-3.1-04 L-3.1-10 L-1-03 缺项时不送出，摘要逐条链接到字段，填过的都在；没有另外的输入注意事项", async () => {
    const { user, register } = page();
    await user.type(screen.getByLabelText(/^单位名称/), "沈阳甲电力工程有限公司");
    await user.click(screen.getByRole("button", { name: "注册" }));
    const links = await waitFor(() => within(summary()).getAllByRole("link"));
    expect(links.map((link) => link.textContent)).toContain("法定代表人未填写");
    for (const link of links) expect(document.querySelector(link.getAttribute("href") ?? "")).not.toBeNull();
    expect(register).not.toHaveBeenCalled();
    expect(valueOf(screen.getByLabelText(/^单位名称/))).toBe("沈阳甲电力工程有限公司");
    expect(screen.queryByText(/数据输入注意事项/)).toBeNull();
  });

  it("L-3.1-05 【取消】回登录页", () => {
    page();
    expect(screen.getByRole("link", { name: "取消" }).getAttribute("href")).toBe("/login");
  });

  it("L-3.1-05 L-1-03 填了一半，点【取消】与别的链接、关闭页面都先问，填的还在；改回原样不问", async () => {
    const { user } = page();
    expect(asksOnLeave()).toBe(false);
    await user.type(screen.getByLabelText(/^单位名称/), "沈阳甲");
    expect(asksOnLeave()).toBe(true);
    await user.click(screen.getByRole("button", { name: "留在本页" }));
    await user.click(screen.getByRole("link", { name: "取消" }));
    await user.click(within(screen.getByRole("dialog", { name: "离开这一页？" })).getByRole("button", { name: "留在本页" }));
    expect(valueOf(screen.getByLabelText(/^单位名称/))).toBe("沈阳甲");
    await user.clear(screen.getByLabelText(/^单位名称/));
    await asksNoMore();
  });

  it("L-3.1-03 【获取验证码】发到联系人手机，一分钟内不能再发；号码不对时提示在号码旁", async () => {
    const { user, requestCode } = page();
    await user.type(screen.getByLabelText(/^联系人手机/), "13900001111");
    await user.click(screen.getByRole("button", { name: /获取验证码/ }));
    expect(requestCode).toHaveBeenCalledWith({ mobile: "13900001111" });
    expect((await screen.findAllByText(/已发送到 139\*{4}1111/)).length).toBeGreaterThan(0);
    await user.click(screen.getByRole("button", { name: /重新获取/ }));
    expect(requestCode).toHaveBeenCalledOnce();
  });

  it("L-3.1-03 号码不对时提示在号码旁", async () => {
    const { user } = page(undefined, refusing({ mobile: "请输入正确的手机号码" }));
    await user.click(screen.getByRole("button", { name: /获取验证码/ }));
    expect(await screen.findByText("请输入正确的手机号码", { selector: ".err span" })).toBeTruthy();
  });

  it("L-3.1-01 密码框不外露，密码管理器认得", () => {
    page();
    const password = screen.getByLabelText(/^登录密码/);
    expect(password.getAttribute("type")).toBe("password");
    expect(password.getAttribute("autocomplete")).toBe("new-password");
  });
});

describe("企业信息修改表", () => {
  const facts = { unitName: "沈阳甲电力工程有限公司", uscc: "91210102XFAKE501XR", enterpriseType: "company", legalRep: "王磊", legalRepIdType: "residentId", legalRepId: "11010519491231002X", domicile: "沈阳市和平区", registrationType: "173", registeredCapital: "100", foundedOn: "2015-03-01", businessTermTo: "", registrationAuthority: "沈阳市监局", region: "辽宁省/沈阳市/和平区", businessScope: "", parentOrg: "", legalRepMobile: "", mailingAddress: "沈阳市和平区", postalCode: "110001", contact: "李丽", contactMobile: "13900001111", phone: "", fax: "", email: "" };
  const page = (save = done({ revision: 2, savedAt: "14:32" }), editable = true) => {
    render(<ProfileForm facts={facts} parent={null} revision={1} today="2026-11-22" editable={editable} save={save} search={search} />);
    return { user: userEvent.setup(), save };
  };

  it("L-3.3-04 L-3.3-05 L-3.3-06 L-3.3-07 锁定的四项只读、显示文字", () => {
    page();
    for (const key of lockedParticulars) expect(document.getElementById(`at-${key}`)?.hasAttribute("readonly")).toBe(true);
    expect(valueOf(document.getElementById("at-enterpriseType") as HTMLElement)).toBe("企业法人");
  });

  it("L-3.3-02 【保存】送出本页所填，锁定的各项不在其中", async () => {
    const { user, save } = page();
    const address = screen.getByLabelText(/^通讯地址/);
    await user.clear(address);
    await user.type(address, "沈阳市浑南区");
    expect(screen.getByText("有未保存的修改")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "保存" }));
    await screen.findByText(/已保存 14:32/);
    const [command] = save.mock.calls[0] as unknown as [{ revision: number; particulars: Record<string, string> }];
    expect(command.revision).toBe(1);
    expect(command.particulars.mailingAddress).toBe("沈阳市浑南区");
    for (const key of lockedParticulars) expect(command.particulars).not.toHaveProperty(key);
  });

  it("L-3.3-02 保存期间又改的留着，仍算没有保存；【保存】按两下只送一次", async () => {
    const answer = lateAnswer<Reply<{ revision: number; savedAt: string }>>();
    const save = done({ revision: 2, savedAt: "14:32" });
    save.mockReturnValueOnce(answer.promise);
    const { user } = page(save);
    const [address, contact] = [screen.getByLabelText(/^通讯地址/), screen.getByLabelText(/^联系人 /)];
    await user.type(address, "甲");
    await user.click(screen.getByRole("button", { name: "保存" }));
    await user.click(screen.getByRole("button", { name: "保存" }));
    await user.type(contact, "某");
    await user.type(address, "乙");
    answer.arrive({ ok: true, value: { revision: 2, savedAt: "14:32" } });
    expect(await screen.findByText("有未保存的修改")).toBeTruthy();
    expect(save).toHaveBeenCalledOnce();
    expect([valueOf(address), valueOf(contact)]).toEqual(["沈阳市和平区甲乙", "李丽某"]);
    await user.click(screen.getByRole("button", { name: "保存" }));
    expect(await screen.findByText(/已保存 14:32/)).toBeTruthy();
    expect(save).toHaveBeenLastCalledWith(expect.objectContaining({ revision: 2, particulars: expect.objectContaining({ mailingAddress: "沈阳市和平区甲乙", contact: "李丽某" }) }));
  });

  it("L-3.3-02 服务器退回的提示在字段旁，所填不丢", async () => {
    const { user } = page(refusing({ contact: "联系人：最多 50 个字" }));
    await user.type(screen.getByLabelText(/^联系人 /), "某某");
    await user.click(screen.getByRole("button", { name: "保存" }));
    expect((await screen.findAllByText("联系人：最多 50 个字")).length).toBe(2);
    expect(valueOf(screen.getByLabelText(/^联系人 /))).toBe("李丽某某");
  });

  it("填报人只能看", () => {
    page(undefined, false);
    expect(screen.queryByRole("button", { name: "保存" })).toBeNull();
    expect((screen.getByLabelText(/^联系人 /) as HTMLInputElement).disabled).toBe(true);
  });
});

describe("修改密码", () => {
  const page = (change = done({})) => {
    render(<PasswordForm profile="djbh3" login="jia_power" change={change} />);
    return { user: userEvent.setup(), change };
  };
  const fill = async (user: ReturnType<typeof userEvent.setup>, current: string, password: string, password2: string) => {
    await user.type(screen.getByLabelText(/^原密码/), current);
    await user.type(screen.getByLabelText(/^新密码/), password);
    await user.type(screen.getByLabelText(/^确认新密码/), password2);
  };

  it("L-3.4-03 【取消】清空所填，留在本页", async () => {
    const { user, change } = page();
    await fill(user, "Old-2026", "New-2026x", "New-2026x");
    await user.click(screen.getByRole("button", { name: "取消" }));
    for (const label of [/^原密码/, /^新密码/, /^确认新密码/]) expect(valueOf(screen.getByLabelText(label))).toBe("");
    expect(change).not.toHaveBeenCalled();
    expect(push).not.toHaveBeenCalled();
  });

  it("L-3.4-02 【保存】送出原密码与新密码，成功后说明", async () => {
    const { user, change } = page();
    await fill(user, "Old-2026", "New-2026x", "New-2026x");
    await user.click(screen.getByRole("button", { name: "保存" }));
    expect(await screen.findByText(/密码已修改/)).toBeTruthy();
    expect(change).toHaveBeenCalledWith({ current: "Old-2026", password: "New-2026x", password2: "New-2026x" });
  });

  it("L-3.4-04 两次不一致、太弱、原密码不对都在字段旁说明", async () => {
    const { user, change } = page(refusing({ current: "原密码不正确，请核对" }));
    await fill(user, "Old-2026", "weak", "other");
    await user.click(screen.getByRole("button", { name: "保存" }));
    expect(within(summary()).getAllByRole("link")).toHaveLength(2);
    expect(change).not.toHaveBeenCalled();
    await user.click(screen.getByRole("button", { name: "取消" }));
    await fill(user, "Bad-2026", "New-2026x", "New-2026x");
    await user.click(screen.getByRole("button", { name: "保存" }));
    expect((await screen.findAllByText("原密码不正确，请核对")).length).toBe(2);
  });
});

describe("找回密码", () => {
  it("L-3.2-06 先核实账号与手机，再凭验证码设新密码，然后去登录", async () => {
    const [recover, requestCode] = [done({ login: "jia_power" }), done({})];
    render(<RecoverForm profile="djbh3" resendSeconds={60} recover={recover} requestCode={requestCode} />);
    const user = userEvent.setup();
    await user.click(screen.getByRole("button", { name: /获取验证码/ }));
    expect(requestCode).not.toHaveBeenCalled();
    await user.type(screen.getByLabelText(/^登录账号或统一社会信用代码/), "jia_power");
    await user.type(screen.getByLabelText(/^登记的手机号码/), "13900001111");
    await user.click(screen.getByRole("button", { name: /获取验证码/ }));
    expect(requestCode).toHaveBeenCalledWith({ identifier: "jia_power", mobile: "13900001111" });
    await user.type(screen.getByLabelText(/^短信验证码/), "123456");
    await user.type(screen.getByLabelText(/^新密码/), "New-2026x");
    await user.type(screen.getByLabelText(/^确认新密码/), "New-2026x");
    await user.click(screen.getByRole("button", { name: "保存新密码" }));
    await waitFor(() => expect(push).toHaveBeenCalledWith("/login?recovered=jia_power"));
  });
});
