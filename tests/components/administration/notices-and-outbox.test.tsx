import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Reply } from "@/components/account/reply";
import { OutboxTable } from "@/components/account/OutboxTable";
import type { OutboxRow } from "@/lib/terms/outbox";
import { DraftRemoval } from "@/components/notices/DraftRemoval";
import { NoticeBody } from "@/components/notices/NoticeBody";
import { NoticeCommands } from "@/components/notices/NoticeCommands";
import { NoticeForm } from "@/components/notices/NoticeForm";
import { NoticeList } from "@/components/notices/NoticeList";
import { refusing } from "../account/replies";
import { lateAnswer } from "../late-answer";
import { asksNoMore, asksOnLeave } from "../ui/leaving";

const router = vi.hoisted(() => ({ push: vi.fn(), refresh: vi.fn(), replace: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => router }));
beforeEach(() => Object.values(router).forEach((one) => one.mockReset()));

const done = <T,>(value: T) => Promise.resolve({ ok: true as const, value });
const draft = { id: null, revision: 0, title: "", body: "", audience: "public" as const, officeCode: "", pinned: false, publishOn: "" };
const check = () => done(undefined);
const offices = [{ value: "NEEB", label: "国家能源局东北监管局" }];

describe("通知公告", () => {
  it("issue 5 正文只有段落与网址：标记按文字显示，网址之后的标点不算在内，别的地址不成链接", () => {
    const { container } = render(<NoticeBody body={"第一段 <b>不加粗</b>\n\n请看 https://www.nea.gov.cn/a?b=1。\njavascript:alert(1) http://nowhere"} />);
    expect(container.querySelectorAll("p")).toHaveLength(3);
    expect(container.querySelector("b")).toBeNull();
    expect(container.textContent).toContain("<b>不加粗</b>");
    expect(screen.getAllByRole("link").map((link) => [link.getAttribute("href"), link.className])).toEqual([["https://www.nea.gov.cn/a?b=1", "web-address"]]);
  });

  it("issue 5 列表标出置顶与只给企业的", () => {
    render(<NoticeList notices={[{ id: "n1", title: "放假安排", publishedAt: "2026-11-20T01:00:00Z", pinned: true, forEnterprises: true }]} />);
    expect(screen.getByRole("listitem").textContent).toContain("置顶");
    expect(screen.getByRole("listitem").textContent).toContain("企业");
  });

  it("issue 5 给企业的才选机构；错处在字段旁与摘要里，写的不丢；公布之前再问一次", async () => {
    const save = vi.fn((command: { publish: boolean }) =>
      command.publish ? done({ id: "n1" }) : Promise.resolve({ ok: false as const, code: "invalid", message: "请填写标题", fields: { title: "请填写标题" } }));
    render(<NoticeForm check={check} draft={draft} offices={offices} save={save as never} />);
    expect(screen.queryByLabelText(/管辖机构/)).toBeNull();
    fireEvent.click(screen.getByLabelText("登录的企业"));
    fireEvent.change(screen.getByLabelText(/管辖机构/), { target: { value: "NEEB" } });
    fireEvent.change(screen.getByLabelText(/正文/), { target: { value: "放假三天。" } });
    fireEvent.click(screen.getByRole("button", { name: "保存草稿" }));
    await waitFor(() => expect(screen.getByRole("link", { name: /标题：请填写标题/ }).getAttribute("href")).toBe("#notice-title"));
    expect(screen.getByLabelText<HTMLTextAreaElement>(/正文/).value).toBe("放假三天。");
    fireEvent.click(screen.getByRole("button", { name: "预览" }));
    expect(document.getElementById("notice-preview")?.textContent).toContain("放假三天。");
    fireEvent.change(screen.getByLabelText(/^标题/), { target: { value: "放假" } });
    fireEvent.click(screen.getByRole("button", { name: "公布" }));
    const dialog = await screen.findByRole("dialog");
    expect(dialog.textContent).toContain("只能撤下");
    fireEvent.click(within(dialog).getByRole("button", { name: "公布" }));
    await waitFor(() => expect(router.replace).toHaveBeenCalledWith("/admin/notices"));
    expect(save).toHaveBeenLastCalledWith({ ...draft, title: "放假", body: "放假三天。", audience: "enterprises", officeCode: "NEEB", publish: true });
  });
});

describe("写了一半的通知", () => {
  it("issue 5 公布之前先看填得对不对：不对的写在字段旁，不问", async () => {
    const wrong = { title: "请填写标题", publishOn: "请填写今天或以后一年内的日期" };
    const save = vi.fn(() => done({ id: "n1" }));
    render(<NoticeForm check={() => Promise.resolve({ ok: false as const, code: "invalid", message: "请填写标题", fields: wrong })} draft={draft} offices={offices} save={save} />);
    fireEvent.click(screen.getByRole("button", { name: "公布" }));
    expect(await screen.findByRole("link", { name: /公布日期：请填写今天或以后/ })).toBeTruthy();
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(save).not.toHaveBeenCalled();
  });

  it("issue 5 粘贴的比限定的长：一个字不截，原样送去，说最多几个字，写的还在", async () => {
    const tooLong = { title: "标题最多 100 个字", body: "正文最多 10000 个字" };
    const save = refusing<{ id: string }>(tooLong, tooLong.title);
    render(<NoticeForm check={check} draft={draft} offices={offices} save={save} />);
    const user = userEvent.setup();
    const [title, body] = [screen.getByLabelText<HTMLInputElement>(/^标题/), screen.getByLabelText<HTMLTextAreaElement>(/^正文/)];
    for (const [box, text] of [[title, "长".repeat(300)], [body, "长".repeat(10_001)]] as const) {
      await user.click(box);
      await user.paste(text);
    }
    await user.click(screen.getByRole("button", { name: "保存草稿" }));
    expect(save).toHaveBeenCalledWith(expect.objectContaining({ title: "长".repeat(300), body: "长".repeat(10_001) }));
    for (const words of Object.values(tooLong)) expect(await screen.findByText(words, { selector: ".err span" })).toBeTruthy();
    expect([title.value.length, body.value.length]).toEqual([300, 10_001]);
    expect(screen.queryByText("草稿已保存")).toBeNull();
  });

  it("issue 5 别人先改过：写的还在，按了才取最新的，取来了换成新的", async () => {
    const stale = "这条通知刚被别人改过，您这次的改动没有生效";
    const stored = { ...draft, id: "n1", revision: 2, title: "放假" };
    const save = refusing<{ id: string }>({ version: stale }, stale, "conflict");
    const { rerender } = render(<NoticeForm check={check} draft={stored} offices={offices} save={save} />);
    const title = () => screen.getByLabelText<HTMLInputElement>(/^标题/);
    fireEvent.change(title(), { target: { value: "我的标题" } });
    fireEvent.click(screen.getByRole("button", { name: "保存草稿" }));
    expect((await screen.findByRole("status")).textContent).toContain(stale);
    rerender(<NoticeForm check={check} draft={{ ...stored, revision: 3, title: "别人的标题" }} offices={offices} save={save} />);
    expect(title().value, "没有按不换").toBe("我的标题");
    fireEvent.click(screen.getByRole("button", { name: /看最新的/ }));
    expect(router.refresh).toHaveBeenCalled();
    expect(title().value).toBe("别人的标题");
  });

  it("issue 5 没有保存的，点别的链接、关闭页面都先问；存了草稿不问，再改又问", async () => {
    const stored = { ...draft, id: "n1", revision: 2 };
    render(<NoticeForm check={check} draft={stored} offices={offices} save={() => done({ id: "n1" })} />);
    const title = (value: string) => fireEvent.change(screen.getByLabelText(/^标题/), { target: { value } });
    expect(asksOnLeave()).toBe(false);
    title("放假");
    expect(asksOnLeave()).toBe(true);
    fireEvent.click(screen.getByRole("button", { name: "留在本页" }));
    fireEvent.click(screen.getByRole("button", { name: "保存草稿" }));
    await screen.findByText("草稿已保存");
    await asksNoMore();
    title("放假三天");
    expect(asksOnLeave()).toBe(true);
    fireEvent.click(screen.getByRole("button", { name: "放弃修改" }));
    expect(router.replace).toHaveBeenCalledWith("/admin/elsewhere");
  });
});

describe("通知正在办的时候", () => {
  const held = () => [/^标题/, /^正文/, "置顶"].map((name) => screen.getByLabelText(name).closest("[inert]") !== null);

  it("issue 5 保存没有答复之前各栏不能改、不再送一次；答复到了可以接着写", async () => {
    const answer = lateAnswer<Reply<{ id: string }>>();
    const save = vi.fn(() => answer.promise);
    render(<NoticeForm check={check} draft={{ ...draft, id: "n1", revision: 2, title: "放假" }} offices={offices} save={save} />);
    fireEvent.click(screen.getByRole("button", { name: "保存草稿" }));
    expect(held()).toEqual([true, true, true]);
    fireEvent.submit(screen.getByRole("form"));
    answer.arrive({ ok: true, value: { id: "n1" } });
    await screen.findByText("草稿已保存");
    expect(save).toHaveBeenCalledOnce();
    expect(held()).toEqual([false, false, false]);
  });

  it("issue 5 新的一条存好、正换到它的那一页：不能再写，写了带不过去", async () => {
    render(<NoticeForm check={check} draft={draft} offices={offices} save={() => done({ id: "n9" })} />);
    fireEvent.click(screen.getByRole("button", { name: "保存草稿" }));
    await waitFor(() => expect(router.replace).toHaveBeenCalled());
    expect(held()).toEqual([true, true, true]);
  });

  it("issue 5 置顶按两下只送一次，不说没有办成", async () => {
    const answer = lateAnswer<Reply<unknown>>();
    const pin = vi.fn((_command: unknown) => answer.promise);
    render(<NoticeCommands notice={{ id: "n1", revision: 2, pinned: false }} pin={pin} withdraw={() => done(undefined)} />);
    const user = userEvent.setup();
    await user.dblClick(screen.getByRole("button", { name: "置顶" }));
    answer.arrive({ ok: true, value: undefined });
    await waitFor(() => expect(router.refresh).toHaveBeenCalledOnce());
    expect(pin).toHaveBeenCalledOnce();
  });

  it("issue 5 删去草稿按两下只送一次，离开之前不再让人按", async () => {
    const answer = lateAnswer<Reply<unknown>>();
    const remove = vi.fn(() => answer.promise);
    render(<DraftRemoval id="n1" remove={remove} />);
    const user = userEvent.setup();
    await user.click(screen.getByRole("button", { name: "删去草稿" }));
    await user.dblClick(within(screen.getByRole("dialog")).getByRole("button", { name: "删去" }));
    answer.arrive({ ok: true, value: undefined });
    await waitFor(() => expect(router.push).toHaveBeenCalledWith("/admin/notices"));
    expect(remove).toHaveBeenCalledOnce();
    expect(screen.getByRole("button", { name: "删去草稿" }).getAttribute("aria-disabled")).toBe("true");
  });
});

describe("草稿存成、公布之后", () => {
  const button = (name: string) => screen.getByRole("button", { name });
  const title = (value: string) => fireEvent.change(screen.getByLabelText(/^标题/), { target: { value } });

  /** 放在历史里的位置；换页的那一刻记下。 */
  function watchHistory() {
    const start = window.history.length;
    window.history.pushState({ at: "form" }, "");
    const seen: unknown[] = [];
    router.replace.mockImplementation(() => seen.push(window.history.state));
    return { start, seen };
  }

  it("issue 5 第一次存草稿：先退下多放的那一条，再以新地址换掉起草页，取最新的；后退不回到空表", async () => {
    const { start, seen } = watchHistory();
    render(<NoticeForm check={check} draft={draft} offices={offices} save={() => done({ id: "n9" })} />);
    title("放假");
    expect(window.history.length).toBe(start + 2);
    window.history.replaceState({ at: "spare" }, "");
    fireEvent.click(button("保存草稿"));
    await waitFor(() => expect(router.replace).toHaveBeenCalledWith("/admin/notices/n9?saved=1"));
    expect(seen).toEqual([{ at: "form" }]);
    expect(router.refresh).toHaveBeenCalledOnce();
    await asksNoMore();
  });

  it("issue 5 公布之后也是换掉本页、取最新的：后退不回到编辑的表；一个字没有改的直接换", async () => {
    const { seen } = watchHistory();
    const { unmount } = render(<NoticeForm check={check} draft={{ ...draft, id: "n1", revision: 2, title: "放假" }} offices={offices} save={() => done({ id: "n1" })} />);
    const publish = async () => {
      fireEvent.click(button("公布"));
      fireEvent.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "公布" }));
    };
    title("放假三天");
    window.history.replaceState({ at: "spare" }, "");
    await publish();
    await waitFor(() => expect(router.replace).toHaveBeenCalledWith("/admin/notices"));
    expect(seen).toEqual([{ at: "form" }]);
    expect(router.refresh).toHaveBeenCalledOnce();
    unmount();
    render(<NoticeForm check={check} draft={{ ...draft, id: "n2", revision: 2, title: "值班" }} offices={offices} save={() => done({ id: "n2" })} />);
    await publish();
    await waitFor(() => expect(router.replace).toHaveBeenCalledTimes(2));
    expect(seen).toEqual([{ at: "form" }, { at: "form" }]);
    expect(router.refresh).toHaveBeenCalledTimes(2);
  });

  it("issue 5 由起草页转来的说「草稿已保存」，一改就不说了", () => {
    render(<NoticeForm check={check} draft={{ ...draft, id: "n9", revision: 1, title: "放假" }} offices={offices} save={() => done({ id: "n9" })} justSaved />);
    expect(screen.getByRole("status").textContent).toContain("草稿已保存");
    title("放假三天");
    expect(screen.queryByText("草稿已保存")).toBeNull();
  });

  it("issue 5 错误摘要按页面的次序，不论服务端先说哪一处", async () => {
    const fields = { publishOn: "请选择今天或以后的日期", body: "请填写正文", title: "请填写标题" };
    render(<NoticeForm check={check} draft={draft} offices={offices} save={() => Promise.resolve({ ok: false as const, code: "invalid", message: "请填写正文", fields })} />);
    fireEvent.click(button("保存草稿"));
    await screen.findByRole("link", { name: /^标题：/ });
    const links = [...document.querySelectorAll(".errsum a")];
    expect(links.map((link) => link.textContent?.split("：")[0])).toEqual(["标题", "正文", "公布日期"]);
  });
});

describe("短信发件箱", () => {
  const line = (change: Partial<OutboxRow>): OutboxRow => ({ id: "m1", recipient: "139****0009", kindWord: "办理通知", state: "failed", attempts: 5, resends: 1, lastError: "服务商没有答复", createdAt: "2026-11-22T01:00:00Z", resendable: true, ...change });

  it("issue 5 没发成的说出原因、次数，可以重发；别的没有【重发】", async () => {
    const resend = vi.fn((_command: { id: string }) => done(undefined));
    render(<OutboxTable rows={[line({}), line({ id: "m2", state: "kept", resendable: false, resends: 0, lastError: "" })]} read={() => done({ recipient: "", body: "" })} resend={resend} />);
    const [, first, second] = screen.getAllByRole("row");
    for (const words of ["发送失败", "服务商没有答复", "5（重发 1）"]) expect(first?.textContent).toContain(words);
    expect(second?.textContent).not.toContain("重发");
    fireEvent.click(screen.getByRole("button", { name: /重发/ }));
    await waitFor(() => expect(screen.getByRole("status").textContent).toContain("已放回待发送"));
    expect(resend).toHaveBeenCalledWith({ id: "m1" });
    expect(router.refresh).toHaveBeenCalled();
  });

  it("issue 5 重发按两下只送一次", async () => {
    const answer = lateAnswer<Reply<unknown>>();
    const resend = vi.fn((_command: { id: string }) => answer.promise);
    render(<OutboxTable rows={[line({})]} read={() => done({ recipient: "", body: "" })} resend={resend} />);
    await userEvent.setup().dblClick(screen.getByRole("button", { name: /重发/ }));
    answer.arrive({ ok: true, value: undefined });
    await screen.findByText(/已放回待发送/);
    expect(resend).toHaveBeenCalledOnce();
  });
});
