import { randomUUID } from "node:crypto";
import ExcelJS from "exceljs";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { EnterpriseActor } from "@/lib/access/actor";
import { type Row, rowsOf } from "@/lib/forms/answers";
import { certificateKinds, electricianCategories, electricianIssuers } from "@/lib/terms/electrician";
import { fictitiousPerson } from "../../builders/people";
import { changedDocx } from "../../builders/files";
import { enterpriseActor, newDraft, origin, session, staffActor } from "../attachments/fixtures";
import { freshDatabase } from "../database";

vi.mock("@/lib/auth/current-actor", () => ({ currentActor: () => Promise.resolve(session.actor) }));
await freshDatabase();
const { db } = await import("@/lib/data/client");
const { GET } = await import("@/app/api/applications/[applicationId]/sheets/[section]/[table]/route");
const { importRows } = await import("@/lib/services/sheets/import-rows");
const { getApplication } = await import("@/lib/services/applications/get-application");
const { saveSection } = await import("@/lib/services/applications/save-section");

const place = { section: "skilled-workers", table: "skilledWorkers" };
let applicationId = "";
let owner: EnterpriseActor;
let firstPerson = 0;

beforeEach(async () => {
  const draft = await newDraft();
  applicationId = draft.applicationId;
  owner = draft.actor;
  session.actor = owner;
  firstPerson += 10_000;
});

const get = (kind: string, where: { applicationId?: string; section?: string; table?: string } = {}): Promise<Response> => {
  const query = kind === "" ? "" : `?kind=${kind}`;
  return GET(new Request(`${origin}/api/applications/x/sheets/y/z${query}`), { params: Promise.resolve({ applicationId, ...place, ...where }) });
};

async function download(kind: string): Promise<ExcelJS.Workbook> {
  const response = await get(kind);
  expect(response.status).toBe(200);
  return new ExcelJS.Workbook().xlsx.load(await response.arrayBuffer());
}

const dataSheet = (workbook: ExcelJS.Workbook): ExcelJS.Worksheet => {
  const sheet = workbook.worksheets.find((candidate) => candidate.state === "visible");
  if (!sheet) throw new Error("no visible sheet");
  return sheet;
};
const bytesOf = async (workbook: ExcelJS.Workbook): Promise<Buffer> => Buffer.from(await workbook.xlsx.writeBuffer());
const headersOf = (sheet: ExcelJS.Worksheet): string[] => (sheet.getRow(1).values as string[]).slice(1);

const worker = (n: number): Record<string, string> => {
  const { name, residentId } = fictitiousPerson(firstPerson + n);
  return {
    电工发证机关: electricianIssuers.emergencyManagement, 证书类型: certificateKinds.specialOperation, 作业类别: electricianCategories.highVoltage, 证书编号: `T${residentId}`, 初领日期: "2019/5/6", 有效期起: "2025年5月6日", 有效期止: "2031-05-05",
    姓名: name, 身份证号码: residentId, 社会保险缴纳起始月: "2020-01",
  };
};

/** 填进模板：values 按列名；示例行留着。 */
async function filled(rows: Record<string, ExcelJS.CellValue>[]): Promise<Buffer> {
  const workbook = await download("template");
  const sheet = dataSheet(workbook);
  const headers = headersOf(sheet).map((header) => header.replace("*", ""));
  rows.forEach((row, index) => {
    sheet.getRow(3 + index).values = headers.map((header) => (header === "序号" ? index + 1 : (row[header] ?? "")));
  });
  return bytesOf(workbook);
}

const run = (file: Buffer, actor = owner) => importRows(actor, { applicationId, ...place, file });
const workersNow = async (): Promise<Row[]> => rowsOf((await getApplication(owner, applicationId)).context.answers[place.section] ?? {}, place.table);

describe("L-4.1.6 名册的电子表格", () => {
  it("L-4.1.2-10 模板：必填带星号、表头冻结、选项成下拉、文本格式、示例行", async () => {
    const workbook = await download("template");
    const sheet = dataSheet(workbook);
    expect(headersOf(sheet)).toEqual(expect.arrayContaining(["序号", "电工发证机关*", "姓名*", "身份证号码*", "学历"]));
    expect(sheet.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
    const at = headersOf(sheet).indexOf("电工发证机关*") + 1;
    const cell = sheet.getRow(3).getCell(at);
    expect(cell.dataValidation).toMatchObject({ type: "list", showErrorMessage: true });
    const list = workbook.getWorksheet("选项");
    expect(list?.state).toBe("hidden");
    expect(list?.getCell(1, at).value).toBe(sheet.getRow(2).getCell(at).value);
    expect(sheet.getColumn(headersOf(sheet).indexOf("身份证号码*") + 1).numFmt).toBe("@");
    expect(sheet.getRow(2).getCell(1).value).toBe("示例");
  });

  it("没填就传回来：示例行不导入", async () => {
    expect(await run(await filled([]))).toEqual({ imported: 0, updated: 0, refused: 0, faults: [] });
  });

  it("两百人里七人有错：一百九十三人导入，七人逐格说明；改好再导只补七人", async () => {
    const people: Record<string, ExcelJS.CellValue>[] = Array.from({ length: 200 }, (_, n) => worker(n));
    const spoil = (n: number, change: Record<string, ExcelJS.CellValue>) => Object.assign(people[n] ?? {}, change);
    spoil(3, { 身份证号码: "210600197603152218" });
    spoil(20, { 电工发证机关: "不存在的机关" });
    spoil(41, { 有效期止: "2024-05-05" });
    spoil(62, { 姓名: "" });
    spoil(83, { 身份证号码: worker(82)["身份证号码"] });
    spoil(104, { 有效期起: "2025-02-30" });
    spoil(199, { 作业类别: "高压电工作业、跳伞" });
    const outcome = await run(await filled(people));
    expect(outcome).toMatchObject({ imported: 193, updated: 0, refused: 7 });
    expect(outcome.faults.map(({ line, column }) => [line, column])).toEqual([
      [6, "身份证号码"], [23, "电工发证机关"], [44, "有效期止"], [65, "姓名"], [86, "身份证号码"], [107, "有效期起"], [202, "作业类别"],
    ]);
    expect(outcome.faults[0]).toMatchObject({ value: "210600197603152218", reason: expect.stringMatching(/身份证|校验/) as string });
    expect(outcome.faults[4]?.reason).toBe("与第 85 行重复");
    expect(await workersNow()).toHaveLength(193);
    const again = await run(await filled(Array.from({ length: 200 }, (_, n) => ({ ...worker(n), 手机号码: "13900001111" }))));
    expect(again).toEqual({ imported: 7, updated: 193, refused: 0, faults: [] });
    const rows = await workersNow();
    expect(rows).toHaveLength(200);
    expect(rows.every((row) => row.mobile === "13900001111" && row.validFrom === "2025-05-06")).toBe(true);
  });

  it("导出再导入一字不变，公式开头的内容不成公式；导出记入审计", async () => {
    await run(await filled([{ ...worker(1), 证书编号: "=1+1" }, { ...worker(2), 证书编号: "@SUM(A1)" }]));
    const before = await workersNow();
    expect(before[0]?.certNo).toBe("=1+1");
    const workbook = await download("export");
    const sheet = dataSheet(workbook);
    const values = [2, 3].map((line) => sheet.getRow(line).getCell(headersOf(sheet).indexOf("证书编号*") + 1).value);
    expect(values).toEqual(["'=1+1", "'@SUM(A1)"]);
    expect(await run(await bytesOf(workbook))).toEqual({ imported: 0, updated: 2, refused: 0, faults: [] });
    expect(await workersNow()).toEqual(before);
    expect(await db().auditEntry.count({ where: { action: "sheet.export", subjectId: applicationId } })).toBe(1);
  });

  it("别的软件存过的：富文本、真日期、数字、公式结果、超链接", async () => {
    const base = worker(1);
    const outcome = await run(await filled([{
      ...base, 姓名: { richText: [{ text: base["姓名"]?.slice(0, 1) ?? "" }, { text: base["姓名"]?.slice(1) ?? "" }] }, 初领日期: new Date(Date.UTC(2019, 4, 6)),
      社会保险缴纳起始月: new Date(Date.UTC(2020, 0, 1)), 证书编号: { formula: "1+1", result: 2 }, 电工发证机关: { text: electricianIssuers.emergencyManagement, hyperlink: "http://example.com" }, 手机号码: 13900001111,
    }]));
    expect(outcome).toMatchObject({ imported: 1, faults: [] });
    expect((await workersNow())[0]).toMatchObject({ name: base["姓名"], firstIssuedOn: "2019-05-06", socialSecurityFrom: "2020-01", certNo: "2", mobile: "13900001111" });
  });

  it("别家已登记的电工：其余照导，这一行说明已被使用", async () => {
    await run(await filled([worker(1)]));
    const other = await newDraft();
    session.actor = other.actor;
    applicationId = other.applicationId;
    const outcome = await run(await filled([worker(2), worker(1)]), other.actor);
    expect(outcome).toMatchObject({ imported: 1, refused: 1, faults: [{ line: 4, column: "身份证号码", value: worker(1)["身份证号码"] }] });
    expect(outcome.faults[0]?.reason).toContain("已被使用");
  });

  it("少了必填的列、拿错的表", async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet("x").addRows([["姓名"], ["王丽"]]);
    const outcome = await run(await bytesOf(workbook));
    expect(outcome).toMatchObject({ imported: 0, refused: 1 });
    expect(outcome.faults).toContainEqual({ line: 1, column: "身份证号码", reason: "缺少这一列，请使用下载的模板", value: "" });
  });
});

describe("不能用的表格，原因是中文", () => {
  it.each([
    ["空文件", () => Promise.resolve(Buffer.alloc(0)), "空文件"],
    ["文本", () => Promise.resolve(Buffer.from("姓名,身份证号码")), "只收 .xlsx"],
    ["旧 xls", () => Promise.resolve(Buffer.from("d0cf11e0a1b11ae1", "hex")), "只收 .xlsx"],
    ["Word 改的扩展名", () => changedDocx(() => {}), "只收 .xlsx"],
    ["带宏", () => changedDocx((zip) => void zip.file("xl/workbook.xml", "x").file("xl/vbaProject.bin", "x")), "宏"],
    ["压缩炸弹", () => changedDocx((zip) => zip.file("xl/workbook.xml", Buffer.alloc(30 * 1024 * 1024))), "过大"],
    ["里面是坏的", () => changedDocx((zip) => zip.file("xl/workbook.xml", "<x")), "表格"],
    ["超过 3 MB", () => Promise.resolve(Buffer.alloc(3 * 1024 * 1024 + 1)), "超过 3 MB"],
  ])("%s", async (_what, make, reason) => {
    await expect(run(await make())).rejects.toMatchObject({ code: "invalid", message: expect.stringContaining(reason) as string });
  });

  it("超过三千行、一格四千多字", async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet("x");
    sheet.addRow(["姓名"]);
    sheet.getRow(3_003).values = ["王丽"];
    await expect(run(await bytesOf(workbook))).rejects.toMatchObject({ message: expect.stringContaining("3000 行") as string });
    await expect(run(await filled([{ ...worker(1), 证书编号: "长".repeat(4_001) }]))).rejects.toMatchObject({ message: expect.stringContaining("第 3 行") as string });
  });
});

describe("谁能导入导出", () => {
  it("别家、内网、已提交的不能导入", async () => {
    const file = await filled([worker(1)]);
    await expect(run(file, enterpriseActor(randomUUID()))).rejects.toMatchObject({ code: "notFound" });
    await expect(importRows(staffActor("NEEB"), { applicationId, ...place, file })).rejects.toMatchObject({ code: "forbidden" });
    await expect(importRows(owner, { applicationId, section: "__proto__", table: "constructor", file })).rejects.toMatchObject({ code: "notFound" });
    await db().case.update({ where: { id: applicationId }, data: { state: "submitted" } });
    await expect(run(file)).rejects.toMatchObject({ code: "conflict" });
  });

  it("导出只给本企业和本派出机构（最近一次提交的），其余 4xx", async () => {
    const status = async (kind: string, where = {}) => (await get(kind, where)).status;
    expect(await status("")).toBe(422);
    expect(await status("export", { section: "basic-information", table: "shareholders" })).toBe(404);
    expect(await status("export", { applicationId: "1" })).toBe(404);
    await run(await filled([worker(1)]));
    session.actor = enterpriseActor(randomUUID());
    expect(await status("export")).toBe(404);
    session.actor = { kind: "public", address: "1.2.3.4" };
    expect(await status("template")).toBe(401);
    session.actor = staffActor("NEEB");
    expect(await status("export")).toBe(404);
    const { context, revisions } = await getApplication(owner, applicationId);
    await db().submission.create({
      data: { applicationId, round: 1, snapshot: { answers: context.answers, files: [] } as never, summary: [], checks: [], definitionVersion: 1, ruleSetId: "NDRC-36-2020", submittedById: randomUUID() },
    });
    const [row] = await workersNow();
    await saveSection(owner, { applicationId, section: place.section, revision: revisions[place.section] ?? 0, patch: { fields: [], rows: [{ table: place.table, rowId: row?.rowId ?? "", from: row ?? null, to: null }] } });
    expect(dataSheet(await download("export")).rowCount).toBe(2);
    session.actor = staffActor("NCEB");
    expect(await status("export")).toBe(404);
  });
});
