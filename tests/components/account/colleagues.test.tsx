import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { Colleagues, type ColleaguesProps } from "@/components/account/Colleagues";
import type { Reply } from "@/components/account/reply";
import { lateAnswer } from "../late-answer";
import { done } from "./replies";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: vi.fn() }) }));

const invitation = { id: "i1", name: "张强", mobile: "139****0002", roles: ["填报人"], expired: false, expiresOn: "2026-11-29" };

function open(changes: Partial<ColleaguesProps>) {
  render(<Colleagues colleagues={[]} invitations={[invitation]} roles={[{ value: "filler", label: "填报人" }]} editable invite={done({})} revoke={done({})} setState={done({})} {...changes} />);
  return userEvent.setup();
}

const isThere = () => screen.queryByRole("dialog") !== null;
const escape = () => fireEvent(screen.getByRole("dialog"), new Event("cancel", { cancelable: true }));

describe("同事与邀请", () => {
  it("L-1-02 邀请送出之后答复未到，关不掉：迟到的答复不会关掉另一份邀请", async () => {
    const answer = lateAnswer<Reply<unknown>>();
    const invite = vi.fn(() => answer.promise);
    const user = open({ invite });
    await user.click(screen.getByRole("button", { name: "邀请同事" }));
    const dialog = within(screen.getByRole("dialog"));
    await user.type(dialog.getByLabelText(/^姓名/), "李丽");
    await user.type(dialog.getByLabelText(/^手机号码/), "13900001111");
    await user.click(dialog.getByRole("checkbox", { name: "填报人" }));
    await user.click(dialog.getByRole("button", { name: "发送邀请" }));
    await waitFor(() => expect(invite).toHaveBeenCalledOnce());
    await user.click(dialog.getByRole("button", { name: "取消" }));
    await user.click(dialog.getByRole("button", { name: "关闭" }));
    escape();
    expect(isThere()).toBe(true);
    answer.arrive({ ok: true, value: {} });
    expect(await screen.findByText(/邀请已用短信发给 李丽/)).toBeTruthy();
    expect(isThere()).toBe(false);
  });

  it("L-1-02 【撤回】按两下只送一次，答复到了才关，说的是撤回了", async () => {
    const answer = lateAnswer<Reply<unknown>>();
    const revoke = vi.fn(() => answer.promise);
    const user = open({ revoke });
    await user.click(screen.getByRole("button", { name: /^撤回/ }));
    const dialog = within(screen.getByRole("dialog"));
    await user.click(dialog.getByRole("button", { name: "撤回" }));
    await user.click(dialog.getByRole("button", { name: "撤回" }));
    escape();
    expect(isThere()).toBe(true);
    expect(revoke).toHaveBeenCalledOnce();
    answer.arrive({ ok: true, value: {} });
    expect(await screen.findByText("已撤回给 张强 的邀请")).toBeTruthy();
    await waitFor(() => expect(isThere()).toBe(false));
  });
});
