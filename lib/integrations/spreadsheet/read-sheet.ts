import ExcelJS from "exceljs";
import { ArchiveFault, type ArchiveLimits, inspectArchive } from "../file-inspection/archive";
import { restore, SAMPLE_MARK, SERIAL_HEADER, type SheetContent, SheetFault } from "./sheet";

export interface ReadLimits {
  maxBytes: number;
  maxLines: number;
  maxCell: number;
}

const MEGABYTE = 1024 * 1024;
const archiveLimits: ArchiveLimits = { maxEntries: 500, maxTotalBytes: 32 * MEGABYTE, maxRatio: 400 };
const MAX_COLUMNS = 100;
const MAX_ROW_ELEMENTS = 8_000;

/**
 * 库会把一个区域展开成一格一格的：几个字节写着全表，就是一百七十亿格。
 * 读填写的内容用不到这些，一律不读；行、列过多的读到一半就停。
 */
const readOptions: Partial<ExcelJS.XlsxReadOptions> & { maxRows: number; maxCols: number } = {
  ignoreNodes: ["cols", "mergeCells", "dataValidations", "conditionalFormatting", "autoFilter", "hyperlinks", "tableParts", "drawing", "legacyDrawing", "picture", "rowBreaks", "colBreaks", "extLst"],
  maxRows: MAX_ROW_ELEMENTS,
  maxCols: MAX_COLUMNS,
};

const tooWide = "表格里的行或列过多，请删去多余的空行、空列后再导入";
/** 八位以上的行号（表格最多七位）；用实体写的数字也不认。库按行号数着走，四十亿行要走几分钟。 */
const impossibleRow = /\br\s*=\s*["'][A-Za-z]*(?:\d{8}|[^"'<]*&#)/;
const LONGEST_ATTRIBUTE = 200;

/**
 * 读一张填好的表：只认内容是 xlsx 的，第一个可见的工作表，一律取显示的文字。
 * @throws SheetFault
 */
export async function readSheetFile(bytes: Buffer, limits: ReadLimits): Promise<SheetContent> {
  await refuseForeign(bytes, limits);
  const sheet = (await open(bytes)).worksheets.find((candidate) => candidate.state === "visible");
  if (!sheet) throw new SheetFault("表格里没有工作表，请使用下载的模板");
  const content = contentOf(sheet, limits);
  if (content.headers.every((header) => header === "")) throw new SheetFault("第一行不是表头，请使用下载的模板");
  return content;
}

/**
 * 读一份有几张表的文件：按表名取，没有的表不在其中。
 * @throws SheetFault 不是这种文件，或一张也没有
 */
export async function readSheetsFile(bytes: Buffer, limits: ReadLimits, titles: readonly string[]): Promise<Map<string, SheetContent>> {
  await refuseForeign(bytes, limits);
  const sheets = (await open(bytes)).worksheets.filter((sheet) => sheet.state === "visible" && titles.includes(sheet.name.trim()));
  if (sheets.length === 0) throw new SheetFault(`文件里没有名为${titles.map((title) => `“${title}”`).join("、")}的工作表，请使用下载的模板`);
  return new Map(sheets.map((sheet) => [sheet.name.trim(), contentOf(sheet, limits)]));
}

async function refuseForeign(bytes: Buffer, { maxBytes }: ReadLimits): Promise<void> {
  if (bytes.length === 0) throw new SheetFault("这是空文件，请换一个文件");
  if (bytes.length > maxBytes) throw new SheetFault(`表格超过 ${Math.floor(maxBytes / MEGABYTE)} MB，请分成几个文件导入`);
  if (bytes.subarray(0, 4).toString("latin1") !== "PK\u0003\u0004") throw new SheetFault("只收 .xlsx 表格，请用下载的模板填写，或另存为 .xlsx 后再导入");
  try {
    const rows = rowWatch();
    const { names } = await inspectArchive(bytes, archiveLimits, () => false, rows.watch);
    if (rows.found()) throw new SheetFault(tooWide);
    if (!names.includes("xl/workbook.xml")) throw new SheetFault("只收 .xlsx 表格，请用下载的模板填写，或另存为 .xlsx 后再导入");
    if (names.some((name) => /vbaProject\.bin$/i.test(name))) throw new SheetFault("表格带有宏，请另存为不含宏的 .xlsx 后再导入");
  } catch (error) {
    throw error instanceof ArchiveFault ? new SheetFault(error.message) : error;
  }
}

/** 分块来的内容也认得：每次留着上一块的尾巴。 */
function rowWatch() {
  let tail = "";
  let seen = false;
  return {
    found: () => seen,
    watch: (chunk: Buffer) => {
      const text = tail + chunk.toString("latin1");
      seen ||= impossibleRow.test(text);
      tail = text.slice(-LONGEST_ATTRIBUTE);
    },
  };
}

async function open(bytes: Buffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  // 名称也会被展开成格子：只收着，不解释
  Object.assign(workbook, { _definedNames: { model: [] } });
  const copy = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  try {
    return await workbook.xlsx.load(copy, readOptions);
  } catch (error) {
    throw new SheetFault(error instanceof Error && /^Max (row|column)\b/.test(error.message) ? tooWide : "表格打不开，请重新保存后再导入");
  }
}

function contentOf(sheet: ExcelJS.Worksheet, { maxLines, maxCell }: ReadLimits): SheetContent {
  const lines: string[][] = [];
  let headers: string[] = [];
  sheet.eachRow({ includeEmpty: false }, (row, number) => {
    const cells = cellsOf(row);
    if (cells.every((cell) => cell.trim() === "")) return;
    if (cells.some((cell) => cell.length > maxCell)) throw new SheetFault(`第 ${number} 行有一格超过 ${maxCell} 个字，请删减后再导入`);
    if (number === 1) headers = cells;
    else if (number > maxLines + 2) throw new SheetFault(`一次最多导入 ${maxLines} 行，请分成几个文件导入`);
    else lines[number - 2] = cells;
  });
  const serial = headers.findIndex((header) => header.trim() === SERIAL_HEADER);
  return { headers, lines: Array.from({ length: lines.length }, (_, index) => cleaned(lines[index], serial)) };
}

/** 示例行、没填的行都成空行；只有序号的也算没填。 */
function cleaned(cells: string[] | undefined, serial: number): string[] {
  if (!cells || (serial >= 0 && cells[serial]?.trim() === SAMPLE_MARK)) return [];
  return serial < 0 ? cells : cells.map((cell, index) => (index === serial ? "" : cell));
}

function cellsOf(row: ExcelJS.Row): string[] {
  const count = Math.min(row.cellCount, MAX_COLUMNS);
  return Array.from({ length: count }, (_, index) => restore(textOf(row.getCell(index + 1).value)));
}

/** 公式取结果，富文本取文字（别的软件存过的中英混排会变成富文本），日期写成 2026-03-01。 */
function textOf(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(Number(value.toPrecision(15)));
  if (typeof value === "boolean") return value ? "是" : "否";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString().slice(0, 10);
  if ("richText" in value) return value.richText.map(({ text }) => text).join("");
  if ("hyperlink" in value) return textOf(value.text as ExcelJS.CellValue);
  return "result" in value && value.result !== undefined ? textOf(value.result) : "";
}
