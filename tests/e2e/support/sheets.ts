import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import ExcelJS from "exceljs";

/** Downloads the template of a roster, writes the people in, and imports it; the dialog says how many came in. */
export async function importPeople(page: Page, people: readonly Readonly<Record<string, string>>[], outcome: string): Promise<void> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "下载模板" }).click()]);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await readFile(await download.path())).buffer as ArrayBuffer);
  const sheet = workbook.worksheets.find((candidate) => candidate.state === "visible");
  if (!sheet) throw new Error("the template has no sheet");
  const columns = new Map<string, number>();
  sheet.getRow(1).eachCell((cell, column) => columns.set(cell.text.replace(/[*＊\s]/g, ""), column));
  people.forEach((person, index) => {
    for (const [header, value] of Object.entries(person)) {
      const column = columns.get(header);
      if (column === undefined) throw new Error(`the template has no column ${header}`);
      sheet.getRow(3 + index).getCell(column).value = value;
    }
  });
  const buffer = Buffer.from(await workbook.xlsx.writeBuffer());
  await page.getByRole("button", { name: "导入表格" }).click();
  const dialog = page.getByRole("dialog", { name: /^导入表格/ });
  await dialog.getByLabel("选取文件：填好的表格").setInputFiles({ name: "名册.xlsx", mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", buffer });
  await dialog.getByRole("button", { name: "导入", exact: true }).click();
  await expect(dialog).toContainText(outcome);
  await dialog.getByRole("button", { name: "关闭", exact: true }).last().click();
  await expect(dialog).toBeHidden();
}
