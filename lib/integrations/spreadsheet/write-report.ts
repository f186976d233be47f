import ExcelJS from "exceljs";
import { defuse } from "./sheet";

/** 一张报表：数字按数字写，可以求和；文字一律按文字，不当公式。 */
export interface ReportSheet {
  title: string;
  columns: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

const WIDEST = 48;
const displayWidth = (text: string): number => [...text].reduce((width, character) => width + (character.charCodeAt(0) > 255 ? 2 : 1), 0);
const widthOf = (texts: readonly (string | number)[]): number => Math.min(WIDEST, Math.max(10, ...texts.map((text) => displayWidth(String(text)) + 3)));
/** 工作表名不许有这些字符，至多 31 个字。 */
const sheetName = (title: string): string => title.replace(/[\\/?*[\]:]/g, " ").slice(0, 31);

/** 导出的工作簿：一张报表一个工作表，表头冻结、可筛选。 */
export async function writeReport(sheets: readonly ReportSheet[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  for (const { title, columns, rows } of sheets) {
    const sheet = workbook.addWorksheet(sheetName(title), { views: [{ state: "frozen", ySplit: 1 }] });
    sheet.columns = columns.map((header, index) => ({ header, width: widthOf([header, ...rows.slice(0, 200).map((row) => row[index] ?? "")]) }));
    sheet.addRows(rows.map((row) => row.map((cell) => (typeof cell === "string" ? defuse(cell) : cell))));
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
    const head = sheet.getRow(1);
    head.font = { bold: true };
    head.eachCell((cell) => {
      cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFE8EEF6" } };
      cell.border = { bottom: { style: "thin" } };
    });
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
