import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { CaseDesk } from "@/components/review/CaseDesk";
import type { LicenceInForceView, LiveCheck } from "@/lib/licensing/case-views";
import type { CaseView, HistoryEntry } from "@/lib/licensing/review-views";
import { caseActions } from "./case-actions";
import { caseView, draftRemark, secondRound } from "./case-view";

const router = { push: vi.fn(), refresh: vi.fn() };
vi.mock("next/navigation", () => ({ useRouter: () => router, usePathname: () => "/admin/applications/1" }));

beforeEach(() => vi.clearAllMocks());

function show(changes: Partial<CaseView> = {}, actions = caseActions()) {
  render(<CaseDesk view={caseView(changes)} actions={actions} />);
  return { user: userEvent.setup(), actions };
}

const licence: LicenceInForceView = {
  id: "0193f000-0000-7000-8000-0000000000aa", number: "2-1-00107-2018", state: "valid", stateWord: "有效", items: [{ word: "承装三级", range: "110千伏及以下" }],
  facts: [{ label: "法定代表人", text: "孙立军" }],
  people: [
    { kind: "技术负责人", name: "赵明远", maskedId: "210200********5554", fromOn: "2021-03-01" },
    { kind: "电力相关技术人员", name: "王磊", maskedId: "210200********1234", fromOn: "2022-01-01" },
  ],
};

describe("各次提交与现行许可证", () => {
  it("L-6-03 提交过两轮的，一按就看得到第 1 次提交；只有一轮的没有这一行", () => {
    show(secondRound);
    const rounds = screen.getByRole("navigation", { name: "各次提交" });
    expect(within(rounds).getAllByRole("link").map((link) => [link.textContent, link.getAttribute("href")])).toEqual([
      ["本次（第 2 次提交）", `/admin/applications/${caseView().applicationId}`], ["第 1 次提交", `/admin/applications/${caseView().applicationId}?round=1`],
    ]);
    expect(within(rounds).getByRole("link", { current: "page" }).textContent).toBe("本次（第 2 次提交）");
  });

  it("L-6-03 看从前的一次提交时说清楚，不能写意见，也回得去", () => {
    show({ round: 2, shownRound: 1, remarking: { allowed: false, reason: "" }, actions: [] });
    expect(screen.getByText(/正在看第 1 次提交（.*11月18日）时的内容，只读/)).toBeTruthy();
    expect(screen.getByText("正在看从前的一次提交；要办理，请回到本次提交。")).toBeTruthy();
    expect(screen.getByRole("link", { name: "回到本次提交" }).getAttribute("href")).toBe(`/admin/applications/${caseView().applicationId}`);
    expect(screen.queryByRole("button", { name: /^写意见/ })).toBeNull();
  });

  it("L-6-03 在从前的一次提交上显示完整号码，问的是那一次的", async () => {
    const { user, actions } = show({ round: 2, shownRound: 1 });
    await user.click(screen.getByRole("button", { name: /^显示完整号码/ }));
    expect(actions.reveal).toHaveBeenCalledWith(expect.objectContaining({ field: "idNo", round: 1 }));
  });

  it("L-6-03 现行许可证在申请旁边，一按就看：类别等级、登记信息、在册人员；按附件又回去", async () => {
    const { user } = show({ licence });
    const beside = within(screen.getByRole("group", { name: "旁边看什么" }));
    expect(screen.queryByText("110千伏及以下")).toBeNull();
    await user.click(beside.getByRole("button", { name: "现行许可证" }));
    const shown = within(screen.getByRole("group", { name: "现行许可证" }));
    expect(shown.getByRole("row", { name: "承装三级 110千伏及以下" })).toBeTruthy();
    expect(shown.getByRole("row", { name: "法定代表人 孙立军" })).toBeTruthy();
    expect(shown.getByText("赵明远").textContent).toContain("210200********5554");
    expect(shown.getByRole("link", { name: "许可证 2-1-00107-2018" }).getAttribute("href")).toBe(`/admin/licences/${licence.id}`);
    // 填报内容还在旁边
    expect(screen.getByText("LN-2")).toBeTruthy();
    await user.click(beside.getByRole("button", { name: "附件" }));
    expect(screen.queryByText("110千伏及以下")).toBeNull();
  });

  it("L-6-03 从前没有许可证的，没有这一项", () => {
    show();
    expect(screen.queryByRole("group", { name: "旁边看什么" })).toBeNull();
  });
});

const elsewhere: LiveCheck = {
  key: "k", outcome: "unmet", section: "technicians", rowId: "row-1", label: "王磊（2102**********1234）现在大连丁公司在册", detail: "电力相关技术人员，自2024年3月1日",
};

describe("此刻核查", () => {
  it("L-6-03 在别家在册的人：核验里一行带到那个人，那一行、目录也说；限制期与未了的任务在前", () => {
    const task: LiveCheck = { key: "t", outcome: "unmet", label: "企业有未了的后续任务：限期整改（待办理）", detail: "补足电工 2 人，2026年11月1日到期，已逾期", href: "/admin/follow-ups/7" };
    const bar: LiveCheck = { key: "b", outcome: "warning", label: "企业在限制期内：不得升级增项", detail: "转包" };
    show({ live: [elsewhere, bar, task] });
    const live = within(screen.getByRole("list", { name: "此刻核查" }));
    expect(live.getAllByRole("listitem").map((item) => item.textContent)).toEqual([
      expect.stringContaining("不符合：王磊（2102**********1234）现在大连丁公司在册"), expect.stringContaining("请留意：企业在限制期内"), expect.stringContaining("不符合：企业有未了的后续任务"),
    ]);
    expect(live.getByRole("link", { name: elsewhere.label }).getAttribute("href")).toBe("#row-row-1");
    expect(live.getByRole("link", { name: task.label }).getAttribute("href")).toBe("/admin/follow-ups/7");
    expect(screen.getByText("第 1 行 王磊").closest("summary")?.textContent).toContain("人员重复");
    expect(screen.getByText("第 2 行 李强").closest("summary")?.textContent).not.toContain("人员重复");
    expect(screen.getAllByRole("navigation", { name: "案件目录" })[0]?.textContent).toContain("人员重复 1");
  });

  it("L-6-03 负责人没有行，说在他的页签上", () => {
    show({ live: [{ ...elsewhere, section: "technical-lead", rowId: undefined, label: "赵明远（2102**********5554）现在大连丁公司在册" }] });
    expect(within(document.getElementById("section-technical-lead") as HTMLElement).getByText(/^赵明远.*在册$/)).toBeTruthy();
  });
});

describe("意见与答复在内容旁边", () => {
  const answered = { ...draftRemark, state: "answered" as const, answer: "已更正为 LN-2" };

  it("L-6-04 企业的答复写在所指的那一项旁边；行、附件、页签上的也在各自的地方", () => {
    show({
      remarks: [
        answered, { ...answered, id: "r2", sectionKey: "technicians", field: undefined, rowId: "row-1", text: "证书与人员不一致", answer: "" },
        { ...answered, id: "r3", field: undefined, slot: "TL_PHOTO", text: "扫描件不清晰", answer: "已重新上传" }, { ...answered, id: "r4", field: undefined, text: "材料不齐全", answer: "已补" },
      ],
    });
    expect(screen.getByText("LN-2").closest("td")?.textContent).toContain("企业答复：已更正为 LN-2");
    expect(document.getElementById("row-row-1")?.textContent).toContain("企业答复：已修改");
    expect(document.getElementById("row-row-2")?.textContent).not.toContain("证书与人员不一致");
    expect(screen.getByRole("link", { name: "登记照.png" }).closest("td")?.textContent).toContain("已重新上传");
    expect(document.getElementById("section-technical-lead")?.textContent).toContain("企业答复：已补");
  });

  it("L-6-04 所指的行这一轮里没有了：意见留在它的页签上，链接也到页签", () => {
    const gone = { ...answered, id: "r9", sectionKey: "technicians", rowId: "row-9", field: undefined, gone: true, place: "电力相关技术人员 › 第 3 行 周凯", text: "社保不全", answer: "此人已离职" };
    show({ ...secondRound, remarks: [gone] });
    const section = document.getElementById("section-technicians")?.textContent;
    expect(section).toContain("所指的内容在这一次提交里已经没有");
    expect(section).toContain("第 3 行 周凯");
    expect(section).toContain("此人已离职");
    expect(screen.getByRole("link", { name: gone.place }).getAttribute("href")).toBe("#section-technicians");
  });
});

describe("常用语", () => {
  const phrases = [{ id: "p1", scope: "office" as const, text: "社保证明不足三个月，请补充。" }, { id: "p2", scope: "own" as const, text: "电话未接通，请补充联系人" }];

  it("L-6-04 本机构的、本人的常用语点一下填入；写好的一句存下来", async () => {
    const { user, actions } = show({ phrases });
    await user.click(screen.getByRole("button", { name: "写意见：技术负责人 › 职称证书编号" }));
    await user.click(screen.getByRole("button", { name: "社保证明不足三个月，请补充。" }));
    await user.click(screen.getByRole("button", { name: "电话未接通，请补充联系人" }));
    expect((screen.getByLabelText("意见内容") as HTMLTextAreaElement).value).toBe("社保证明不足三个月，请补充。电话未接通，请补充联系人。");
    await user.clear(screen.getByLabelText("意见内容"));
    expect(screen.getByRole("button", { name: "存为常用语" }).getAttribute("aria-disabled")).toBe("true");
    await user.type(screen.getByLabelText("意见内容"), "请写全称");
    await user.click(screen.getByRole("button", { name: "存为常用语" }));
    expect(actions.savePhrase).toHaveBeenCalledWith({ scope: "own", text: "请写全称" });
    expect(router.refresh).toHaveBeenCalled();
  });

  it("L-6-04 整理时删去本人的，机构的删不了；存不下的说原因，写的字还在", async () => {
    const savePhrase = vi.fn(async () => ({ ok: false as const, code: "conflict", message: "这条常用语已经有了", fields: {} }));
    const { user, actions } = show({ phrases }, caseActions({ savePhrase }));
    await user.click(screen.getByRole("button", { name: "写意见：技术负责人 › 职称证书编号" }));
    await user.type(screen.getByLabelText("意见内容"), "请写全称");
    await user.click(screen.getByRole("button", { name: "存为常用语" }));
    expect(await screen.findByText("这条常用语已经有了")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "整理我的常用语" }));
    expect(screen.queryByRole("button", { name: /^删去常用语：社保/ })).toBeNull();
    await user.click(screen.getByRole("button", { name: "删去常用语：电话未接通，请补充联系人" }));
    expect(actions.removePhrase).toHaveBeenCalledWith({ phraseId: "p2" });
    expect((screen.getByLabelText("意见内容") as HTMLTextAreaElement).value).toBe("请写全称");
  });
});

describe("经过", () => {
  const entry = (id: number, kind: HistoryEntry["kind"], word: string): HistoryEntry => ({ id: String(id), at: "2026-11-18T08:40:00.000Z", kind, word, who: "张敏 受理岗", note: "" });
  const history = [entry(1, "enterprise", "资料提交"), entry(2, "claim", "领取"), entry(3, "office", "退回补正"), entry(4, "enterprise", "重新提交"), entry(5, "claim", "领取"), entry(6, "office", "受理"), { ...entry(7, "office", "审查通过"), inner: "业绩属实" }];
  const sent = [{ place: "技术负责人 › 姓名", text: "请核对", answer: "已核对" }];


  it("L-6-04 提交的一步带到那一次冻结的内容", () => {
    show({ history: [{ ...entry(9, "enterprise", "资料提交"), round: 1 }] });
    expect(screen.getByRole("link", { name: "看这一次的内容" }).getAttribute("href")).toBe(`/admin/applications/${caseView().applicationId}?round=1`);
  });

  it("L-6-04 哪一次发出过哪些意见、上一次怎么答复，都查得到", () => {
    show({ history: [{ ...entry(8, "office", "退回补正"), note: "1 条意见", remarks: sent }] });
    expect(screen.getByText("发出的 1 条意见").closest("details")?.textContent).toContain("技术负责人 › 姓名：请核对上一次的答复：已核对");
  });

  it("L-6-04 用时对着时限说；内网意见与公开的话分开；可按企业、机构筛", async () => {
    const { user } = show({ history, timeUsed: { span: "受理至今", used: 6, limits: [{ label: "承诺", days: 15 }, { label: "法定", days: 20 }], paused: true } });
    const panel = within(document.getElementById("history") as HTMLElement);
    expect(panel.getByText("受理至今 6 个工作日；承诺 15，法定 20；现在暂停计时")).toBeTruthy();
    expect(panel.getByText("内网意见：业绩属实")).toBeTruthy();
    expect(panel.getAllByRole("listitem")).toHaveLength(7);
    await user.click(panel.getByRole("button", { name: "企业" }));
    expect(panel.getAllByRole("listitem").map((item) => item.textContent)).toEqual([expect.stringContaining("资料提交"), expect.stringContaining("重新提交")]);
    await user.click(panel.getByRole("button", { name: "全部 7" }));
    expect(panel.getAllByRole("listitem")).toHaveLength(7);
  });
});
