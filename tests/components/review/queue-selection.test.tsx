import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { HolderNotices } from "@/components/review/HolderNotices";
import { SearchForm } from "@/components/layout/SearchForm";
import { KeyHints } from "@/components/review/KeyHints";
import { PeopleTable } from "@/components/review/PeopleTable";
import { QueueSelection } from "@/components/review/QueueSelection";
import { QueueTable } from "@/components/review/QueueTable";
import { SavedViews } from "@/components/review/SavedViews";
import { AssignSelected, ClaimSelected } from "@/components/review/SelectionActions";
import { SelectionBar } from "@/components/review/SelectionBar";
import type { QueueColleague, QueuePerson, QueueRow } from "@/lib/licensing/queue-views";

const router = { push: vi.fn(), refresh: vi.fn() };
vi.mock("next/navigation", () => ({ useRouter: () => router }));

const row = (id: string, changes: Partial<QueueRow> = {}): QueueRow => ({
  id, number: `NEEB-2026-00000${id}`, enterprise: `抚顺第${id}电力有限公司`, business: "许可证新申请", marks: [], scopeText: "承装四级", licenceNumber: "", submittedAt: "2026-11-18T08:40:00.000Z",
  due: { word: "剩 3", tone: "green", note: "" }, stateWord: "待形审", holder: "", mine: false, finishedAt: "", claimable: true, takeable: false, ...changes,
});
const rows = [row("1"), row("2", { holder: "刘洋", claimable: false, takeable: true }), row("3")];
const colleagues: QueueColleague[] = [{ id: "p1", name: "张敏", posts: "受理岗", awayUntil: "" }, { id: "p2", name: "孙假", posts: "受理岗", awayUntil: "2026-12-01" }];
const ok = <T,>(value: T) => vi.fn(async () => ({ ok: true as const, value }));
const refused = (message: string, code = "conflict", fields = {}) => vi.fn(async () => ({ ok: false as const, code, message, fields }));

const desk = (claim = ok({}), assign = ok({ moved: 2, left: ["DB-1"], more: false })) => (
  <QueueSelection rows={rows}>
    <SelectionBar>
      <ClaimSelected claim={claim} />
      <AssignSelected assign={assign} colleagues={colleagues} />
    </SelectionBar>
    <QueueTable caption="形审案件" rows={rows} claim={claim} empty="没有" />
  </QueueSelection>
);

beforeEach(() => {
  vi.clearAllMocks();
  localStorage.clear();
});

describe("选择与批量", () => {
  it("issue 5 x 选择所在的行，全选与取消选择；选中之后才有批量", async () => {
    render(desk());
    const user = userEvent.setup();
    expect(screen.queryByRole("group", { name: "批量办理" })).toBeNull();
    await user.keyboard("jx");
    expect((screen.getByRole("checkbox", { name: "选择 NEEB-2026-000001" }) as HTMLInputElement).checked).toBe(true);
    expect(screen.getByRole("group", { name: "批量办理" }).textContent).toContain("已选 1 件");
    await user.keyboard("x");
    expect(screen.queryByRole("group", { name: "批量办理" })).toBeNull();
    await user.click(screen.getByRole("checkbox", { name: "选择本页全部" }));
    expect(screen.getByText("已选 3 件")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "取消选择" }));
    expect(screen.queryByText("已选 3 件")).toBeNull();
  });

  it("issue 5 办结的没有选择框，x 也不选，全选只选在办的；都办结了的没有全选", async () => {
    const done = row("4", { finishedAt: "2026-11-20T02:00:00.000Z", holder: "", claimable: false });
    const assign = ok({ moved: 3, left: [], more: false });
    const all = (shown: readonly QueueRow[]) => (
      <QueueSelection rows={shown}>
        <SelectionBar><AssignSelected assign={assign} colleagues={colleagues} /></SelectionBar>
        <QueueTable caption="全部案件" rows={shown} claim={ok({})} empty="没有" newestFirst />
      </QueueSelection>
    );
    const { rerender } = render(all([done, ...rows]));
    const user = userEvent.setup();
    expect(screen.queryByRole("checkbox", { name: `选择 ${done.number}` })).toBeNull();
    await user.keyboard("jx");
    expect(screen.queryByRole("group", { name: "批量办理" })).toBeNull();
    const whole = screen.getByRole("checkbox", { name: "选择本页全部" }) as HTMLInputElement;
    await user.click(whole);
    expect(whole.checked).toBe(true);
    expect(screen.getByText("已选 3 件")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "指派" }));
    const dialog = within(screen.getByRole("dialog", { name: "指派 3 件" }));
    await user.click(dialog.getByRole("checkbox", { name: "张敏（受理岗）" }));
    await user.type(dialog.getByLabelText(/理由/), "分工调整");
    await user.click(dialog.getByRole("button", { name: "指派" }));
    expect(assign).toHaveBeenCalledWith({ caseIds: ["1", "2", "3"], toIds: ["p1"], reason: "分工调整" });
    rerender(all([done]));
    expect(screen.queryByRole("checkbox")).toBeNull();
  });

  it("L-1-03 只念“已选几件”：按钮与对话框不在念的范围里；没有选中时那一处已经在", async () => {
    render(desk());
    const user = userEvent.setup();
    const said = screen.getByRole("status");
    expect(said.textContent).toBe("");
    await user.click(screen.getByRole("checkbox", { name: "选择 NEEB-2026-000001" }));
    await user.click(screen.getByRole("button", { name: "指派" }));
    expect(screen.getByRole("status")).toBe(said);
    expect(said.textContent).toBe("已选 1 件");
    expect(screen.getByRole("dialog").closest('[role="status"], [aria-live]')).toBeNull();
  });

  it("issue 5 领取选中的：只领未领取的，领不到的说出编号与原因", async () => {
    const claim = vi.fn(async ({ applicationId }: { applicationId: string }) => (applicationId === "3" ? { ok: false as const, code: "conflict", message: "本案已由刘洋领取", fields: {} } : { ok: true as const, value: {} }));
    render(desk(claim as never));
    const user = userEvent.setup();
    await user.click(screen.getByRole("checkbox", { name: "选择本页全部" }));
    await user.click(screen.getByRole("button", { name: "领取 2 件" }));
    expect(claim.mock.calls.map(([{ applicationId }]) => applicationId)).toEqual(["1", "3"]);
    expect(await screen.findByText("NEEB-2026-000003：本案已由刘洋领取")).toBeTruthy();
    expect(router.refresh).toHaveBeenCalled();
  });

  it("issue 5 指派选中的：外出的人不能选，办成了说几件、哪些没有人能接", async () => {
    const assign = ok({ moved: 2, left: ["NEEB-2026-000003"], more: false });
    render(desk(ok({}), assign));
    const user = userEvent.setup();
    await user.click(screen.getByRole("checkbox", { name: "选择 NEEB-2026-000001" }));
    await user.click(screen.getByRole("checkbox", { name: "选择 NEEB-2026-000002" }));
    await user.click(screen.getByRole("button", { name: "指派" }));
    const dialog = within(screen.getByRole("dialog", { name: "指派 2 件" }));
    expect((dialog.getByRole("checkbox", { name: "孙假（受理岗，外出至 2026-12-01）" }) as HTMLInputElement).disabled).toBe(true);
    await user.click(dialog.getByRole("checkbox", { name: "张敏（受理岗）" }));
    await user.type(dialog.getByLabelText(/理由/), "分工调整");
    await user.click(dialog.getByRole("button", { name: "指派" }));
    expect(assign).toHaveBeenCalledWith({ caseIds: ["1", "2"], toIds: ["p1"], reason: "分工调整" });
    expect(await screen.findByText("已交出 2 件；1 件没有交出去（选的人不办这个环节，或者就是承办人），仍在原处：NEEB-2026-000003")).toBeTruthy();
  });

  it("issue 5 粘贴的指派理由比限定的长：一个字不截，退回的一句写在框旁，写的还在", async () => {
    const said = "理由请不超过200字";
    const assign = refused(said, "invalid", { reason: said });
    render(<QueueSelection rows={rows}><SelectionBar><AssignSelected assign={assign} colleagues={colleagues} /></SelectionBar><QueueTable caption="形审案件" rows={rows} claim={ok({})} empty="没有" /></QueueSelection>);
    const user = userEvent.setup();
    await user.click(screen.getByRole("checkbox", { name: "选择 NEEB-2026-000001" }));
    await user.click(screen.getByRole("button", { name: "指派" }));
    const dialog = within(screen.getByRole("dialog"));
    const box = dialog.getByLabelText<HTMLInputElement>(/理由/);
    await user.click(box);
    await user.paste("长".repeat(300));
    await user.click(dialog.getByRole("button", { name: "指派" }));
    expect(assign).toHaveBeenCalledWith(expect.objectContaining({ reason: "长".repeat(300) }));
    expect(await dialog.findByText(said, { selector: ".err span" })).toBeTruthy();
    expect(box.value.length).toBe(300);
  });

  it("issue 5 领取被人抢先：可以只读打开，也可以写明理由接办；c 在别人承办的行上先问理由", async () => {
    const claim = refused("本案已由刘洋于2026年11月20日 14:36领取");
    render(<QueueTable caption="形审案件" rows={rows} claim={claim} empty="没有" />);
    const user = userEvent.setup();
    await user.keyboard("jc");
    expect((await screen.findByRole("link", { name: "打开（只读）" })).getAttribute("href")).toBe("/admin/applications/1");
    await user.click(screen.getByRole("button", { name: "接办" }));
    const dialog = within(screen.getByRole("dialog", { name: "接办 NEEB-2026-000001" }));
    await user.click(dialog.getByRole("button", { name: "接办" }));
    expect(dialog.getByText("请写明接办的理由")).toBeTruthy();
    await user.type(dialog.getByLabelText(/接办的理由/), "刘洋外出");
    await user.click(dialog.getByRole("button", { name: "接办" }));
    expect(claim).toHaveBeenLastCalledWith({ applicationId: "1", takeOverReason: "刘洋外出" });
    await user.click(dialog.getByRole("button", { name: "取消" }));
    await user.keyboard("jc");
    expect(screen.getByRole("dialog", { name: "接办 NEEB-2026-000002" })).toBeTruthy();
  });

  it("issue 5 ? 说出键盘的用法", async () => {
    render(<KeyHints />);
    await userEvent.keyboard("?");
    expect(within(screen.getByRole("dialog", { name: "键盘用法" })).getByText("选择")).toBeTruthy();
  });

  it("L-1-03 单键快捷键可以关掉（WCAG 2.1.4）：j、x、/、? 都不接手，这台电脑上记得；用鼠标再打开", async () => {
    const claim = ok({});
    const page = () => (
      <>
        <SearchForm action="/admin/queue" />
        <KeyHints />
        {desk(claim)}
      </>
    );
    const { unmount } = render(page());
    const user = userEvent.setup();
    await user.keyboard("jx");
    expect(screen.getByText("已选 1 件")).toBeTruthy();
    await user.keyboard("x?");
    const toggle = () => screen.getByRole("checkbox", { name: /^使用单键快捷键/ }) as HTMLInputElement;
    expect(toggle().checked).toBe(true);
    await user.click(toggle());
    await user.click(screen.getByRole("button", { name: "知道了" }));
    unmount();
    render(page());
    (document.activeElement as HTMLElement | null)?.blur();
    await user.keyboard("jxc/?");
    expect(document.querySelector('tr[aria-current="true"]')).toBeNull();
    expect(screen.queryByText(/^已选/)).toBeNull();
    expect(claim).not.toHaveBeenCalled();
    const search = screen.getByRole("searchbox");
    expect(document.activeElement).not.toBe(search);
    expect(search.getAttribute("placeholder")).not.toContain("键");
    expect(screen.queryByRole("dialog")).toBeNull();
    await user.click(screen.getByRole("button", { name: "键盘用法" }));
    expect(toggle().checked).toBe(false);
    await user.click(toggle());
    await user.click(screen.getByRole("button", { name: "知道了" }));
    expect(search.getAttribute("placeholder")).toContain("按 / 键");
    (document.activeElement as HTMLElement | null)?.blur();
    await user.keyboard("/");
    expect(document.activeElement).toBe(search);
  });
});

describe("换承办人的告知、保存的筛选、人员", () => {
  it("issue 5 换了承办人的列在上方，看过就告诉服务端", async () => {
    const acknowledge = ok({});
    render(<HolderNotices acknowledge={acknowledge} notices={[{ id: "n1", caseId: "1", number: "NEEB-1", word: "被刘洋接办", reason: "张敏请假", at: "2026-11-20T06:36:00.000Z" }]} />);
    expect(screen.getByText(/被刘洋接办/).textContent).toContain("理由：张敏请假");
    await userEvent.click(screen.getByRole("button", { name: "知道了" }));
    expect(acknowledge).toHaveBeenCalledWith({ ids: ["n1"] });
  });

  it("issue 5 保存现在的筛选、改名、删去；没有存成的说出原因，名称还在", async () => {
    const [saveView, renameView, removeView] = [refused("已有这个名称，请换一个"), ok({}), ok({})];
    const query = { stage: "intake", level: "4" };
    render(<SavedViews views={[{ id: "v1", name: "四级", href: "/admin/queue/intake?level=4" }]} query={query} actions={{ saveView, renameView, removeView }} />);
    const user = userEvent.setup();
    await user.click(screen.getByText("保存的筛选"));
    expect(screen.getByRole("link", { name: "四级" }).getAttribute("href")).toBe("/admin/queue/intake?level=4");
    await user.click(screen.getByRole("button", { name: "保存现在的筛选" }));
    const naming = within(screen.getByRole("dialog", { name: "保存现在的筛选" }));
    await user.type(naming.getByLabelText(/名称/), "四级");
    await user.click(naming.getByRole("button", { name: "保存" }));
    expect(saveView).toHaveBeenCalledWith({ name: "四级", query });
    expect(naming.getByText("已有这个名称，请换一个")).toBeTruthy();
    expect((naming.getByLabelText(/名称/) as HTMLInputElement).value).toBe("四级");
    await user.click(naming.getByRole("button", { name: "取消" }));
    await user.click(screen.getByRole("button", { name: "整理" }));
    await user.click(screen.getByRole("button", { name: /^改名.*四级/ }));
    const renaming = within(screen.getByRole("dialog", { name: "改名" }));
    await user.clear(renaming.getByLabelText(/名称/));
    await user.type(renaming.getByLabelText(/名称/), "四级件");
    await user.click(renaming.getByRole("button", { name: "保存" }));
    expect(renameView).toHaveBeenCalledWith({ id: "v1", name: "四级件" });
    await user.click(screen.getByRole("button", { name: /^删去.*四级/ }));
    expect(removeView).toHaveBeenCalledWith({ id: "v1" });
  });

  it("issue 5 人员：外出的注明；别人的只有能指派的人登记与移交，自己的自己登记", async () => {
    const people: QueuePerson[] = [
      { id: "p1", name: "张敏", posts: "受理岗", awayUntil: "", held: 3, own: true, absences: [] },
      { id: "p2", name: "孙假", posts: "受理岗", awayUntil: "2026-12-01", held: 2, own: false, absences: [{ id: "a1", fromOn: "2026-11-22", untilOn: "2026-12-01", note: "年假", now: true }] },
    ];
    const actions = { redistribute: ok({ moved: 2, left: [], more: false }), recordAbsence: refused("", "invalid", { untilOn: "请填写不早于开始那天的日期" }), removeAbsence: ok({}) };
    const { rerender } = render(<PeopleTable people={people} actions={actions} assigns={false} reviews />);
    expect(screen.queryByRole("button", { name: /移交/ })).toBeNull();
    expect(screen.queryByRole("button", { name: /^登记外出.*孙假/ })).toBeNull();
    const user = userEvent.setup();
    await user.click(screen.getByRole("button", { name: /^登记外出.*张敏/ }));
    await user.click(screen.getByRole("button", { name: "登记" }));
    expect(await screen.findByText("请填写不早于开始那天的日期")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "取消" }));
    rerender(<PeopleTable people={people} actions={actions} assigns reviews={false} />);
    await user.click(screen.getByRole("button", { name: /^移交.*孙假/ }));
    const dialog = within(screen.getByRole("dialog", { name: "移交孙假的 2 件" }));
    await user.click(dialog.getByRole("checkbox", { name: "张敏（受理岗）" }));
    await user.type(dialog.getByLabelText(/理由/), "年假");
    await user.click(dialog.getByRole("button", { name: "移交" }));
    expect(actions.redistribute).toHaveBeenCalledWith({ fromId: "p2", toIds: ["p1"], reason: "年假" });
    expect(await screen.findByText("已交出 2 件")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: /^取消.*孙假 2026-11-22/ }));
    expect(actions.removeAbsence).toHaveBeenCalledWith({ id: "a1" });
  });
});
