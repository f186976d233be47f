import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { rowsOf } from "@/lib/forms/answers";
import { completeNewLicence } from "../../builders/new-licence";
import { fictitiousPerson } from "../../builders/people";
import { applicationFacts, FakeServer, pdf, press, renderSection } from "./section-screen";

const { navigate } = vi.hoisted(() => ({ navigate: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => ({ push: navigate, replace: navigate, refresh: vi.fn() }), usePathname: () => "/" }));

beforeEach(() => {
  navigate.mockReset();
  localStorage.clear();
});

const built = completeNewLicence();
const CATEGORY = { "application-category": built.answers["application-category"] ?? {} };
const categoryFiles = built.files.filter((file) => file.section === "application-category");
const draft = (answers = {}) => applicationFacts({ answers: { ...CATEGORY, ...answers }, files: categoryFiles });
const box = (name: string | RegExp) => screen.getByRole("textbox", { name });

describe("技术负责人", () => {
  const SECTION = "technical-lead";

  it("L-4.1.3-01 目录里有这一页，带着状态", () => {
    renderSection({ section: SECTION, facts: draft() });
    const [entry] = screen.getAllByRole("link", { name: /^技术负责人/ });
    expect(entry?.getAttribute("aria-current")).toBe("page");
    expect(entry?.textContent).toContain("未填写");
  });

  it("L-4.1.7-11 L-4.1.9-06 不必在提交时交的材料说明为什么：容缺的可后补，承诺制的以告知承诺书代替", () => {
    const titleOf = (procedure: "standard" | "conditionalAcceptance" | "commitment") => {
      const given = draft();
      const files = given.context.files.flatMap((file, index) => (index === 0 ? [file, { ...file, id: "defer", slot: "DEFER" }] : [file]));
      const { unmount } = renderSection({ section: SECTION, facts: { ...given, procedure, context: { ...given.context, procedure, files } } });
      const said = screen.getByLabelText("选取文件：职称证书").closest("li")?.textContent;
      unmount();
      return said;
    };
    expect(titleOf("conditionalAcceptance")).toContain("职称证书（可在受理后补）");
    expect(titleOf("commitment")).toContain("职称证书（以告知承诺书代替）");
    expect(titleOf("standard")).not.toMatch(/可在受理后补|代替|选填/);
  });

  it("只是打开看看不算改动，离开不问", async () => {
    const { user } = renderSection({ section: SECTION, facts: draft() });
    expect(screen.queryByText("有未保存的修改")).toBeNull();
    await user.click(screen.getAllByRole("link", { name: /^安全负责人/ })[0] as HTMLElement);
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("L-4.1.3-02 按要求填写并保存；性别、出生日期由身份证号码得出", async () => {
    const { user, server } = renderSection({ section: SECTION, facts: draft() });
    const person = fictitiousPerson(7);
    await user.type(box("姓名"), person.name);
    await user.type(box("身份证号码"), person.residentId);
    expect(box(/^性别/)).toHaveProperty("value", person.gender === "male" ? "男" : "女");
    expect(box(/^出生日期/)).toHaveProperty("readOnly", true);
    await user.click(press("保存"));
    await screen.findByText("已保存 14:32");
    expect(server.answers(SECTION)).toMatchObject({ name: person.name, idNo: person.residentId });
    expect(server.answers(SECTION)).not.toHaveProperty("gender");
  });

  it("L-4.1.3-04 L-4.1.3-05 职称证书【选取文件】【上传】", async () => {
    const { user } = renderSection({ section: SECTION, facts: draft() });
    await user.upload(screen.getByLabelText("选取文件：职称证书"), pdf("职称.pdf"));
    await user.click(press("附件上传：职称证书"));
    expect(await screen.findByRole("link", { name: "职称.pdf" })).toBeDefined();
  });

  it("L-4.1.3-03 L-4.1.3-07 【工作经历+】的对话框带证明人与证明人电话，【确定】当即存下这一条", async () => {
    const { user, server } = renderSection({ section: SECTION, facts: draft() });
    await user.type(box("姓名"), "赵明远");
    await user.click(press("工作经历+"));
    const dialog = screen.getByRole("dialog", { name: "添加工作经历" });
    await user.type(within(dialog).getByRole("textbox", { name: "工作单位" }), "沈阳庚输变电工程有限公司");
    await user.type(within(dialog).getByRole("textbox", { name: "证明人" }), "吴敏");
    await user.type(within(dialog).getByRole("textbox", { name: "证明人电话" }), "139 0000 0027");
    await user.click(within(dialog).getByRole("button", { name: "确定" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(server.commands).toHaveLength(1);
    // 页面上没按【保存】的姓名不随它存；证件类型的初值随第一次保存存下
    expect(server.commands[0]?.patch.fields.map((field) => field.key)).toEqual(["idType"]);
    expect(rowsOf(server.answers(SECTION), "workExperience")).toMatchObject([{ employer: "沈阳庚输变电工程有限公司", witnessPhone: "13900000027" }]);
    expect(screen.getByRole("cell", { name: "139****0027" })).toBeDefined();
    expect(box("姓名")).toHaveProperty("value", "赵明远");
  });

  it("L-4.1.3-06 证明人电话须为手机号码：固定电话不收，说请输入正确的手机号码，焦点到它", async () => {
    const { user, server } = renderSection({ section: SECTION, facts: draft() });
    await user.click(press("工作经历+"));
    const dialog = screen.getByRole("dialog");
    const phone = within(dialog).getByRole("textbox", { name: "证明人电话" });
    await user.type(phone, "024-23100000");
    await user.click(within(dialog).getByRole("button", { name: "确定" }));
    expect(await within(dialog).findByText(/请输入正确的手机号码/)).toBeDefined();
    await waitFor(() => expect(document.activeElement).toBe(phone));
    expect(server.commands).toHaveLength(0);
  });

  it("什么都没填的一条不存；【取消】不留下", async () => {
    const { user, server } = renderSection({ section: SECTION, facts: draft() });
    await user.click(press("工作经历+"));
    await user.click(press("确定"));
    expect(await screen.findByText("请先填写这一条工作经历")).toBeDefined();
    await user.type(screen.getByRole("textbox", { name: "工作单位" }), "不要了");
    await user.click(press("取消"));
    await user.click(press("放弃"));
    expect(screen.queryByText("不要了")).toBeNull();
    expect(server.commands).toHaveLength(0);
  });

  it("没填完的一条照存，表里说缺什么；摘要的链接打开那一条、焦点到那个字段", async () => {
    const row = { rowId: "experience-1", employer: "沈阳庚输变电工程有限公司" };
    const { user } = renderSection({ section: SECTION, facts: draft({ [SECTION]: { workExperience: [row] } }) });
    await user.type(box("姓名"), "赵明远");
    await user.click(press("保存"));
    await user.click(await screen.findByRole("link", { name: "工作经历第 1 行 沈阳庚输变电工程有限公司：职务/岗位未填写" }));
    const dialog = await screen.findByRole("dialog", { name: "修改工作经历（第 1 行）" });
    await waitFor(() => expect(document.activeElement).toBe(within(dialog).getByRole("textbox", { name: "职务/岗位" })));
  });

  it("没按【确定】的内容也算未保存，也暂存在本机", async () => {
    const { user } = renderSection({ section: SECTION, facts: draft() });
    await user.click(press("工作经历+"));
    await user.type(screen.getByRole("textbox", { name: "工作单位" }), "还没确定");
    await waitFor(() => expect(JSON.stringify(Object.values(localStorage))).toContain("还没确定"));
  });
});

describe("安全负责人", () => {
  const SECTION = "safety-lead";
  const lead = built.answers[SECTION] ?? {};
  const full = () => draft({ [SECTION]: lead });

  it("L-4.1.4-01 L-4.1.4-02 【保存】存下本页填写与选择的内容", async () => {
    const { user, server } = renderSection({ section: SECTION, facts: draft() });
    await user.selectOptions(screen.getByRole("combobox", { name: "学历" }), "大学本科");
    await user.click(screen.getByRole("checkbox", { name: "承装" }));
    await user.click(press("保存"));
    await screen.findByText("已保存 14:32");
    expect(server.answers(SECTION)).toMatchObject({ education: "bachelor", categories: ["installation"] });
  });

  it("L-4.1.4-03 L-4.1.4-04 L-4.1.4-05 个人登记照：选取文件、附件上传，只收图片", async () => {
    const { user } = renderSection({ section: SECTION, facts: draft() });
    const input = screen.getByLabelText("选取文件：个人登记照");
    expect(input.getAttribute("accept")).toBe(".jpg,.jpeg,.png");
    await user.upload(input, new File(["x"], "登记照.jpg", { type: "image/jpeg" }));
    await user.click(press("附件上传：个人登记照"));
    expect(await screen.findByRole("link", { name: "登记照.jpg" })).toBeDefined();
  });

  it("L-4.1.4-06 L-4.1.4-07 【工作经历+】【培训经历+】各开自己的对话框", async () => {
    const { user } = renderSection({ section: SECTION, facts: draft() });
    await user.click(press("工作经历+"));
    expect(screen.getByRole("dialog", { name: "添加工作经历" })).toBeDefined();
    await user.click(press("取消"));
    await user.click(press("培训经历+"));
    const dialog = screen.getByRole("dialog", { name: "添加培训经历" });
    expect(within(dialog).getByRole("textbox", { name: "培训机构" })).toBeDefined();
  });

  it("L-4.1.4-08 【删除】当即删去，可以撤销", async () => {
    const { user, server } = renderSection({ section: SECTION, facts: full() });
    const table = screen.getByRole("table", { name: "培训经历" });
    await user.click(within(table).getByRole("button", { name: /^删除/ }));
    await waitFor(() => expect(rowsOf(server.answers(SECTION), "training")).toHaveLength(0));
    await user.click(press("撤销删除"));
    await waitFor(() => expect(rowsOf(server.answers(SECTION), "training")).toEqual(lead.training));
    expect(within(screen.getByRole("table", { name: "培训经历" })).getByText("辽宁省电力行业协会")).toBeDefined();
  });

  it("L-4.1.4-09 【修改】打开原来的内容，【确定】后更新那一条", async () => {
    const { user, server } = renderSection({ section: SECTION, facts: full() });
    await user.click(within(screen.getByRole("table", { name: "培训经历" })).getByRole("button", { name: /^修改/ }));
    const organiser = screen.getByRole("textbox", { name: "培训机构" });
    expect(organiser).toHaveProperty("value", "辽宁省电力行业协会");
    await user.clear(organiser);
    await user.type(organiser, "沈阳电力培训中心");
    await user.click(press("确定"));
    await waitFor(() => expect(rowsOf(server.answers(SECTION), "training")).toMatchObject([{ organiser: "沈阳电力培训中心" }]));
    expect(server.commands[0]?.patch.rows).toHaveLength(1);
  });

  it("没送到的【确定】：内容留在表里，保存行说未能保存", async () => {
    const server = new FakeServer({ ...CATEGORY, [SECTION]: lead });
    server.failure = "offline";
    const { user } = renderSection({ section: SECTION, facts: full(), server });
    await user.click(press("培训经历+"));
    await user.type(screen.getByRole("textbox", { name: "培训内容" }), "安全规程");
    await user.click(press("确定"));
    expect(await screen.findByText("未能保存，内容仍在本页")).toBeDefined();
    expect(screen.getByText("安全规程")).toBeDefined();
    server.failure = undefined;
    await user.click(screen.getByRole("button", { name: /^重试/ }));
    await waitFor(() => expect(rowsOf(server.answers(SECTION), "training")).toHaveLength(2));
  });
});
