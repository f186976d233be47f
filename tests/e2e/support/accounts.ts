import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import seeded from "../../../prisma/seed/accounts.json" with { type: "json" };
import { open } from "./fields";

export const PASSWORD = seeded.password;

/** Signs an enterprise in and waits for its home page. */
export async function signIn(page: Page, account: string, password = PASSWORD): Promise<void> {
  await open(page, "/login");
  await submitSignIn(page, account, password);
  await page.waitForURL("**/home");
}

export async function submitSignIn(page: Page, account: string, password: string): Promise<void> {
  const form = page.getByRole("form", { name: "登录" });
  await form.getByLabel("登录账号").fill(account);
  await form.getByLabel("登录密码").fill(password);
  await form.getByRole("button", { name: "登录", exact: true }).click();
}

export async function signInStaff(page: Page, account: string): Promise<void> {
  await open(page, "/admin/login");
  await submitSignIn(page, account, PASSWORD);
  await expect(page).not.toHaveURL(/\/admin\/login/);
}

/** Someone else at another computer. */
export async function elsewhere<T>(browser: Browser, run: (page: Page, context: BrowserContext) => Promise<T>): Promise<T> {
  const context = await browser.newContext();
  try {
    return await run(await context.newPage(), context);
  } finally {
    await context.close();
  }
}

/** The newest code that was sent, read by the administrator where the embedded system keeps its messages. */
export async function readCode(browser: Browser, mobile: string): Promise<string> {
  return elsewhere(browser, async (page) => {
    await signInStaff(page, "guanli");
    await open(page, "/admin/outbox");
    const row = page.getByRole("row").filter({ hasText: `${mobile.slice(0, 3)}****${mobile.slice(-4)}` }).first();
    await row.getByRole("button", { name: "查看" }).click();
    const dialog = page.getByRole("dialog", { name: "短信内容" });
    await expect(dialog).toContainText(mobile);
    const code = /\d{6}/.exec((await dialog.innerText()).replaceAll(mobile, ""))?.[0];
    if (!code) throw new Error("the message holds no code");
    return code;
  });
}
