import { expect, type Locator, type Page } from "@playwright/test";
import { answered, enterAll, ready, save, upload } from "./fields";
import { pdf, portrait } from "./scans";

/** Opens a tab from the directory of the application. */
export async function openTab(page: Page, name: string, key: string): Promise<void> {
  const directory = page.getByRole("navigation", { name: "申请目录" });
  const link = directory.getByRole("link", { name: new RegExp(`^${name}`) });
  if (!(await link.isVisible())) await page.getByText("展开", { exact: true }).click();
  await link.click();
  await arrive(page, key);
}

export async function arrive(page: Page, key: string): Promise<void> {
  await page.waitForURL(`**/sections/${key}`);
  await ready(page);
}

/** Presses 下一步 and waits for the tab that follows. */
export async function goOn(page: Page, next: string): Promise<void> {
  await page.getByRole("button", { name: "下一步", exact: true }).click();
  await arrive(page, next);
}

/** Enters one record in the dialog that a button opens, and confirms it. */
export async function addRecord(page: Page, button: string, values: Parameters<typeof enterAll>[1]): Promise<void> {
  await page.getByRole("button", { name: button, exact: true }).click();
  const dialog = page.getByRole("dialog");
  await enterAll(dialog, values);
  await answered(page, () => dialog.getByRole("button", { name: "确定", exact: true }).click());
  await expect(dialog).toBeHidden();
}

/** Fills a lead's tab but for the files. */
export async function fillLead(page: Page, values: Parameters<typeof enterAll>[1], files: Readonly<Record<string, string>>): Promise<void> {
  await enterAll(page, values);
  await save(page);
  for (const [slot, name] of Object.entries(files)) await upload(page, slot, slot === "个人登记照" ? portrait(name) : await pdf(name));
}

/** Adds one person beside the roster; `button` is the accessible name of the plus. */
export async function addPerson(page: Page, button: string, values: Parameters<typeof enterAll>[1]): Promise<void> {
  await page.getByRole("button", { name: button, exact: true }).click();
  const sheet = page.getByRole("form", { name: /^添加/ });
  await enterAll(sheet, values);
  await answered(page, () => sheet.getByRole("button", { name: "确定", exact: true }).click());
  await expect(sheet).toBeHidden();
}

/** Drops scans named 姓名_后四位_材料 and waits until every one is with its person. */
export async function dropScans(page: Page, people: readonly { name: string; idNo: string }[], materials: readonly string[]): Promise<void> {
  const names = people.flatMap(({ name, idNo }) => materials.map((material) => `${name}_${idNo.slice(-4)}_${material}.pdf`));
  await page.getByLabel("批量选取扫描件").setInputFiles(await Promise.all(names.map(pdf)));
  await expect(page.getByText(`本次 ${names.length} 个文件已对应 ${names.length} 个`)).toBeVisible();
  await expect(page.getByText(/正在上传/)).toBeHidden({ timeout: 60_000 });
}

/** The figure of a total, such as 「5 / 5」. */
export const total = (page: Page, label: string): Locator => page.getByRole("definition").or(page.locator("dd")).filter({ hasText: label });
