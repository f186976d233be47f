import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { rowsOf } from "@/lib/forms/answers";
import { completeNewLicence } from "../../builders/new-licence";
import { applicationFacts, FakeServer, pdf, press, renderSection } from "./section-screen";

vi.mock("next/navigation", () => ({ useRouter: () => ({ push: vi.fn(), replace: vi.fn(), refresh: vi.fn() }), usePathname: () => "/" }));

beforeEach(() => localStorage.clear());

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
