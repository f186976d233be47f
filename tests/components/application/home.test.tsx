import { render, screen, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { ApplicationList } from "@/components/application/ApplicationList";
import { caseSteps, holderSentence } from "@/components/application/case-steps";
import { progressOf } from "@/components/application/directory-entries";
import { BusinessMenu } from "@/components/application/home/BusinessMenu";
import { ConditionsPanel } from "@/components/application/home/ConditionsPanel";
import { HeldLicence } from "@/components/application/home/HeldLicence";
import { NewsPanel } from "@/components/application/home/NewsPanel";
import { RunningPanel } from "@/components/application/home/RunningPanel";
import { TodoPanel } from "@/components/application/home/TodoPanel";
import { History } from "@/components/application/History";
import { MessageList } from "@/components/application/MessageList";
import { TaskList } from "@/components/application/TaskList";
import userEvent from "@testing-library/user-event";
import type { DirectoryEntry } from "@/components/ui/Directory";
import type { TodoRow } from "@/lib/licensing/message-views";
import type { ApplicationRow, BusinessOffer } from "@/lib/licensing/views";
import { completeNewLicence } from "../../builders/new-licence";
import { applicationFacts } from "./section-screen";

vi.mock("next/navigation", () => ({ useRouter: () => ({ push: vi.fn(), replace: vi.fn(), refresh: vi.fn() }), usePathname: () => "/" }));

const offer = (changes: Partial<BusinessOffer> = {}): BusinessOffer => ({ business: "new-licence", label: "许可证新申请", summary: "尚未取得许可证，或许可证已注销的企业", ...changes });

const row = (changes: Partial<ApplicationRow> = {}): ApplicationRow => ({
  applicationId: "a1", number: "NEEB-2026-000023", business: "new-licence", label: "许可证新申请", state: "submitted", stateWord: "待形审",
  mark: "", scopeText: "承装五级", createdAt: "2026-11-01T00:00:00Z", updatedAt: "2026-11-20T08:05:00Z", updatedBy: "王丽", submittedAt: "2026-11-20T08:05:00Z", stageDueOn: "2026-11-27", ...changes,
});

const todo = (changes: Partial<TodoRow> = {}): TodoRow => ({
  id: "t1", kind: "correction", kindWord: "补正材料", title: "请补正申请材料", detail: "许可证新申请 NEEB-2026-000023，2 条意见", href: "/applications/a1",
  createdAt: "2026-11-20T00:00:00Z", dueOn: "2026-12-11", remainingWorkingDays: 14, ...changes,
});

describe("外网填报首页", () => {
  it("L-3.5-01 标题“承装修试业务许可申请”下，各业务是链接；还没有的业务不出现", () => {
    render(<BusinessMenu offers={[offer()]} />);
    const menu = screen.getByRole("region", { name: "承装修试业务许可申请" });
    expect(within(menu).getByRole("link", { name: "许可证新申请" }).getAttribute("href")).toBe("/guides/new-licence?start");
    expect(within(menu).getAllByRole("link")).toHaveLength(1);
    expect(within(menu).getByText("可以办理")).toBeDefined();
  });

  it("L-3.5-02 手册里的几个叫法都指这个菜单", () => {
    render(<BusinessMenu offers={[offer()]} />);
    for (const name of ["承装修业务许可申请", "承装修许可业务", "许可业务", "承装（修、试）业务许可申请"]) {
      expect(screen.getByText(new RegExp(name.replace(/[（）]/g, (c) => `\\${c}`))).closest("section")?.textContent).toContain("承装修试业务许可申请");
    }
  });

  it("不能办的说明原因；有草稿的接着填", () => {
    render(<BusinessMenu offers={[offer({ unavailableBecause: "贵单位持有有效的许可证" })]} />);
    expect(screen.getByText("不适用：贵单位持有有效的许可证")).toBeDefined();
    render(<BusinessMenu offers={[offer({ openApplicationId: "a1", openStateWord: "草稿" })]} />);
    expect(screen.getByText("有草稿，可以继续填写")).toBeDefined();
    expect(screen.getAllByRole("link", { name: "许可证新申请" })[1]?.getAttribute("href")).toBe("/applications/a1");
  });

  it("在册人员够不够许可条件一眼看见，不够的用字说", () => {
    render(<ConditionsPanel licenceId="l1" rows={[{ label: "技术负责人", need: "1 人", present: "1 人", met: true }, { label: "技能人员", need: "15 人", present: "13 人", met: false }]} />);
    const panel = screen.getByRole("region", { name: "人员和许可条件" });
    expect(panel.textContent).toContain("技术负责人1 人，需 1 人");
    expect(panel.textContent).toContain("技能人员13 人，需 15 人，不足");
    expect(within(panel).getByRole("link", { name: "在册人员" }).getAttribute("href")).toBe("/licences/l1#roster");
  });

  it("L-5.1.1-02 好差评写明最后一天，选做，不催；别的待办说还剩几个工作日", () => {
    const { unmount } = render(<TodoPanel todos={[todo({ kind: "evaluation", href: "/evaluations/a1", dueOn: "2026-12-23", remainingWorkingDays: 22 })]} drafts={[]} />);
    expect(screen.getByText("12月23日前").className).toBe("");
    expect(screen.getByText("选做")).toBeDefined();
    expect(screen.queryByText(/剩 22/)).toBeNull();
    expect(screen.getByRole("link", { name: /^去评价/ }).className, "不催").not.toContain("primary");
    unmount();
    render(<TodoPanel todos={[todo({ dueOn: "2026-12-23", remainingWorkingDays: 22 })]} drafts={[]} />);
    expect(screen.getByText(/剩 22/)).toBeDefined();
    expect(screen.getByRole("link", { name: /^去补正/ }).className).toContain("primary");
    expect(screen.queryByText("选做")).toBeNull();
  });

  it("L-3.5-05 待办里有好差评链接", () => {
    render(<TodoPanel todos={[todo({ kind: "evaluation", title: "请评价这次服务", href: "/evaluations/a1", dueOn: undefined, remainingWorkingDays: undefined })]} drafts={[]} />);
    expect(screen.getByRole("link", { name: /^去评价/ }).getAttribute("href")).toBe("/evaluations/a1");
  });

  it("L-5.1.2-03 号码五天内评过的，待办写明何时起可以再评", () => {
    render(<TodoPanel todos={[todo({ kind: "evaluation", href: "/evaluations/a1", paused: "2026年11月28日 15:07 起可以再评，也可换一个号码" })]} drafts={[]} />);
    expect(screen.getByText("2026年11月28日 15:07 起可以再评，也可换一个号码")).toBeDefined();
  });

  it("L-6-11 待办写明补正的期限与剩余工作日，直接打开", () => {
    render(<TodoPanel todos={[todo()]} drafts={[row({ state: "draft" })]} />);
    expect(screen.getByRole("heading", { name: "待办 2 项" })).toBeDefined();
    expect(screen.getByText("12月11日前")).toBeDefined();
    expect(screen.getByText("剩 14 个工作日")).toBeDefined();
    expect(screen.getByRole("link", { name: /^去补正/ }).getAttribute("href")).toBe("/applications/a1");
    expect(screen.getByRole("link", { name: /^继续填写/ }).getAttribute("href")).toBe("/applications/a1");
  });

  it("L-6-11 受理、补正、决定的消息：未读标出，可标为已读", async () => {
    const read = vi.fn(async () => ({ ok: true as const, value: undefined }));
    const message = { id: "m1", title: "许可证新申请已受理", body: "NEEB-2026-000023 已受理。", href: "/applications/a1", createdAt: "2026-11-20T00:00:00Z", read: false };
    render(<MessageList rows={[message]} read={read} />);
    expect(screen.getByText("未读")).toBeDefined();
    await userEvent.click(screen.getByRole("button", { name: /^标为已读/ }));
    expect(read).toHaveBeenCalledWith({ messageId: "m1" });
  });

  it("消息和通知放在一起，新的在前", () => {
    render(<NewsPanel messages={[{ id: "m1", title: "已受理", body: "", href: "", createdAt: "2026-11-20T00:00:00Z", read: true }]} notices={[{ id: "n1", title: "系统维护", publishedAt: "2026-11-21T00:00:00Z" }]} />);
    expect(within(screen.getByRole("region", { name: "消息和通知" })).getAllByRole("listitem").map((item) => item.textContent)).toEqual([
      expect.stringContaining("系统维护"), expect.stringContaining("已受理"),
    ]);
  });

  it("消息和通知最多列五条，没有读过的全列", () => {
    const message = (id: number, read: boolean) => ({ id: `m${id}`, title: `消息${id}`, body: "", href: "", createdAt: `2026-11-0${id}T00:00:00Z`, read });
    render(<NewsPanel messages={[9, 8, 7, 6, 5, 4, 3].map((id) => message(id, id !== 3))} notices={[{ id: "n1", title: "系统维护", publishedAt: "2026-11-02T00:00:00Z" }]} />);
    expect(screen.getAllByRole("listitem").map((item) => /消息\d|系统维护/.exec(item.textContent ?? "")?.[0])).toEqual(["消息9", "消息8", "消息7", "消息6", "消息5", "消息3"]);
    expect(screen.getAllByText("未读").map((tag) => tag.closest("li")?.textContent)).toEqual([expect.stringContaining("消息3")]);
  });

  it("我的许可证：编号、类别、有效期、还有几天、下载", () => {
    const licence = {
      id: "l1", number: "2-1-00042-2026", holder: "沈阳乙电力工程有限公司", uscc: "", scopeText: "承装三级", validFrom: "2026-01-01", validTo: "2031-12-31",
      state: "valid" as const, stateWord: "有效", daysLeft: 204, versions: [], cases: [],
      current: { version: 1, reason: "", ruleSetId: "", ruleSetTitle: "", items: [], scopeText: "承装三级", holderName: "", uscc: "", domicile: "", legalRep: "李建华", issuedOn: "", validFrom: "", validTo: "", officeName: "" },
    };
    render(<HeldLicence licence={licence} />);
    expect(screen.getByText("有效，还有 204 天")).toBeDefined();
    expect(screen.getByText("2026年1月1日至2031年12月31日")).toBeDefined();
    expect(screen.getByRole("link", { name: /^下载/ }).getAttribute("href")).toBe("/api/licences/2-1-00042-2026/certificate");
  });
});

describe("申请的进度与记录", () => {
  it("目录的进度只数能填的页：草稿数全部，补正只数要改的，提交后说已锁定", () => {
    const page = (state: DirectoryEntry["state"], note?: string): DirectoryEntry => ({ href: "#", name: "页", state, note });
    const last: DirectoryEntry = { ...page("empty"), checkOnly: true };
    expect(progressOf([page("done"), page("locked", "请先完成申请类别"), last])).toBe("1 / 2 已完成");
    expect(progressOf([page("locked"), page("correct"), last])).toBe("0 / 1 已完成，其余已锁定");
    expect(progressOf([page("locked"), page("locked"), last])).toBe("已锁定");
  });

  it("L-6-12 正在办理的说走到哪一步、在谁手里、到哪天", () => {
    render(<RunningPanel rows={[row()]} officeName="国家能源局东北监管局" />);
    expect(screen.getByText("现在由国家能源局东北监管局受理岗形审，11月27日前答复是否受理，贵单位无需操作。")).toBeDefined();
    const steps = within(screen.getByRole("list", { name: "许可证新申请办理进度" })).getAllByRole("listitem");
    expect(steps.find((step) => step.getAttribute("aria-current") === "step")?.textContent).toContain("形审");
  });

  it("待补正时轮到贵单位", () => {
    const state = { state: "correction", stageDueOn: "2026-12-11" } as const;
    expect(caseSteps(state).find((step) => step.state === "yours")?.name).toBe("补正");
    expect(holderSentence(state, "东北监管局")).toBe("现在由贵单位处理，最后期限 12月11日；逾期不补正，将不予受理。补正期间审批时限不计。");
  });

  it("L-4.1.7-11 容缺受理的，受理之后不说贵单位无需操作", () => {
    expect(holderSentence({ state: "accepted", procedure: "conditionalAcceptance" }, "东北监管局")).toBe("现在由东北监管局审查岗处理，有容缺材料要补的，请按“待办”补齐。");
    expect(holderSentence({ state: "accepted" }, "东北监管局")).toBe("现在由东北监管局审查岗处理，贵单位无需操作。");
  });

  it("L-6-12 没有准予的不说走完了签发；提交与办结写着日期", () => {
    const refusedAtIntake = caseSteps({ state: "notAccepted", submittedAt: "2026-11-16T02:00:00Z", finishedAt: "2026-11-18T02:00:00Z" });
    expect(refusedAtIntake.map(({ name }) => name)).toEqual(["提交", "形审", "不予受理"]);
    expect([refusedAtIntake[0]?.note, refusedAtIntake[2]?.note]).toEqual(["11月16日", "11月18日"]);
    expect(caseSteps({ state: "refused" }).at(-1)?.name).toBe("不予许可");
    expect(caseSteps({ state: "granted" }).at(-1)).toEqual({ name: "办结", state: "done" });
  });

  it("L-6-12 申请记录列出现在与过去的申请和状态", () => {
    render(<ApplicationList rows={[row(), row({ applicationId: "a0", number: "NEEB-2025-000007", state: "refused", stateWord: "不予许可" })]} />);
    expect(screen.getByRole("link", { name: "NEEB-2026-000023" }).getAttribute("href")).toBe("/applications/a1");
    expect(screen.getByText("不予许可")).toBeDefined();
  });

  it("目录页：下一步做什么、补正意见一览、已填的内容", () => {
    const built = completeNewLicence();
    const remark = { id: "r1", section: "technical-lead", place: "技术负责人 › 职称证书编号", level: "must" as const, text: "请核对", sentAt: "2026-11-20T00:00:00Z" };
    const facts = applicationFacts({ answers: built.answers, files: built.files, state: "correction", stateWord: "待补正", openSections: ["technical-lead"], remarks: [remark] });
    render(<TaskList facts={facts} discard={vi.fn()} />);
    expect(screen.getByRole("link", { name: /^去补正/ }).getAttribute("href")).toBe(`/applications/${facts.applicationId}/sections/technical-lead`);
    expect(screen.getByRole("heading", { name: "补正意见 1 条" })).toBeDefined();
    expect(screen.getByText("已填写的内容")).toBeDefined();
  });

  it("办理经过：每一步与每一轮提交的内容", () => {
    const facts = applicationFacts({ state: "submitted", stateWord: "待形审" });
    const step = { id: "e1", action: "submit", label: "资料提交", to: "submitted" as const, toWord: "待形审", actor: "王丽", at: "2026-11-20T08:05:00Z", note: "第 1 次提交" };
    const round = { round: 1, submittedAt: "2026-11-20T08:05:00Z", amendments: [], summary: [{ section: "x", label: "申请类别", groups: [{ lines: [{ field: "a", label: "提交人姓名", text: "李建华" }] }], tables: [], slots: [] }] };
    render(<History facts={facts} history={{ applicationId: facts.applicationId, number: facts.number, label: facts.label, steps: [step], rounds: [round] }} />);
    expect(screen.getByRole("rowheader", { name: "资料提交" })).toBeDefined();
    expect(within(screen.getByRole("region", { name: "第 1 次提交的内容" })).getByText("李建华")).toBeDefined();
  });
});
