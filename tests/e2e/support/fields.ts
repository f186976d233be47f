import { expect, type Locator, type Page, type Response } from "@playwright/test";

export type Scope = Page | Locator;

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A field's name as people read it: the label, perhaps 「（选填）」 or where it comes from. */
const named = (label: string): RegExp => new RegExp(`^${escape(label)}(（选填）)?(\\s.*)?$`);

/** The control of a label: text, list, choices or a box to tick. */
export function control(scope: Scope, label: string): Locator {
  const name = named(label);
  return scope
    .getByRole("textbox", { name })
    .or(scope.getByRole("combobox", { name }))
    .or(scope.getByRole("radiogroup", { name }))
    .or(scope.locator('[role="group"]').and(scope.getByRole("group", { name })))
    .or(scope.getByRole("checkbox", { name }))
    .first();
}

/** Opens a page and waits until its controls answer. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await ready(page);
}

/** Until React has taken over every control on the page, an entry may be lost. */
export async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const controls = [...document.querySelectorAll("button, input:not([type=hidden]), select, textarea")];
    return controls.every((node) => Object.keys(node).some((key) => key.startsWith("__reactProps$")));
  }, undefined, { timeout: 45_000 });
}

/** Enters a value as a person would, whatever the control is. */
export async function enter(scope: Scope, label: string, value: string | readonly string[] | true): Promise<void> {
  const found = control(scope, label);
  await found.waitFor();
  const kind = await found.evaluate((node) => node.getAttribute("role") ?? (node instanceof HTMLInputElement && node.type === "checkbox" ? "checkbox" : node.tagName.toLowerCase()));
  if (kind === "select") return void (await found.selectOption({ label: String(value) }));
  if (kind === "radiogroup") return found.getByRole("radio", { name: String(value), exact: true }).check();
  if (kind === "checkbox") return found.check();
  if (kind === "group") return enterInGroup(found, value);
  await found.fill(String(value));
}

async function enterInGroup(group: Locator, value: string | readonly string[] | true): Promise<void> {
  if (Array.isArray(value)) {
    for (const option of value) await group.getByRole("checkbox", { name: option, exact: true }).check();
    return;
  }
  const [province = "", city = "", district = ""] = String(value).split("/");
  await group.getByRole("combobox", { name: "省", exact: true }).selectOption({ label: province });
  await group.getByRole("combobox", { name: "市", exact: true }).selectOption({ label: city });
  await group.getByRole("combobox", { name: "区（县）", exact: true }).selectOption({ label: district });
}

export async function enterAll(scope: Scope, values: Readonly<Record<string, string | readonly string[] | true>>): Promise<void> {
  for (const [label, value] of Object.entries(values)) await enter(scope, label, value);
}

/** The summary of what is wrong, at the top of the page or dialog. */
export const errorSummary = (page: Scope): Locator => page.getByRole("alert").filter({ hasText: "需要修改" });

/** Chooses files for a slot and uploads them; waits until they are there. */
export async function upload(scope: Scope, slot: string, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  const item = scope.getByRole("listitem").filter({ has: scope.getByLabel(`选取文件：${slot}`, { exact: true }) });
  await item.getByLabel(`选取文件：${slot}`, { exact: true }).setInputFiles(file);
  await expect(item).toContainText("已选取，待上传");
  await item.getByRole("button", { name: `附件上传：${slot}`, exact: true }).click();
  await expect(item.getByText("已上传")).toBeVisible({ timeout: 30_000 });
  await expect(item.getByRole("link", { name: file.name })).toBeVisible();
}

/** Waits until the page has sent something to the server and heard back. */
export async function answered(page: Page, act: () => Promise<void>): Promise<Response> {
  const isAction = (response: Response): boolean => response.request().method() === "POST" && response.request().headers()["next-action"] !== undefined;
  const [response] = await Promise.all([page.waitForResponse(isAction), act()]);
  return response;
}

/** Presses 保存 and waits for the word that it is kept; with nothing changed nothing is sent, so there is no answer to wait for. */
export async function save(page: Page): Promise<void> {
  const status = page.getByRole("status");
  const press = (): Promise<void> => page.getByRole("button", { name: "保存", exact: true }).click();
  if ((await status.filter({ hasText: "有未保存的修改" }).count()) > 0) await answered(page, press);
  else await press();
  await expect(status.filter({ hasText: "已保存" })).toBeVisible();
}
