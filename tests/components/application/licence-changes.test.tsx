import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { rowsOf, type SectionAnswers } from "@/lib/forms/answers";
import { businesses } from "@/lib/terms/businesses";
import { heldLicence } from "../../builders/licence";
import { completeNewLicence, type NewLicenceOptions } from "../../builders/new-licence";
import { applicationFacts, pdf, press, renderSection } from "./section-screen";

const { navigate } = vi.hoisted(() => ({ navigate: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => ({ push: navigate, replace: navigate, refresh: vi.fn() }), usePathname: () => "/" }));

beforeEach(() => {
  navigate.mockReset();
  localStorage.clear();
});

type Code = "scope-change" | "renewal";
const both: [string, Code][] = [["许可事项变更", "scope-change"], ["许可证延续", "renewal"]];

/** 持有承装四级、承试五级的企业的一份草稿，内容齐全；without 的页签没有填过。 */
function facts(business: Code, { without = "", own = {}, ...options }: NewLicenceOptions & { without?: string; own?: SectionAnswers } = {}) {
  const built = completeNewLicence({ technicians: 10, workers: 15, items: { installation: "4", testing: "5" }, ...options });
  const { [without]: _none, ...answers } = built.answers;
  const applied: SectionAnswers = business === "renewal" ? { downgrade: "no" } : { nature: "change", items: { installation: "4" } };
  const { nature: _nature, ...rest } = answers["application-category"] ?? {};
  const category = { ...rest, ...applied, ...own };
  const form = { id: "rn", section: "application-category", slot: "RN_FORM", name: "a.pdf", size: 1, mediaType: "application/pdf" };
  const given = applicationFacts({ business, label: businesses[business], answers: { ...answers, "application-category": category }, files: [...built.files.filter((file) => file.section !== without), form] });
  return { ...given, context: { ...given.context, licence: heldLicence() } };
}

const box = (name: string | RegExp) => screen.getByRole("textbox", { name });
const dialog = () => screen.getByRole("dialog");
const sheet = () => screen.getByRole("form", { name: /^(添加|编辑|修改)/ });
const saved = () => screen.findByText("已保存 14:32");

describe("申请信息", () => {
  it("L-4.3.1-01 L-4.3.1-03 L-4.3.1-04 许可事项变更：原许可证号、类别和等级自动显示，不能修改", () => {
    renderSection({ section: "application-category", facts: facts("scope-change") });
    expect(screen.getByRole("heading", { level: 1, name: "申请信息" })).toBeDefined();
    expect(box(/^原许可证号/)).toHaveProperty("value", "2-1-00042-2023");
    expect(box(/^原类别和等级/)).toHaveProperty("value", "承装四级、承试五级");
    for (const name of [/^原许可证号/, /^原类别和等级/]) expect(box(name)).toHaveProperty("readOnly", true);
  });

  it("L-4.4.1-01 L-4.4.1-02 许可证延续：是否降级；选是才有更低的级别可选", async () => {
    const { user } = renderSection({ section: "application-category", facts: facts("renewal", { own: { downgrade: "no" } }) });
    const levels = () => within(screen.getByRole("combobox", { name: "承装" })).getAllByRole("option").map((option) => option.textContent);
    expect(box(/^有效期至/)).toHaveProperty("value", "2029年6月15日");
    expect(levels()).toEqual(["不申请", "四级"]);
    await user.click(screen.getByRole("radio", { name: "是" }));
    expect(levels()).toEqual(["不申请", "四级", "五级"]);
  });

  it.each(both)("L-4.3.1-05 L-4.4.1-05 【下一步】到基本情况（%s）", async (_, business) => {
    const { user } = renderSection({ section: "application-category", facts: facts(business) });
    await user.click(press("下一步"));
    await waitFor(() => expect(navigate).toHaveBeenCalledWith(expect.stringMatching(/\/sections\/basic-information$/)));
  });

  it.each(both)("L-4.3.2-01 没有完成申请信息，基本情况不开放，【下一步】说明原因（%s）", async (_, business) => {
    const incomplete = facts(business, { own: { submitterName: "" } });
    const first = renderSection({ section: "basic-information", facts: incomplete });
    expect(screen.getAllByText(/请先完成.*申请信息/).length).toBeGreaterThan(0);
    expect(screen.queryByRole("button", { name: "保存" })).toBeNull();
    first.unmount();
    const { user } = renderSection({ section: "application-category", facts: incomplete });
    await user.click(press("下一步"));
    expect(await screen.findByText(/完成后才能进入“基本情况”/)).toBeDefined();
    expect(navigate).not.toHaveBeenCalled();
  });
});

describe("基本情况", () => {
  const SECTION = "basic-information";

  it.each(both)("L-4.3.2-02 L-4.4.1-06 【保存】存下并留在本页；申请人基本情况只读 L-4.3.2-07 L-4.4.1-11（%s）", async (_, business) => {
    const { user, server } = renderSection({ section: SECTION, facts: facts(business) });
    expect(box(/^单位名称/)).toHaveProperty("readOnly", true);
    await user.type(box(/^职工总数/), "0");
    await user.click(press("保存"));
    await saved();
    expect(server.answers(SECTION).employees).toBe("460");
    expect(navigate).not.toHaveBeenCalled();
  });

  it.each(both)("L-4.3.2-03 L-4.3.2-04 L-4.3.2-05 L-4.4.1-07 L-4.4.1-08 【选取文件】再【附件上传】（%s）", async (_, business) => {
    const { user } = renderSection({ section: SECTION, facts: facts(business) });
    const slot = "审计报告或净资产证明";
    await user.upload(screen.getByLabelText(`选取文件：${slot}`), pdf("新审计.pdf"));
    expect(screen.getByText("已选取，待上传")).toBeDefined();
    await user.click(press(`附件上传：${slot}`));
    expect(await screen.findByRole("link", { name: "新审计.pdf" })).toBeDefined();
  });

  it.each(both)("L-4.3.2-06 L-4.4.1-09 【其他页签】先问，放弃修改就走（%s）", async (_, business) => {
    const { user, server } = renderSection({ section: SECTION, facts: facts(business) });
    await user.type(box(/^职工总数/), "9");
    await user.click(screen.getAllByRole("link", { name: /^技术负责人/ })[0] as HTMLElement);
    await user.click(within(await screen.findByRole("dialog", { name: "离开这一页？" })).getByRole("button", { name: "放弃修改" }));
    expect(navigate).toHaveBeenCalledWith(expect.stringMatching(/\/sections\/technical-lead$/));
    expect(server.commands).toHaveLength(0);
  });

  it.each(both)("L-4.3.2-08 L-4.3.2-09 L-4.3.2-10 L-4.4.1-10 股权结构“+”：如实填写股权信息，带“*”的必填（%s）", async (_, business) => {
    const { user, server } = renderSection({ section: SECTION, facts: facts(business) });
    await user.click(press("股东+"));
    expect(within(dialog()).getByText("如实填写股权信息")).toBeDefined();
    const name = within(dialog()).getByRole("textbox", { name: "股东（出资人）名称" });
    expect(name.getAttribute("aria-required") === "true" || (name as HTMLInputElement).required).toBe(true);
    await user.type(name, "沈阳乙投资有限公司");
    await user.click(within(dialog()).getByRole("button", { name: "确定" }));
    await waitFor(() => expect(rowsOf(server.answers(SECTION), "shareholders")).toHaveLength(2));
  });
});

describe("技术负责人与安全负责人", () => {
  it.each(both)("L-4.3.3-01 L-4.4.2-01 L-4.3.3-02 L-4.4.2-02 L-4.3.3-08 L-4.4.2-08 【工作经历+】；证明人电话须为手机号码（%s）", async (_, business) => {
    const { user } = renderSection({ section: "technical-lead", facts: facts(business) });
    expect(screen.getByRole("heading", { level: 1, name: "技术负责人" })).toBeDefined();
    await user.click(press("工作经历+"));
    await user.type(within(dialog()).getByRole("textbox", { name: "证明人电话" }), "024-23100000");
    await user.click(within(dialog()).getByRole("button", { name: "确定" }));
    expect(await within(dialog()).findByText(/请输入正确的手机号码/)).toBeDefined();
  });

  it.each(both)("L-4.3.3-03 L-4.3.3-04 L-4.3.3-05 L-4.4.2-03 L-4.4.2-04 L-4.4.2-05 【保存】；【选取文件】后上传（%s）", async (_, business) => {
    const { user, server } = renderSection({ section: "technical-lead", facts: facts(business) });
    await user.type(box("现任职务"), "兼总工");
    await user.click(press("保存"));
    await saved();
    expect(server.answers("technical-lead").post).toBe("工程师兼总工");
    await user.upload(screen.getByLabelText("选取文件：工作简历及业绩证明"), pdf("简历.pdf"));
    await user.click(press("附件上传：工作简历及业绩证明"));
    expect(await screen.findByRole("link", { name: "简历.pdf" })).toBeDefined();
  });

  it.each(both)("L-4.3.3-06 L-4.3.3-07 L-4.4.2-06 L-4.4.2-07 【修改】改一条工作经历，【删除】删去（%s）", async (_, business) => {
    const { user, server } = renderSection({ section: "technical-lead", facts: facts(business) });
    const table = screen.getByRole("table", { name: "工作经历" });
    await user.click(within(table).getByRole("button", { name: /^修改/ }));
    await user.type(within(dialog()).getByRole("textbox", { name: "职务/岗位" }), "（工程部）");
    await user.click(within(dialog()).getByRole("button", { name: "确定" }));
    await waitFor(() => expect(rowsOf(server.answers("technical-lead"), "workExperience")[0]?.position).toBe("项目经理（工程部）"));
    await user.click(within(screen.getByRole("table", { name: "工作经历" })).getByRole("button", { name: /^删除/ }));
    await waitFor(() => expect(rowsOf(server.answers("technical-lead"), "workExperience")).toHaveLength(0));
  });

  it.each(both)("L-4.3.4-01 L-4.3.4-02 L-4.3.4-03 L-4.3.4-04 L-4.4.3-01 L-4.4.3-05 L-4.4.3-06 L-4.4.3-07 安全负责人：【保存】，【选取】【上传】（%s）", async (_, business) => {
    const { user, server } = renderSection({ section: "safety-lead", facts: facts(business) });
    await user.type(box("现任职务"), "兼安全总监");
    await user.click(press("保存"));
    await saved();
    expect(server.answers("safety-lead").post).toBe("工程师兼安全总监");
    await user.upload(screen.getByLabelText("选取文件：任职文件"), pdf("任命.pdf"));
    await user.click(press("附件上传：任职文件"));
    expect(await screen.findByRole("link", { name: "任命.pdf" })).toBeDefined();
  });

  it.each(both)("L-4.3.4-05 L-4.3.4-06 L-4.4.3-08 L-4.4.3-09 【工作经历+】【培训经历+】各开自己的对话框（%s）", async (_, business) => {
    const { user } = renderSection({ section: "safety-lead", facts: facts(business) });
    await user.click(press("工作经历+"));
    expect(screen.getByRole("dialog", { name: "添加工作经历" })).toBeDefined();
    await user.click(press("取消"));
    await user.click(press("培训经历+"));
    expect(screen.getByRole("dialog", { name: "添加培训经历" })).toBeDefined();
  });

  it.each(both)("L-4.3.4-07 L-4.3.4-08 L-4.4.3-10 L-4.4.3-11 培训经历【修改】【删除】（%s）", async (_, business) => {
    const { user, server } = renderSection({ section: "safety-lead", facts: facts(business) });
    const table = () => screen.getByRole("table", { name: "培训经历" });
    await user.click(within(table()).getByRole("button", { name: /^修改/ }));
    await user.type(within(dialog()).getByRole("textbox", { name: "培训机构" }), "培训中心");
    await user.click(within(dialog()).getByRole("button", { name: "确定" }));
    await waitFor(() => expect(rowsOf(server.answers("safety-lead"), "training")[0]?.organiser).toBe("辽宁省电力行业协会培训中心"));
    await user.click(within(table()).getByRole("button", { name: /^删除/ }));
    await waitFor(() => expect(rowsOf(server.answers("safety-lead"), "training")).toHaveLength(0));
  });

  it("L-4.4.3-02 L-4.4.3-03 L-4.4.3-04 由技术负责人的【下一步】、由技术人员的【上一步】都到安全负责人", async () => {
    const first = renderSection({ section: "technical-lead", facts: facts("renewal") });
    await first.user.click(press("下一步"));
    await waitFor(() => expect(navigate).toHaveBeenCalledWith(expect.stringMatching(/\/sections\/safety-lead$/)));
    first.unmount();
    navigate.mockReset();
    const second = renderSection({ section: "technicians", facts: facts("renewal") });
    await second.user.click(press("上一步"));
    await waitFor(() => expect(navigate).toHaveBeenCalledWith(expect.stringMatching(/\/sections\/safety-lead$/)));
  });
});

describe("名册与业绩", () => {
  it.each(both)("L-4.3.5-01 L-4.3.5-02 L-4.3.5-03 L-4.3.5-04 L-4.4.4-01 L-4.4.4-02 L-4.4.4-03 L-4.4.4-04 技术人员：【＋】添加，带“*”的必填，【确定】存下（%s）", async (_, business) => {
    const { user, server } = renderSection({ section: "technicians", facts: facts(business) });
    await user.click(press("＋ 添加技术人员"));
    const name = within(sheet()).getByRole("textbox", { name: "姓名" });
    expect(name.getAttribute("aria-required") === "true" || (name as HTMLInputElement).required).toBe(true);
    await user.type(name, "新来人");
    await user.click(press("确定"));
    await waitFor(() => expect(rowsOf(server.answers("technicians"), "technicians").at(-1)?.name).toBe("新来人"));
  });

  it.each(both)("L-4.3.6-01 L-4.3.6-03 L-4.3.6-04 L-4.3.6-08 L-4.4.5-01 L-4.4.5-03 L-4.4.5-04 电工：没选发证机关的不开，说明先选；选了才添加（%s）", async (_, business) => {
    const { user } = renderSection({ section: "skilled-workers", facts: facts(business, { without: "skilled-workers" }) });
    await user.click(press(/^\+ 添加电工/));
    expect(screen.queryByRole("form", { name: "添加电工" })).toBeNull();
    const issuer = screen.getByLabelText("电工发证机关（添加前先选）");
    expect(document.activeElement).toBe(issuer);
    await user.selectOptions(issuer, "行业/企业评价机构");
    await user.click(press(/^\+ 添加电工/));
    expect(sheet()).toBeDefined();
  });

  it.each(both)("L-4.3.6-02 L-4.3.6-05 L-4.3.6-06 L-4.3.6-07 L-4.4.5-02 L-4.4.5-05 L-4.4.5-06 L-4.4.5-07 电工：人数自动汇总，【编辑】【删除】，身份证号码只能使用一次（%s）", async (_, business) => {
    const { user, server } = renderSection({ section: "skilled-workers", facts: facts(business, { workers: 16 }) });
    const total = () => screen.getByText(/^电工人员总数/, { selector: "dt" }).nextElementSibling?.textContent;
    expect(total()).toContain("16");
    await user.click(screen.getAllByRole("button", { name: /^编辑/ })[0] as HTMLElement);
    const number = within(sheet()).getByRole("textbox", { name: "身份证号码" });
    const [, second] = rowsOf(server.answers("skilled-workers"), "skilledWorkers");
    await user.clear(number);
    await user.type(number, String(second?.idNo));
    await user.click(press("确定"));
    expect(await within(sheet()).findByText(/同一电工的身份证号码只能使用一次/)).toBeDefined();
    await user.click(press("取消"));
    await user.click(screen.getAllByRole("button", { name: /^删除/ })[0] as HTMLElement);
    await waitFor(() => expect(total()).toContain("15"));
  });

  it.each(both)("L-4.3.7-01 L-4.3.7-02 L-4.3.7-06 L-4.3.7-07 L-4.4.6-01 L-4.4.6-02 L-4.4.6-05 L-4.4.6-06 业绩：按工程电压等级自动汇总，【修改】【删除】（%s）", async (_, business) => {
    const { user, server } = renderSection({ section: "performance", facts: facts(business, { projects: 2 }) });
    const total = (label: string) => screen.getByText(label, { selector: "dt" }).nextElementSibling?.textContent;
    expect(total("承装 35千伏")).toBe("2 项");
    await user.click(screen.getAllByRole("button", { name: /^修改/ })[0] as HTMLElement);
    await user.type(within(sheet()).getByRole("textbox", { name: "工程名称" }), "（改）");
    await user.click(press("确定"));
    await waitFor(() => expect(String(rowsOf(server.answers("performance"), "performance")[0]?.projectName)).toMatch(/（改）$/));
    await user.click(screen.getAllByRole("button", { name: /^删除/ })[0] as HTMLElement);
    await waitFor(() => expect(total("承装 35千伏")).toBe("1 项"));
  });

  it.each(both)("L-4.3.7-04 L-4.3.7-05 L-4.3.7-08 L-4.3.7-09 L-4.3.7-10 L-4.4.6-03 L-4.4.6-04 L-4.4.6-07 L-4.4.6-08 L-4.4.6-09 业绩：【+】添加，带“*”的必填，【选取文件】【上传】（%s）", async (_, business) => {
    const { user, server } = renderSection({ section: "performance", facts: facts(business, { projects: 1 }) });
    await user.selectOptions(screen.getByLabelText(/^业绩类别/), "承装");
    await user.click(press(/^\+ 添加业绩/));
    const name = within(sheet()).getByRole("textbox", { name: "工程名称" });
    expect(name.getAttribute("aria-required") === "true" || (name as HTMLInputElement).required).toBe(true);
    await user.type(name, "新工程");
    await user.upload(screen.getByLabelText("选取文件：工程合同"), pdf("合同.pdf"));
    await user.click(press("附件上传：工程合同"));
    expect(await screen.findByRole("link", { name: "合同.pdf" })).toBeDefined();
    await user.click(press("确定"));
    await waitFor(() => expect(rowsOf(server.answers("performance"), "performance").at(-1)).toMatchObject({ category: "installation", projectName: "新工程" }));
  });
});

describe("沿用上一次的内容", () => {
  const source = { number: "NEEB-2025-000007", label: "许可证新申请", on: "2025-06-16", sections: ["technical-lead", "technicians"], signedAnew: {} };

  it("L-4.3.2-07 沿用的页签说明来源，没改过的不用再保存；改过的也说得出来源；别的页签不说", () => {
    const given = { ...facts("scope-change"), prefilledFrom: source };
    const first = renderSection({ section: "technical-lead", facts: given });
    expect(screen.getByText(/内容取自许可证新申请 NEEB-2025-000007（2025年6月16日准予）.*请核对，有变化的修改，没有变化的不用再保存/)).toBeDefined();
    expect(screen.getAllByRole("link", { name: /^技术负责人/ })[0]?.textContent).toContain("已完成");
    first.unmount();
    const second = renderSection({ section: "technicians", facts: { ...given, revisions: { ...given.revisions, technicians: 2 } } });
    expect(screen.getByText(/内容取自许可证新申请.*已有修改/)).toBeDefined();
    second.unmount();
    const third = renderSection({ section: "basic-information", facts: given });
    expect(screen.queryByText(/内容取自/)).toBeNull();
    third.unmount();
    const form = "许可证申请表（签字盖章）";
    renderSection({ section: "basic-information", facts: { ...given, prefilledFrom: { ...source, sections: ["basic-information"], signedAnew: { "basic-information": [form] } } } });
    expect(screen.getByText(new RegExp(`内容取自.*${form}不沿用，请为这件申请重新签字上传`))).toBeDefined();
  });
});

describe("资料提交", () => {
  it.each(both)("L-4.3.8-01 L-4.3.8-02 L-4.4.7-01 L-4.4.7-02 逐条列出不符项，改好之前不能提交（%s）", async (_, business) => {
    const { user } = renderSection({ section: "submission", facts: facts(business, { technicians: 9 }) });
    expect(screen.getByText(/还有 1 项不符合，暂不能提交/)).toBeDefined();
    await user.click(press(/^资料提交/));
    expect(document.activeElement?.id).toBe("unmet");
  });

  it.each(both)("L-4.3.8-03 L-4.4.7-03 全部符合的，资料提交进入形审排队（%s）", async (_, business) => {
    const submit = vi.fn(async () => ({ ok: true as const, value: { number: "N-1", round: 1, submittedAt: "2026-11-22T06:32:00.000Z", queuePlace: 4 } }));
    const { user } = renderSection({ section: "submission", facts: facts(business), actions: { submit } });
    await user.click(screen.getByLabelText("本单位对材料真实性负责"));
    await user.click(press(/^资料提交/));
    await user.click(within(screen.getByRole("dialog", { name: "资料提交？" })).getByRole("button", { name: "确定资料提交" }));
    expect((await screen.findByRole("region", { name: "提交成功" })).textContent).toContain("第 4 位");
  });
});
