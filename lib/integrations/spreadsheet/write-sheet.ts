import ExcelJS from "exceljs";
import { defuse, SAMPLE_MARK, SERIAL_HEADER, type SheetColumnSpec, type SheetSpec } from "./sheet";

/** 下拉铺到第几行：最多的一种导入五千行。 */
const LAST_ROW = 5002;
const OPTIONS_SHEET = "选项";
const HELP_SHEET = "填写说明";
const MAX_PROMPT = 250;

/** 库里有而类型声明里没有的成员。 */
interface WithValidations {
  dataValidations: { add: (range: string, validation: ExcelJS.DataValidation) => void };
}

/** 写出模板或导出：表头冻结、必填带星号、选项成下拉、全部按文本。 */
export const writeSheet = (spec: SheetSpec): Promise<Buffer> => writeSheets([spec]);

/** 几张表写在一份文件里，各有各的选项与填写说明。 */
export async function writeSheets(specs: readonly SheetSpec[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  for (const spec of specs) addSheet(workbook, spec, specs.length > 1 ? `（${spec.title}）` : "");
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** 说明与选项排在填写的表之后会打乱次序，所以各表自带，名称以 suffix 区别。 */
function addSheet(workbook: ExcelJS.Workbook, spec: SheetSpec, suffix: string): void {
  const sheet = workbook.addWorksheet(sheetName(spec.title), { views: [{ state: "frozen", xSplit: 1, ySplit: 1 }] });
  sheet.columns = [{ width: 8 }, ...spec.columns.map(({ header, options }) => ({ width: widthFor([header, ...options]) }))].map((column) => ({ ...column, style: { numFmt: "@" } }));
  writeHeader(sheet, spec.columns);
  if (spec.sample) writeSample(sheet, spec.sample);
  spec.rows.forEach((row, index) => sheet.addRow([String(index + 1), ...row.map(defuse)]));
  offerOptions(workbook, sheet, spec.columns, OPTIONS_SHEET + suffix);
  if (spec.sample) explain(workbook, spec.columns, HELP_SHEET + suffix);
}

/** Excel 的工作表名不许有这些字符，至多 31 个字。 */
const sheetName = (title: string): string => title.replace(/[\\/?*[\]:]/g, " ").slice(0, 31);

const displayWidth = (text: string): number => [...text].reduce((width, character) => width + (character.charCodeAt(0) > 255 ? 2 : 1), 0);
const widthFor = (texts: readonly string[]): number => Math.min(40, Math.max(12, ...texts.map((text) => displayWidth(text) + 4)));

function writeHeader(sheet: ExcelJS.Worksheet, columns: readonly SheetColumnSpec[]): void {
  const row = sheet.getRow(1);
  row.values = [SERIAL_HEADER, ...columns.map(({ header, required }) => (required ? `${header}*` : header))];
  row.font = { bold: true };
  row.height = 24;
  row.eachCell((cell) => {
    cell.alignment = { vertical: "middle" };
    cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFE8EEF6" } };
    cell.border = { bottom: { style: "thin" } };
  });
}

function writeSample(sheet: ExcelJS.Worksheet, sample: readonly string[]): void {
  const row = sheet.addRow([SAMPLE_MARK, ...sample]);
  row.eachCell((cell) => {
    cell.font = { italic: true, color: { argb: "FF7F7F7F" } };
  });
}

/** 选项放在隐藏的表里，下拉引用它：直接写在下拉里的超过 255 个字就不行。 */
function offerOptions(workbook: ExcelJS.Workbook, sheet: ExcelJS.Worksheet, columns: readonly SheetColumnSpec[], title: string): void {
  const offered = columns.map((column, index) => ({ column, at: index + 2 })).filter(({ column }) => column.options.length > 0 || column.help);
  if (offered.length === 0) return;
  const lists = workbook.addWorksheet(title, { state: "hidden" });
  for (const { column, at } of offered) {
    const letter = sheet.getColumn(at).letter;
    column.options.forEach((option, row) => {
      lists.getCell(row + 1, at).value = option;
    });
    const range = `${letter}2:${letter}${LAST_ROW}`;
    (sheet as unknown as WithValidations).dataValidations.add(range, validationFor(column, `'${title}'!$${letter}$1:$${letter}$${column.options.length}`));
  }
}

function validationFor(column: SheetColumnSpec, list: string): ExcelJS.DataValidation {
  const prompt = [column.help, column.multiple ? "可填几项，用顿号隔开" : undefined].filter(Boolean).join("；").slice(0, MAX_PROMPT);
  const said = { allowBlank: true, showInputMessage: prompt !== "", promptTitle: column.header.slice(0, 32), prompt };
  if (column.options.length === 0) return { type: "custom", formulae: ["TRUE"], showErrorMessage: false, ...said };
  return { type: "list", formulae: [list], showErrorMessage: !column.multiple, errorTitle: "不在可选范围内", error: "请从下拉列表中选择", ...said };
}

function explain(workbook: ExcelJS.Workbook, columns: readonly SheetColumnSpec[], title: string): void {
  const sheet = workbook.addWorksheet(title);
  sheet.columns = [{ width: 28 }, { width: 8 }, { width: 40 }, { width: 80 }];
  sheet.addRow(["列", "必填", "说明", "可选内容"]).font = { bold: true };
  for (const { header, required, help, options, multiple } of columns) {
    const said = [help, multiple ? "可填几项，用顿号隔开" : undefined].filter(Boolean).join("；");
    sheet.addRow([header, required ? "是" : "", said, options.join("、")]).alignment = { wrapText: true, vertical: "top" };
  }
}
