import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { AssignDialog } from "@/components/review/AssignDialog";
import { CaseDesk } from "@/components/review/CaseDesk";
import { OfficePhrases } from "@/components/review/OfficePhrases";
import { PeopleTable } from "@/components/review/PeopleTable";
import type { AssignReply } from "@/components/review/queue-actions";
import { SavedViews } from "@/components/review/SavedViews";
import { TakeOverDialog } from "@/components/review/TakeOverDialog";
import type { QueuePerson } from "@/lib/licensing/queue-views";
import { done } from "../account/replies";
import { waiting } from "../account/waiting";
import { caseActions } from "./case-actions";
import { caseView } from "./case-view";

const router = { push: vi.fn(), refresh: vi.fn() };
vi.mock("next/navigation", () => ({ useRouter: () => router, usePathname: () => "/admin/applications/1" }));

beforeEach(() => vi.clearAllMocks());

const escape = (dialog: HTMLElement) => fireEvent(dialog, new Event("cancel", { cancelable: true }));

/** 正在办：取消、关闭、Esc、再按一次都不算，写的改不了。 */
async function expectHeld(asked: ReturnType<typeof vi.fn>, verb: string | RegExp) {
  const dialog = screen.getByRole("dialog");
  const buttons = within(dialog);
  for (const button of [...buttons.queryAllByRole("button", { name: "取消" }), ...buttons.getAllByRole("button", { name: verb })]) await userEvent.click(button);
  for (const form of dialog.querySelectorAll("form")) fireEvent.submit(form);
  escape(dialog);
  expect(screen.getByRole("dialog")).toBe(dialog);
  expect(asked).toHaveBeenCalledOnce();
  expect(dialog.querySelector("textarea, input")?.closest("[inert]")).toBeTruthy();
}

describe("办理环节", () => {
  const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));
  const reason = () => within(screen.getByRole("dialog")).getByLabelText<HTMLTextAreaElement>(/^理由/);

  it("L-6-04 写到一半取消、Esc，或者别人先办了：再打开同一个动作，写的还在；办成了就不留", async () => {
    const deciding = waiting<{ state: string }>();
    render(<CaseDesk view={caseView()} actions={caseActions({ decide: deciding.asked })} />);
    await press("不予受理");
    await userEvent.type(reason(), "材料不齐");
    await press("取消");
    await press("不予受理");
    expect(reason().value).toBe("材料不齐");
    escape(screen.getByRole("dialog"));
    await press("不予受理");
    await userEvent.type(within(screen.getByRole("dialog")).getByLabelText(/^法律依据/), "第八条");
    await press("确定不予受理");
    await deciding.refuse("刘洋已办理“受理”");
    expect(screen.queryByRole("dialog")).toBeNull();
    await press("受理");
    expect(screen.getByRole("dialog").textContent).not.toContain("材料不齐");
    await press("取消");
    await press("不予受理");
    expect(reason().value).toBe("材料不齐");
    await press("确定不予受理");
    await deciding.done({ state: "rejected" });
    await press("不予受理");
    expect(reason().value).toBe("");
  });

  it("L-6-04 正在办的关不掉、改不了、不会办两次；没有办成的，写的还在", async () => {
    const deciding = waiting<{ state: string }>();
    render(<CaseDesk view={caseView()} actions={caseActions({ decide: deciding.asked })} />);
    await press("不予受理");
    await userEvent.type(reason(), "材料不齐");
    await userEvent.type(within(screen.getByRole("dialog")).getByLabelText(/^法律依据/), "第八条");
    await press("确定不予受理");
    await expectHeld(deciding.asked, "确定不予受理");
    await deciding.refuse("没有办成", "unexpected");
    expect(reason().value).toBe("材料不齐");
    expect(reason().closest("[inert]")).toBeNull();
  });

  it("L-6-02 接办的也是；领取按两次只领一次", async () => {
    const taking = waiting<unknown>();
    const takeOver = vi.fn(async (given: string) => void (await taking.asked(given)));
    const { unmount } = render(<TakeOverDialog title="接办" takeOver={takeOver} onClose={vi.fn()} />);
    await userEvent.type(screen.getByLabelText(/接办的理由/), "刘洋外出");
    await press("接办");
    await expectHeld(taking.asked, "接办");
    unmount();
    const claiming = waiting<unknown>();
    render(<CaseDesk view={caseView({ holder: "", mine: false })} actions={caseActions({ claim: claiming.asked })} />);
    await press("领取");
    await press("领取");
    expect(claiming.asked).toHaveBeenCalledOnce();
  });
});

describe("人员与指派", () => {
  const person = (changes: Partial<QueuePerson>): QueuePerson => ({ id: "p1", name: "张敏", posts: "受理岗", awayUntil: "", held: 0, own: true, absences: [], ...changes });

  it("issue 5 指派时接连按两次 Enter 只交一次", async () => {
    const assigning = waiting<AssignReply>();
    render(<AssignDialog title="指派" verb="指派" colleagues={[{ id: "p1", name: "张敏", posts: "受理岗", awayUntil: "" }]} assign={assigning.asked} onClose={vi.fn()} onDone={vi.fn()} />);
    await userEvent.type(screen.getByLabelText(/理由/), "分工调整{Enter}{Enter}");
    await expectHeld(assigning.asked, "指派");
  });

  it("issue 5 登记外出正在送去时关不掉；取消外出按两次，不把办成的说成没有办成", async () => {
    const [recording, removing] = [waiting<unknown>(), waiting<unknown>()];
    const people = [person({ absences: [{ id: "a1", fromOn: "2026-11-22", untilOn: "2026-12-01", note: "", now: true }] })];
    render(<PeopleTable people={people} actions={{ redistribute: done({ moved: 0, left: [], more: false }), recordAbsence: recording.asked, removeAbsence: removing.asked }} assigns reviews />);
    const cancel = () => userEvent.click(screen.getByRole("button", { name: /^取消.*2026-11-22/ }));
    await cancel();
    await cancel();
    await removing.done({});
    expect(screen.getByText("已取消外出")).toBeTruthy();
    await cancel();
    expect(removing.asked, "列表还没有换新").toHaveBeenCalledOnce();
    await userEvent.click(screen.getByRole("button", { name: /^登记外出/ }));
    await userEvent.click(screen.getByRole("button", { name: "登记" }));
    await expectHeld(recording.asked, "登记");
  });

  it("L-6-04 常用语正在存时写不进下一条，也不存两次；存好了再写", async () => {
    const saving = waiting<unknown>();
    render(<OfficePhrases phrases={[]} save={saving.asked} remove={done({})} />);
    const box = screen.getByLabelText<HTMLInputElement>("新的一条");
    await userEvent.type(box, "请盖章{Enter}{Enter}");
    await userEvent.type(box, "下一条");
    expect([box.value, saving.asked.mock.calls.length]).toEqual(["请盖章", 1]);
    await saving.done({});
    await userEvent.type(box, "下一条");
    expect(box.value).toBe("下一条");
  });
});

describe("存为常用语", () => {
  it("L-6-04 写意见时存为常用语按两次只存一次，不说已经有了", async () => {
    const saving = waiting<unknown>();
    render(<CaseDesk view={caseView()} actions={caseActions({ savePhrase: saving.asked })} />);
    await userEvent.click(screen.getByRole("button", { name: "写意见：技术负责人" }));
    await userEvent.type(screen.getByRole("textbox", { name: "意见内容" }), "请盖章");
    await userEvent.click(screen.getByRole("button", { name: "存为常用语" }));
    await userEvent.click(screen.getByRole("button", { name: "存为常用语" }));
    expect(saving.asked).toHaveBeenCalledOnce();
  });
});

describe("保存的筛选", () => {
  const kept = [{ id: "v1", name: "四级", href: "/admin/queue/intake?level=4" }];
  const show = (actions: Partial<Parameters<typeof SavedViews>[0]["actions"]>) => render(<SavedViews views={kept} query={{ stage: "intake" }} actions={{ saveView: done({}), renameView: done({}), removeView: done({}), ...actions }} />);
  const menu = () => screen.getByText("保存的筛选", { selector: "summary" });

  it("issue 5 正在存时关不掉、不存两次；长的名称一个字不截；存好了焦点回到菜单上", async () => {
    const saving = waiting<unknown>();
    show({ saveView: saving.asked });
    await userEvent.click(menu());
    await userEvent.click(screen.getByRole("button", { name: "保存现在的筛选" }));
    await userEvent.click(screen.getByLabelText(/名称/));
    await userEvent.paste("长".repeat(40));
    await userEvent.keyboard("{Enter}");
    expect(saving.asked).toHaveBeenCalledWith(expect.objectContaining({ name: "长".repeat(40) }));
    await expectHeld(saving.asked, "保存");
    await saving.done({});
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(document.activeElement).toBe(menu());
  });

  it("issue 5 Esc 关上，焦点回到菜单上；改名之后关上整理也是", async () => {
    show({});
    await userEvent.click(menu());
    await userEvent.click(screen.getByRole("button", { name: "保存现在的筛选" }));
    escape(screen.getByRole("dialog"));
    expect(document.activeElement).toBe(menu());
    await userEvent.click(menu());
    await userEvent.click(screen.getByRole("button", { name: "整理" }));
    await userEvent.click(screen.getByRole("button", { name: /^改名/ }));
    await userEvent.click(screen.getByRole("button", { name: "保存" }));
    await waitFor(() => expect(screen.getByRole("dialog", { name: "保存的筛选" })).toBeTruthy());
    escape(screen.getByRole("dialog"));
    expect(document.activeElement).toBe(menu());
  });

  it("issue 5 删去按两次只删一次；删了的当即不列", async () => {
    const removing = waiting<unknown>();
    show({ removeView: removing.asked });
    await userEvent.click(menu());
    await userEvent.click(screen.getByRole("button", { name: "整理" }));
    const button = screen.getByRole("button", { name: /^删去/ });
    await userEvent.click(button);
    await userEvent.click(button);
    expect(removing.asked).toHaveBeenCalledOnce();
    await removing.done({});
    expect(screen.queryByRole("button", { name: /^删去/ })).toBeNull();
    expect(screen.getByText("没有保存的筛选。")).toBeTruthy();
  });
});
