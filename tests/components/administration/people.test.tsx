import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Reply } from "@/components/account/reply";
import { done, refusing } from "../account/replies";
import { lateAnswer } from "../late-answer";
import { asksNoMore, asksOnLeave } from "../ui/leaving";

const router = vi.hoisted(() => ({ refresh: vi.fn(), push: vi.fn(), replace: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => router }));
const { NewStaff } = await import("@/components/administration/NewStaff");
const { StaffPerson } = await import("@/components/administration/StaffPerson");
const { StaffTable } = await import("@/components/administration/StaffTable");

const offices = [{ code: "NEEB", name: "国家能源局东北监管局" }, { code: "SC", name: "国家能源局四川监管办公室" }];
const person = {
  id: "1", login: "shouli", name: "张敏", mobile: "139****1234", posts: ["受理岗"], roles: ["intake"], officeCode: "NEEB", officeName: "国家能源局东北监管局", active: true, temporary: false, secondFactor: true, held: 3, own: false, version: "v1", badRatings: 2,
};

function show(more: Partial<Parameters<typeof StaffPerson>[0]> = {}) {
  const acts = {
    change: done({ released: 0 }), setState: done({ released: 3 }), resetPassword: done({ login: "shouli", password: "Kp7m-Rt4w-Xb2n-Hy9c" }), resetSecondFactor: done(undefined), endSessions: done({ ended: 2 }),
  };
  const view = (props: typeof more) => <StaffPerson person={person} offices={offices} loginHelp="6 至 30 位" {...acts} {...props} />;
  const { rerender } = render(view(more));
  return { user: userEvent.setup(), rerender: (props: typeof more) => rerender(view(props)), ...acts };
}

/** 点一个命令，再在问话里确认。 */
async function command(user: ReturnType<typeof userEvent.setup>, name: string, confirm: string) {
  await user.click(screen.getByRole("button", { name }));
  await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: confirm }));
}

beforeEach(() => {
  router.refresh.mockClear();
  router.push.mockClear();
});

describe("内网人员的列表", () => {
  it("issue 5 一人一行，写明承办几件、有没有动态口令、外出到哪天；点姓名进去", () => {
    render(<StaffTable rows={[person, { ...person, id: "2", login: "waichu", name: "李外", awayUntil: "2026-12-01", own: true }, { ...person, id: "3", login: "old", name: "离岗者", active: false }]} />);
    const [, first, second, third] = screen.getAllByRole("row");
    expect(within(first as HTMLElement).getByRole("link", { name: "张敏" }).getAttribute("href")).toBe("/admin/people/1");
    expect(first?.textContent).toContain("3");
    expect(second?.textContent).toMatch(/李外（我）.*外出至2026年12月1日/);
    expect(third?.textContent).toContain("已停用");
  });
});

describe("一位内网人员", () => {
  it("issue 5 改姓名、机构、岗位，带着所见的版本送去；退回的写在字段旁，填的还在", async () => {
    const change = vi.fn().mockResolvedValueOnce({ ok: false, code: "invalid", message: "审计员不能兼任别的岗位", fields: { posts: "审计员不能兼任别的岗位" } }).mockResolvedValueOnce({ ok: true, value: { released: 2 } });
    const { user } = show({ change });
    expect(screen.getByRole<HTMLInputElement>("checkbox", { name: "受理岗" }).checked).toBe(true);
    await user.selectOptions(screen.getByLabelText(/派出机构/), "SC");
    await user.click(screen.getByRole("checkbox", { name: "审计员" }));
    await user.click(screen.getByRole("button", { name: "保存" }));
    expect((await screen.findAllByText(/审计员不能兼任别的岗位/)).length).toBeGreaterThan(1);
    expect(screen.getByLabelText<HTMLSelectElement>(/派出机构/).value).toBe("SC");
    await user.click(screen.getByRole("checkbox", { name: "受理岗" }));
    await user.click(screen.getByRole("button", { name: "保存" }));
    expect(change.mock.calls.at(-1)).toEqual([{ accountId: "1", version: "v1", name: "张敏", mobile: "139****1234", officeCode: "SC", posts: ["auditor"] }]);
    expect((await screen.findByRole("status")).textContent).toContain("2 件承办的案件已放回未领取");
    expect(router.refresh).toHaveBeenCalled();
  });

  it("issue 5 别人先变更过：不说成填错，填的还在，按了才取最新的；取来了换成新的", async () => {
    const stale = "这个账号刚被别人改过，您这次的改动没有生效";
    const change = refusing<{ released: number }>({ version: stale }, stale, "conflict");
    const { user, rerender } = show({ change });
    await user.clear(screen.getByLabelText(/姓名/));
    await user.type(screen.getByLabelText(/姓名/), "张敏敏");
    await user.click(screen.getByRole("button", { name: "保存" }));
    expect((await screen.findByRole("status")).textContent).toMatch(/别人刚改过.*这个账号刚被别人改过/);
    expect(screen.queryByText(/处需要修改/)).toBeNull();
    rerender({ person: { ...person, name: "张民", version: "v2" }, change });
    expect(screen.getByLabelText<HTMLInputElement>(/姓名/).value, "没有按不换").toBe("张敏敏");
    expect(screen.queryByRole("alert")).toBeNull();
    await user.click(screen.getByRole("button", { name: "保存" }));
    expect(change, "没有按还是所见的版次").toHaveBeenLastCalledWith(expect.objectContaining({ version: "v1" }));
    await user.click(screen.getByRole("button", { name: /看最新的/ }));
    expect(router.refresh).toHaveBeenCalled();
    expect(screen.getByLabelText<HTMLInputElement>(/姓名/).value).toBe("张民");
  });

  it("issue 5 停用先说承办几件、会怎样，确认才办", async () => {
    const { user, setState } = show();
    await user.click(screen.getByRole("button", { name: "停用账号" }));
    expect(screen.getByRole("dialog").textContent).toMatch(/3 件在办案件放回未领取.*2 件差评请好差评管理员改派/);
    expect(setState).not.toHaveBeenCalled();
    await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: "停用" }));
    expect(setState).toHaveBeenCalledWith({ accountId: "1", active: false });
    expect((await screen.findByRole("status")).textContent).toContain("已停用");
  });

  it("L-6-01 【重设密码】先问一句，一次性密码只显示这一次；不成时说明原因，没有密码", async () => {
    const { user, resetPassword } = show();
    await command(user, "重设密码", "重设密码");
    expect(resetPassword).toHaveBeenCalledWith({ accountId: "1" });
    expect((await screen.findByLabelText("一次性密码")).textContent).toBe("Kp7m-Rt4w-Xb2n-Hy9c");
    await user.click(screen.getByRole("button", { name: "已转告，关闭" }));
    expect(screen.queryByLabelText("一次性密码")).toBeNull();
  });

  it("L-6-01 确认按两下只重设一次；启用按两下只启用一次", async () => {
    const [given, enabled] = [lateAnswer<Reply<{ login: string; password: string }>>(), lateAnswer<Reply<{ released: number }>>()];
    const [resetPassword, setState] = [vi.fn(() => given.promise), vi.fn(() => enabled.promise)];
    const { user, rerender } = show({ resetPassword });
    await user.click(screen.getByRole("button", { name: "重设密码" }));
    const sure = within(screen.getByRole("dialog")).getByRole("button", { name: "重设密码" });
    await user.dblClick(sure);
    await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: "取消" }));
    given.arrive({ ok: true, value: { login: "shouli", password: "Kp7m-Rt4w-Xb2n-Hy9c" } });
    expect((await screen.findByLabelText("一次性密码")).textContent).toBe("Kp7m-Rt4w-Xb2n-Hy9c");
    expect(resetPassword).toHaveBeenCalledOnce();
    await user.click(screen.getByRole("button", { name: "已转告，关闭" }));
    rerender({ person: { ...person, active: false }, setState });
    await user.dblClick(screen.getByRole("button", { name: "启用账号" }));
    enabled.arrive({ ok: true, value: { released: 0 } });
    await screen.findByText("已启用");
    expect(setState).toHaveBeenCalledOnce();
  });

  it("issue 5 保存没有答复之前各栏不能改、不再送一次：写了也会被取来的换掉", async () => {
    const answer = lateAnswer<Reply<{ released: number }>>();
    const change = vi.fn(() => answer.promise);
    const { user } = show({ change });
    const name = screen.getByLabelText(/姓名/);
    await user.type(name, "敏{Enter}");
    expect([name, screen.getByRole("checkbox", { name: "受理岗" })].every((field) => field.closest("[inert]"))).toBe(true);
    await user.keyboard("{Enter}");
    await user.click(screen.getByRole("button", { name: "保存" }));
    answer.arrive({ ok: true, value: { released: 0 } });
    await screen.findByText("已变更");
    expect(change).toHaveBeenCalledOnce();
    await waitFor(() => expect(name.closest("[inert]")).toBeNull());
  });

  it("issue 5 姓名比限定的长：一个字不截，原样送去，说最多几个字", async () => {
    const tooLong = "姓名最多 50 个字";
    const change = refusing<{ released: number }>({ name: tooLong }, tooLong);
    const { user } = show({ change });
    const name = screen.getByLabelText<HTMLInputElement>(/姓名/);
    await user.clear(name);
    await user.click(name);
    await user.paste("长".repeat(51));
    await user.click(screen.getByRole("button", { name: "保存" }));
    expect(await screen.findByText(tooLong, { selector: ".err span" })).toBeTruthy();
    expect(name.value).toHaveLength(51);
    expect(change).toHaveBeenCalledWith(expect.objectContaining({ name: "长".repeat(51) }));
  });

  it("L-6-01 重设动态口令、结束登录各自确认；没有设置动态口令的没有这个命令，停用的只能启用", async () => {
    const { user, resetSecondFactor, endSessions } = show({ endSessions: refusing({}, "他没有登录着") });
    await command(user, "重设动态口令", "重设动态口令");
    expect(resetSecondFactor).toHaveBeenCalledWith({ accountId: "1" });
    await command(user, "结束各处的登录", "结束登录");
    expect((await screen.findByRole("alert")).textContent).toContain("他没有登录着");
    expect(endSessions).toHaveBeenCalledTimes(0);
  });

  it("停用的只能启用", async () => {
    const { user, setState } = show({ person: { ...person, active: false, secondFactor: false } });
    expect(screen.getAllByRole("button").map(({ textContent }) => textContent)).toEqual(["启用账号"]);
    await user.click(screen.getByRole("button", { name: "启用账号" }));
    expect(setState).toHaveBeenCalledWith({ accountId: "1", active: true });
  });
});

describe("新建内网账号", () => {
  it("issue 5 填到一半，点别的链接、关闭页面都先问，填的还在；建好了不问", async () => {
    render(<NewStaff offices={offices} loginHelp="6 至 30 位" create={done({ login: "lixin_01", password: "Ab3d-Ef5g-Hj7k-Mn9p" })} />);
    const user = userEvent.setup();
    expect(asksOnLeave()).toBe(false);
    await user.type(screen.getByLabelText(/姓名/), "李新");
    expect(asksOnLeave()).toBe(true);
    await user.click(screen.getByRole("button", { name: "留在本页" }));
    expect(screen.getByLabelText<HTMLInputElement>(/姓名/).value).toBe("李新");
    await user.click(screen.getByRole("button", { name: "新建账号" }));
    await screen.findByLabelText("一次性密码");
    await asksNoMore();
  });

  it("issue 5 填的送去，给出一次性密码，关上回到列表；账号有人用的写在字段旁", async () => {
    const create = vi.fn().mockResolvedValueOnce({ ok: false, code: "invalid", message: "该登录账号已被使用，请换一个", fields: { login: "该登录账号已被使用，请换一个" } }).mockResolvedValueOnce({ ok: true, value: { login: "lixin_01", password: "Ab3d-Ef5g-Hj7k-Mn9p" } });
    render(<NewStaff offices={offices} loginHelp="6 至 30 位" create={create} />);
    const user = userEvent.setup();
    await user.type(screen.getByLabelText(/姓名/), "李新");
    await user.type(screen.getByLabelText(/登录账号/), "lixin_01");
    await user.type(screen.getByLabelText(/手机号码/), "13900001234");
    await user.selectOptions(screen.getByLabelText(/派出机构/), "NEEB");
    await user.click(screen.getByRole("checkbox", { name: "审查岗" }));
    await user.click(screen.getByRole("button", { name: "新建账号" }));
    expect((await screen.findAllByText(/已被使用/)).length).toBeGreaterThan(1);
    await user.click(screen.getByRole("button", { name: "新建账号" }));
    expect(create.mock.calls.at(-1)).toEqual([{ login: "lixin_01", name: "李新", mobile: "13900001234", officeCode: "NEEB", posts: ["examiner"] }]);
    expect((await screen.findByLabelText("一次性密码")).textContent).toBe("Ab3d-Ef5g-Hj7k-Mn9p");
    await user.click(screen.getByRole("button", { name: "已转告，关闭" }));
    expect(router.push).toHaveBeenCalledWith("/admin/people");
  });
});
