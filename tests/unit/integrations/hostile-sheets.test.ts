import ExcelJS from "exceljs";
import JSZip from "jszip";
import { describe, expect, it } from "vitest";
import { readSheetFile } from "@/lib/integrations/spreadsheet/read-sheet";
import { SheetFault } from "@/lib/integrations/spreadsheet/sheet";

const limits = { maxBytes: 5 * 1024 * 1024, maxLines: 3_000, maxCell: 4_000 };
const WHOLE = "A1:XFD1048576";

async function sheetFile(change: (parts: { sheet: string; workbook: string }) => { sheet?: string; workbook?: string }): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet("人员").addRows([["序号", "姓名"], ["1", "王磊"]]);
  const zip = await JSZip.loadAsync(await workbook.xlsx.writeBuffer());
  const read = async (name: string): Promise<string> => (await zip.file(name)?.async("string")) ?? "";
  const [sheetName, workbookName] = ["xl/worksheets/sheet1.xml", "xl/workbook.xml"];
  const { sheet, workbook: book } = change({ sheet: await read(sheetName), workbook: await read(workbookName) });
  if (sheet) zip.file(sheetName, sheet);
  if (book) zip.file(workbookName, book);
  return zip.generateAsync({ type: "nodebuffer", compression: "DEFLATE" });
}

const inSheet = (xml: string) => sheetFile(({ sheet }) => ({ sheet: sheet.replace("</sheetData>", `</sheetData>${xml}`) }));
const inRows = (xml: string) => sheetFile(({ sheet }) => ({ sheet: sheet.replace("</sheetData>", `${xml}</sheetData>`) }));
const inWorkbook = (xml: string) => sheetFile(({ workbook }) => ({ workbook: workbook.replace("</sheets>", `</sheets>${xml}`) }));

/** 读出来，或者说明为什么不读；几秒之内，不占几百兆。 */
async function judged(bytes: Buffer): Promise<string[][] | string> {
  const before = process.memoryUsage().heapUsed;
  const began = Date.now();
  const answer = await readSheetFile(bytes, limits).then(({ lines }) => lines, (error: unknown) => {
    if (error instanceof SheetFault) return error.message;
    throw error;
  });
  expect(Date.now() - began).toBeLessThan(8_000);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(400 * 1024 * 1024);
  return answer;
}

const row = [["", "王磊"]];

describe("T10 几千字节的表格撑不破服务器", () => {
  it.each([
    ["数据有效性铺满全表", () => inSheet(`<dataValidations count="1"><dataValidation type="list" sqref="${WHOLE}"><formula1>"a"</formula1></dataValidation></dataValidations>`)],
    ["合并全部单元格", () => inSheet(`<mergeCells count="1"><mergeCell ref="C1:XFD1048576"/></mergeCells>`)],
    ["名称指着全表", () => inWorkbook("<definedNames><definedName name=\"x\">人员!$A$1:$XFD$1048576</definedName></definedNames>")],
    ["名称用实体写", () => inWorkbook("<definedNames><definedName name=\"x\">人员!&#36;A&#36;1:&#36;XFD&#36;1048576</definedName></definedNames>")],
    ["二十亿列的列宽", () => sheetFile(({ sheet }) => ({ sheet: sheet.replace("<sheetData>", `<cols><col min="1" max="2000000000" width="9" customWidth="1"/></cols><sheetData>`) }))],
  ])("%s：照样读出填的行", async (_name, make) => expect(await judged(await make())).toEqual(row));

  it.each([
    ["第四十亿行", () => inRows('<row r="4000000000"><c r="A4000000000" t="inlineStr"><is><t>x</t></is></c></row>')],
    ["行号用实体写", () => inRows('<row r="&#52;000000000"><c r="B4000000000" t="inlineStr"><is><t>x</t></is></c></row>')],
    ["行号、等号之间有空白", () => inRows("<row r = '4000000000'><c r = 'B4000000000' t='inlineStr'><is><t>x</t></is></c></row>")],
    ["几百万个空格子", () => inRows(`<row r="3">${'<c r="A3"/>'.repeat(1_500_000)}</row>`)],
    ["压不小的几十万行", () => inRows(Array.from({ length: 400_000 }, (_, n) => `<row r="${n + 3}" ht="${(n * 7919) % 104_729}"/>`).join(""))],
    ["压不小的几十万格", () => inRows(`<row r="3">${Array.from({ length: 400_000 }, (_, n) => `<c r="A3" s="${(n * 7919) % 104_729}"/>`).join("")}</row>`)],
  ])("%s：一句话拒绝", async (_name, make) => expect(await judged(await make())).toMatch(/过多|过大/));

  it("平常的表照读：列宽、下拉、合并、筛选、超链接都不妨碍", async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet("人员");
    sheet.columns = [{ width: 8 }, { width: 20 }, { width: 20 }];
    sheet.addRows([["序号", "姓名", "邮箱"], ["1", "王磊", { text: "a@b.cn", hyperlink: "mailto:a@b.cn" }]]);
    sheet.autoFilter = "A1:C1";
    sheet.getCell("B2").dataValidation = { type: "list", formulae: ['"王磊,李丽"'] };
    sheet.mergeCells("E1:F1");
    expect(await judged(Buffer.from(await workbook.xlsx.writeBuffer()))).toEqual([["", "王磊", "a@b.cn"]]);
  });
});
