import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { rowsOf } from "@/lib/forms/answers";
import { completeNewLicence } from "../../builders/new-licence";
import { applicationFacts, FakeServer, pdf, press, renderSection } from "./section-screen";

const { navigate } = vi.hoisted(() => ({ navigate: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => ({ push: navigate, replace: navigate, refresh: vi.fn() }), usePathname: () => "/" }));

beforeEach(() => {
  navigate.mockReset();
  localStorage.clear();
});

const built = completeNewLicence();
const LEAD = "technical-lead";
const PEOPLE = "technicians";
const facts = () => applicationFacts({ answers: built.answers, files: built.files });
const employer = () => screen.getByRole("textbox", { name: "工作单位" });
const sheet = () => screen.getByRole("form", { name: /^(添加|编辑)/ });
const panel = () => screen.findByRole("alert", { name: "两人同时修改" });

describe("别人先改了同一行", () => {
  it.each([
    ["删去", []],
    ["改了", [{ ...rowsOf(built.answers[LEAD] ?? {}, "workExperience")[0], employer: "对方改的单位" }]],
  ])("L-4.0-03 对方已%s这一条：【确定】之后对话框关上，焦点在两边对照处，写的还在，可以选【用我的】", async (_how, theirs) => {
    const server = new FakeServer(built.answers);
    const { user } = renderSection({ section: LEAD, facts: facts(), server });
    server.change(LEAD, { workExperience: theirs });
    await user.click(within(screen.getByRole("table", { name: "工作经历" })).getAllByRole("button", { name: /^修改/ })[0] as HTMLElement);
    await user.type(employer(), "二分部");
    await user.click(press("确定"));
    const both = await panel();
    expect(screen.queryByRole("dialog")).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(both));
    expect(within(screen.getByRole("table", { name: "工作经历" })).getByText(/二分部$/)).toBeDefined();
    await user.click(within(both).getByRole("button", { name: /^用我的/ }));
    await user.click(press("保存"));
    await waitFor(() => expect(JSON.stringify(server.answers(LEAD).workExperience)).toContain("二分部"));
  });

  it("L-4.0-03 名册的编辑栏也一样：【确定并下一人】遇到冲突不打开下一人", async () => {
    const server = new FakeServer(built.answers);
    const { user } = renderSection({ section: PEOPLE, facts: facts(), server });
    server.change(PEOPLE, { technicians: rowsOf(server.answers(PEOPLE), "technicians").slice(1) });
    await user.click(screen.getAllByRole("button", { name: /^编辑/ })[0] as HTMLElement);
    await user.type(within(sheet()).getByRole("textbox", { name: "现任职务" }), "兼安全员");
    await user.click(press("确定并下一人"));
    const both = await panel();
    await waitFor(() => expect(document.activeElement).toBe(both));
    expect(screen.queryByRole("form", { name: /^(添加|编辑)/ })).toBeNull();
  });
});

describe("不要填了一半的一条", () => {
  it("L-4.1.3-03 Esc、【取消】先问：【接着填】什么也不丢，【放弃】才不留", async () => {
    const { user, server } = renderSection({ section: LEAD, facts: facts() });
    await user.click(press("工作经历+"));
    await user.type(employer(), "还没填完");
    await user.click(press("取消"));
    const question = screen.getByRole("dialog", { name: "放弃这一条的修改？" });
    await user.click(within(question).getByRole("button", { name: "接着填" }));
    expect(employer()).toHaveProperty("value", "还没填完");
    screen.getByRole("dialog", { name: "添加工作经历" }).dispatchEvent(new Event("cancel", { cancelable: true }));
    await user.click(await screen.findByRole("button", { name: "放弃" }));
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(server.commands).toHaveLength(0);
  });

  it("L-4.1.5-03 添加技术人员：填过的先问，改回原样的、没动过的当即关上", async () => {
    const { user } = renderSection({ section: PEOPLE, facts: facts() });
    await user.click(press("＋ 添加技术人员"));
    const name = within(sheet()).getByRole("textbox", { name: "姓名" });
    await user.type(name, "孙");
    await user.click(press("取消"));
    await user.click(press("接着填"));
    expect(name).toHaveProperty("value", "孙");
    await user.clear(name);
    await user.click(press("取消"));
    expect(screen.queryByRole("form", { name: /^添加/ })).toBeNull();
    await user.click(screen.getAllByRole("button", { name: /^编辑/ })[0] as HTMLElement);
    await user.click(press("关闭编辑"));
    expect(screen.queryByRole("form", { name: /^编辑/ })).toBeNull();
  });

  it("L-4.1.5-03 选了文件没传的也先问；【放弃】之后这一行的文件不再等着上传", async () => {
    const upload = vi.fn();
    const { user } = renderSection({ section: PEOPLE, facts: facts(), upload });
    await user.click(screen.getAllByRole("button", { name: /^编辑/ })[0] as HTMLElement);
    await user.upload(screen.getByLabelText("选取文件：社会保险缴纳证明"), pdf("社保.pdf"));
    await user.click(press("取消"));
    await user.click(press("放弃"));
    await user.click(press("保存"));
    expect(upload).not.toHaveBeenCalled();
  });
});

describe("先后颠倒的年月", () => {
  it("L-4.1.3-03 截止早于起始：【确定】当场在字段旁说，焦点到它，改对才收", async () => {
    const { user, server } = renderSection({ section: LEAD, facts: facts() });
    await user.click(press("工作经历+"));
    await user.type(employer(), "沈阳庚输变电工程有限公司");
    await user.type(screen.getByRole("textbox", { name: /^起始年月/ }), "2016-03");
    const end = screen.getByRole("textbox", { name: /^截止年月/ });
    await user.type(end, "2007-06");
    await user.click(press("确定"));
    expect(await screen.findByText(/不得早于起始年月/)).toBeDefined();
    await waitFor(() => expect(document.activeElement).toBe(end));
    expect(server.commands).toHaveLength(0);
    await user.clear(end);
    await user.type(end, "2017-06");
    await waitFor(() => expect(screen.queryByText(/不得早于起始年月/)).toBeNull());
    await user.click(press("确定"));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(server.commands).toHaveLength(1);
  });
});

describe("写着一条去做别的", () => {
  it("L-4.1.5-03 名册里写了一半去编辑另一人：写的留在页面上，【保存】照存", async () => {
    const { user, server } = renderSection({ section: PEOPLE, facts: facts() });
    const edits = screen.getAllByRole("button", { name: /^编辑/ });
    await user.click(edits[0] as HTMLElement);
    const post = () => within(sheet()).getByRole("textbox", { name: "现任职务" });
    await user.clear(post());
    await user.type(post(), "班长兼安全员");
    await user.click(edits[1] as HTMLElement);
    expect(post()).not.toHaveProperty("value", "班长兼安全员");
    await user.click(press("保存"));
    await waitFor(() => expect(JSON.stringify(server.answers(PEOPLE).technicians)).toContain("班长兼安全员"));
  });

  it("L-4.1.3-03 【保存】还没有答复就打开另一条：答复来了不把它关上，写的还在", async () => {
    const server = new FakeServer(built.answers);
    let arrive = (): void => undefined;
    const answered = server.save;
    server.save = async (command) => {
      await new Promise<void>((resolve) => (arrive = resolve));
      return answered(command);
    };
    const { user } = renderSection({ section: LEAD, facts: facts(), server });
    await user.type(screen.getByRole("textbox", { name: /^毕业院校/ }), "（本部）");
    await user.click(press("保存"));
    await user.click(press("工作经历+"));
    await user.type(employer(), "沈阳庚输变电");
    arrive();
    await waitFor(() => expect(server.answers(LEAD).school).toContain("（本部）"));
    await waitFor(() => expect(screen.queryByText("正在保存…")).toBeNull());
    expect(employer()).toHaveProperty("value", "沈阳庚输变电");
  });
});

/** 答复要等一会儿的服务端；arrive 让最早的一次答复到达。 */
function slowServer(): { server: FakeServer; arrive: () => void } {
  const server = new FakeServer(built.answers);
  const waiting: (() => void)[] = [];
  const answered = server.save;
  server.save = async (command) => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    return answered(command);
  };
  return { server, arrive: () => waiting.shift()?.() };
}

const school = () => screen.getByRole("textbox", { name: /^毕业院校/ });
const settled = () => waitFor(() => expect(screen.queryByText("正在保存…")).toBeNull());

describe("保存还没有答复时接着做的", () => {
  it("L-4.0-03 删去一条又【撤销】：这一条回来并存下", async () => {
    const { server, arrive } = slowServer();
    const { user } = renderSection({ section: LEAD, facts: facts(), server });
    const table = () => within(screen.getByRole("table", { name: "工作经历" }));
    const before = rowsOf(server.answers(LEAD), "workExperience").length;
    await user.click(table().getAllByRole("button", { name: /^删除/ })[0] as HTMLElement);
    await user.click(press(/^撤销/));
    arrive();
    await waitFor(() => expect(rowsOf(server.answers(LEAD), "workExperience")).toHaveLength(before - 1));
    await waitFor(() => (arrive(), expect(rowsOf(server.answers(LEAD), "workExperience")).toHaveLength(before)));
    await settled();
    expect(table().getAllByRole("button", { name: /^删除/ })).toHaveLength(before);
  });

  it("L-4.0-03 【下一步】还没有答复又写了：留在本页，写的还在；改回原样的也不被改掉", async () => {
    const { server, arrive } = slowServer();
    const { user } = renderSection({ section: LEAD, facts: facts(), server });
    const old = (school() as HTMLInputElement).value;
    await user.type(school(), "二");
    await user.click(press("下一步"));
    await user.clear(school());
    await user.type(school(), old);
    arrive();
    await waitFor(() => expect(server.answers(LEAD).school).toBe(`${old}二`));
    await settled();
    expect(school()).toHaveProperty("value", old);
    expect(screen.getByText("有未保存的修改")).toBeDefined();
    expect(navigate).not.toHaveBeenCalled();
  });

  it("L-4.1.5-03 【确定】还没有答复：编辑栏不能改、不能取消；换去编辑别人的，答复来了不打开下一人", async () => {
    const { server, arrive } = slowServer();
    const { user } = renderSection({ section: PEOPLE, facts: facts(), server });
    const edits = screen.getAllByRole("button", { name: /^编辑/ });
    await user.click(edits[0] as HTMLElement);
    const post = () => within(sheet()).getByRole("textbox", { name: "现任职务" });
    await user.type(post(), "甲");
    await user.click(press("确定并下一人"));
    expect(post().closest("[inert]")).not.toBeNull();
    await user.click(press("取消"));
    expect(screen.queryByRole("dialog", { name: "放弃这一条的修改？" })).toBeNull();
    await user.click(edits[3] as HTMLElement);
    const title = sheet().textContent?.slice(0, 20);
    await user.type(post(), "丁");
    arrive();
    await settled();
    expect(sheet().textContent?.slice(0, 20)).toBe(title);
    expect(post()).toHaveProperty("value", expect.stringMatching(/丁$/));
  });
});

describe("正在办的一件事", () => {
  it("L-4.1.2-06 【保存并切换】还没有答复：不能放弃也不能留下，答复来了才走", async () => {
    const { server, arrive } = slowServer();
    const { user } = renderSection({ section: LEAD, facts: facts(), server });
    await user.type(school(), "二");
    await user.click(screen.getAllByRole("link", { name: /安全负责人/ })[0] as HTMLElement);
    const question = await screen.findByRole("dialog", { name: "离开这一页？" });
    await user.click(within(question).getByRole("button", { name: "保存并切换" }));
    await user.click(within(question).getByRole("button", { name: "放弃修改" }));
    await user.click(within(question).getByRole("button", { name: "留在本页" }));
    expect(screen.getByRole("dialog", { name: "离开这一页？" })).toBeDefined();
    expect(navigate).not.toHaveBeenCalled();
    arrive();
    await waitFor(() => expect(navigate).toHaveBeenCalledTimes(1));
    expect(server.answers(LEAD).school).toMatch(/二$/);
  });

  it("L-4.1.2-05 附件的【删除】连按两次只送一次，不说没有删除", async () => {
    let arrive = (): void => undefined;
    const removeAttachment = vi.fn(() => new Promise<{ ok: true; value: undefined }>((resolve) => (arrive = () => resolve({ ok: true, value: undefined }))));
    const { user } = renderSection({ section: LEAD, facts: facts(), actions: { removeAttachment } });
    const remove = screen.getAllByRole("button", { name: /^删除.*\.(pdf|png)/ })[0] as HTMLElement;
    await user.dblClick(remove);
    for (const confirm of screen.queryAllByRole("button", { name: /^确定删除/ })) await user.dblClick(confirm);
    arrive();
    await waitFor(() => expect(removeAttachment).toHaveBeenCalledTimes(1));
    expect(screen.queryByText(/没有删除/)).toBeNull();
  });
});

describe("本机暂存", () => {
  it("L-4.0-03 上次的还没答复要不要恢复，存了别的一处：上次的仍在本机", async () => {
    const given = facts();
    const first = renderSection({ section: LEAD, facts: given });
    await first.user.type(school(), "上次没存的");
    await waitFor(() => expect(JSON.stringify({ ...localStorage })).toContain("上次没存的"));
    first.unmount();
    const { user, server } = renderSection({ section: LEAD, facts: given });
    expect(await screen.findByRole("button", { name: /^恢复/ })).toBeDefined();
    await user.type(screen.getByRole("textbox", { name: /^所学专业/ }), "新");
    await user.click(press("保存"));
    await waitFor(() => expect(server.commands).toHaveLength(1));
    await settled();
    expect(JSON.stringify({ ...localStorage })).toContain("上次没存的");
  });
});
