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

const application = (options: Parameters<typeof completeNewLicence>[0] = {}) => {
  const built = completeNewLicence(options);
  return applicationFacts({ answers: built.answers, files: built.files });
};
const withoutPeople = (section: string) => {
  const built = completeNewLicence();
  return applicationFacts({ answers: { "application-category": built.answers["application-category"] ?? {} }, files: built.files.filter((file) => file.section !== section) });
};
const sheet = () => screen.getByRole("form", { name: /^(添加|编辑)/ });
const quota = (label: string) => screen.getByText(new RegExp(`^${label}`), { selector: "dt" }).nextElementSibling?.textContent;

describe("电力相关技术人员", () => {
  const SECTION = "technicians";

  it("L-4.1.5-01 L-4.1.5-02 L-4.1.5-03 “＋”添加一人，填写后【确定】", async () => {
    const { user, server } = renderSection({ section: SECTION, facts: withoutPeople(SECTION) });
    await user.click(press("＋ 添加技术人员"));
    const person = fictitiousPerson(301);
    await user.type(within(sheet()).getByRole("textbox", { name: "姓名" }), person.name);
    await user.type(within(sheet()).getByRole("textbox", { name: "身份证号码" }), person.residentId);
    await user.selectOptions(within(sheet()).getByRole("combobox", { name: "职称级别" }), "中级");
    await user.click(press("确定"));
    await waitFor(() => expect(rowsOf(server.answers(SECTION), "technicians")).toMatchObject([{ name: person.name, idNo: person.residentId }]));
    expect(screen.queryByRole("form", { name: /^添加/ })).toBeNull();
    expect(screen.getByRole("rowheader", { name: person.name })).toBeDefined();
  });

  it("L-4.1.5-04 L-4.1.5-07 添加、删除之后自动汇总，与级别要求对照，缺口用文字说", async () => {
    const { user } = renderSection({ section: SECTION, facts: application({ technicians: 5 }) });
    expect(quota("电力相关技术人员总数")).toContain("5 / 5");
    await user.click(screen.getAllByRole("button", { name: /^删除/ })[0] as HTMLElement);
    await waitFor(() => expect(quota("电力相关技术人员总数")).toContain("4 / 5还差 1 人"));
    await user.click(press("撤销删除"));
    await waitFor(() => expect(quota("电力相关技术人员总数")).toContain("5 / 5"));
  });

  it("L-4.1.5-05 【编辑】打开这个人的内容，改后更新", async () => {
    const { user, server } = renderSection({ section: SECTION, facts: application() });
    await user.click(screen.getAllByRole("button", { name: /^编辑/ })[1] as HTMLElement);
    const post = within(sheet()).getByRole("textbox", { name: "现任职务" });
    await user.clear(post);
    await user.type(post, "总工程师");
    await user.click(press("确定"));
    await waitFor(() => expect(rowsOf(server.answers(SECTION), "technicians")[1]?.post).toBe("总工程师"));
    expect(server.commands[0]?.patch.rows).toHaveLength(1);
  });

  it("L-4.1.5-06 【删除】删去这个人", async () => {
    const { user, server } = renderSection({ section: SECTION, facts: application() });
    const [first] = rowsOf(server.answers(SECTION), "technicians");
    await user.click(screen.getAllByRole("button", { name: /^删除/ })[0] as HTMLElement);
    await waitFor(() => expect(rowsOf(server.answers(SECTION), "technicians").map((row) => row.rowId)).not.toContain(first?.rowId));
  });

  it("身份证号码在列表里遮盖；编辑时才是全的", async () => {
    const { user } = renderSection({ section: SECTION, facts: application() });
    const id = fictitiousPerson(101).residentId;
    expect(screen.queryByText(id)).toBeNull();
    expect(screen.getByText(`${id.slice(0, 6)}********${id.slice(-4)}`)).toBeDefined();
    await user.click(screen.getAllByRole("button", { name: /^编辑/ })[0] as HTMLElement);
    expect(within(sheet()).getByRole("textbox", { name: "身份证号码" })).toHaveProperty("value", id);
  });

  it("每人的材料在编辑栏里上传，名册上说到了几份", async () => {
    const facts = application();
    const facts0 = { ...facts, context: { ...facts.context, files: facts.context.files.filter((file) => file.slot !== "TE_SS") } };
    const { user } = renderSection({ section: SECTION, facts: facts0 });
    expect(screen.getAllByText("1 / 2")).toHaveLength(5);
    await user.click(screen.getAllByRole("button", { name: /^编辑/ })[0] as HTMLElement);
    await user.upload(screen.getByLabelText("选取文件：社会保险缴纳证明"), pdf("社保.pdf"));
    await user.click(press("附件上传：社会保险缴纳证明"));
    expect(await screen.findByText("2 / 2")).toBeDefined();
  });
});

describe("电力相关专业技能人员", () => {
  const SECTION = "skilled-workers";

  it("L-4.1.6-01 L-4.1.6-02 先选电工发证机关，再以【+】添加电工", async () => {
    const { user, server } = renderSection({ section: SECTION, facts: withoutPeople(SECTION) });
    const add = press(/^\+ 添加电工/);
    await user.click(add);
    expect(screen.queryByRole("form", { name: "添加电工" })).toBeNull();
    expect(document.activeElement).toBe(screen.getByLabelText("电工发证机关（添加前先选）"));
    await user.selectOptions(screen.getByLabelText("电工发证机关（添加前先选）"), "行业/企业评价机构");
    await user.click(add);
    await user.type(within(sheet()).getByRole("textbox", { name: "姓名" }), "孙立军");
    await user.click(press("确定"));
    await waitFor(() => expect(rowsOf(server.answers(SECTION), "skilledWorkers")).toMatchObject([{ issuer: "industryBody", name: "孙立军" }]));
  });

  it("L-4.1.6-03 L-4.1.6-05 自动汇总电工人员总数、高压人数，与级别要求对照", () => {
    renderSection({ section: SECTION, facts: application({ workers: 4, highVoltage: 2 }) });
    expect(quota("电工人员总数")).toContain("4 / 5还差 1 人");
    expect(quota("高压")).toContain("2 / 3还差 1 人");
    expect(quota("低压")).toBe("2");
  });

  it("L-4.1.6-04 同一身份证号码在名册里只能一次：当场不收", async () => {
    const { user, server } = renderSection({ section: SECTION, facts: application() });
    await user.click(press(/添加电工/));
    await user.type(within(sheet()).getByRole("textbox", { name: "身份证号码" }), fictitiousPerson(2001).residentId);
    await user.click(press("确定"));
    expect(await within(sheet()).findByText("身份证号码与其他行重复，同一电工的身份证号码只能使用一次")).toBeDefined();
    expect(server.commands).toHaveLength(0);
  });

  it("L-4.1.6-04 别家已用的号码：这一行不存，编辑栏不关，说明原因；【取消】后不留", async () => {
    const server = new FakeServer(completeNewLicence().answers);
    server.refuse = ({ section, patch }) =>
      patch.rows.filter((row) => row.to?.idNo === fictitiousPerson(9000).residentId).map((row) => ({
        section, table: row.table, row: row.rowId, field: "idNo", message: "该身份证号码已被使用，同一名电工只能登记一次", severity: "blocking", nature: "wrong",
      }));
    const { user } = renderSection({ section: SECTION, facts: application(), server });
    await user.click(press(/添加电工/));
    await user.type(within(sheet()).getByRole("textbox", { name: "姓名" }), "孙立军");
    await user.type(within(sheet()).getByRole("textbox", { name: "身份证号码" }), fictitiousPerson(9000).residentId);
    await user.click(press("确定"));
    expect(await screen.findByText("该身份证号码已被使用，同一名电工只能登记一次", { selector: ".err span" })).toBeDefined();
    expect(within(sheet()).getByRole("textbox", { name: "姓名" })).toHaveProperty("value", "孙立军");
    await user.click(press("取消"));
    await user.click(press("放弃"));
    expect(screen.queryByText("孙立军")).toBeNull();
    expect(rowsOf(server.answers(SECTION), "skilledWorkers")).toHaveLength(5);
  });

  it("【确定并下一人】存好这一行，接着下一行", async () => {
    const { user, server } = renderSection({ section: SECTION, facts: application() });
    await user.click(screen.getAllByRole("button", { name: /^编辑/ })[0] as HTMLElement);
    await user.type(within(sheet()).getByRole("textbox", { name: "证书编号" }), "1");
    await user.click(press("确定并下一人"));
    await waitFor(() => expect(sheet().getAttribute("aria-labelledby")).toContain("worker-row-0002"));
    expect(server.commands).toHaveLength(1);
  });

  it("千人名册只画一页；筛选、查找、有问题都在", async () => {
    const facts = application({ workers: 1000, highVoltage: 600 });
    const { user } = renderSection({ section: SECTION, facts });
    const table = screen.getByRole("table", { name: "电工信息" });
    expect(within(table).getAllByRole("row")).toHaveLength(21);
    expect(press("全部 1000")).toBeDefined();
    await user.click(press("高压 600"));
    expect(screen.getByText("第 1–20 行，共 600 行")).toBeDefined();
    await user.type(screen.getByLabelText("按姓名或证件号查找"), fictitiousPerson(2007).residentId);
    await waitFor(() => expect(screen.getByText(/^第 1–1 行/)).toBeDefined());
    expect(press("有问题 0")).toBeDefined();
  });

  it("导入表格：好的行导入，坏的逐格说行号、列、原因、原内容", async () => {
    const importRows = vi.fn(async () => ({
      ok: true as const, value: { imported: 3, updated: 1, refused: 1, faults: [{ line: 7, column: "身份证号码", reason: "请核对身份证号码，校验位不正确", value: "2101" }] },
    }));
    const { user, facts } = renderSection({ section: SECTION, facts: application(), actions: { importRows } });
    await user.click(press("导入表格"));
    await user.upload(await screen.findByLabelText("选取文件：填好的表格"), new File(["x"], "电工.xlsx"));
    await user.click(press("导入"));
    expect(await screen.findByText("新增 3 行，更新 1 行，1 行有错误没有导入。")).toBeDefined();
    expect(screen.getByRole("rowheader", { name: "第 7 行" })).toBeDefined();
    expect(importRows).toHaveBeenCalledWith(expect.objectContaining({ applicationId: facts.applicationId, section: SECTION, table: "skilledWorkers" }));
    expect(screen.getAllByRole("link", { name: "下载模板" })[0]?.getAttribute("href")).toBe(`/api/applications/${facts.applicationId}/sheets/skilled-workers/skilledWorkers?kind=template`);
  });

  it("导入表格：表头对不上、一行也没填，都说清没有导入", async () => {
    const nothing = { imported: 0, updated: 0, refused: 0 };
    const importRows = vi.fn()
      .mockResolvedValueOnce({ ok: true, value: { ...nothing, refused: 5, faults: [{ line: 1, column: "姓名", reason: "缺少这一列，请使用下载的模板", value: "" }] } })
      .mockResolvedValueOnce({ ok: true, value: { ...nothing, faults: [] } });
    const { user } = renderSection({ section: SECTION, facts: application(), actions: { importRows } });
    for (const words of ["这份表格与模板对不上，没有导入。", "表格里没有填写的行，没有导入。"]) {
      await user.click(press("导入表格"));
      await user.upload(await screen.findByLabelText("选取文件：填好的表格"), new File(["x"], "别的表.xlsx"));
      await user.click(press("导入"));
      expect(await screen.findByText(words)).toBeDefined();
      await user.click(screen.getAllByRole("button", { name: "关闭" }).at(-1) as HTMLElement);
    }
  });

  it("批量扫描件按文件名归到人和材料；归不了的由人指定", async () => {
    const facts = application();
    const upload = vi.fn(async (_id: string, place: { section: string; slot: string; row?: string }, file: File) => ({
      id: crypto.randomUUID(), ...place, name: file.name, size: 1, mediaType: "application/pdf",
    }));
    const { user } = renderSection({ section: SECTION, facts, upload });
    const person = fictitiousPerson(2001);
    await user.upload(screen.getByLabelText("批量选取扫描件"), [pdf(`${person.name}_${person.residentId.slice(-4)}_操作证.pdf`), pdf("IMG_2031.pdf")]);
    await waitFor(() => expect(upload).toHaveBeenCalledWith(facts.applicationId, { section: SECTION, slot: "WORKER_CERT", row: "worker-row-0001" }, expect.anything(), expect.anything()));
    expect(screen.getByText("本次 2 个文件已对应 1 个")).toBeDefined();
    await user.click(press("指定人员和材料"));
    const dialog = screen.getByRole("dialog", { name: "指定人员和材料" });
    await user.selectOptions(within(dialog).getByRole("combobox", { name: "电工" }), "worker-row-0003");
    await user.selectOptions(within(dialog).getByRole("combobox", { name: "材料" }), "WORKER_ID");
    await user.click(within(dialog).getByRole("button", { name: /^上传/ }));
    await waitFor(() => expect(upload).toHaveBeenCalledWith(facts.applicationId, { section: SECTION, slot: "WORKER_ID", row: "worker-row-0003" }, expect.anything(), expect.anything()));
    expect(screen.getByText("本次 2 个文件已对应 2 个")).toBeDefined();
  });
});
