import { type Browser, expect, type Page } from "@playwright/test";
import { answered, open, ready } from "./fields";
import { atDesk, decide } from "./review";

const generalWay = /^(一般性申请|传统审批流程申请)$/;

/** Starts a business from the home menu, the general way unless another is named, and waits for its first page; gives the application. */
export async function start(page: Page, entry: string | RegExp, section: string, way: string | RegExp = generalWay): Promise<string> {
  await open(page, "/home");
  const menu = page.getByRole("region", { name: "承装修试业务许可申请" });
  await menu.getByRole("link", { name: entry }).click();
  await page.waitForURL("**/guides/*?start");
  await ready(page);
  const first = page.waitForURL(`**/sections/${section}`);
  // An enterprise of good credit is asked which procedure, perhaps before it presses the button; others are not.
  const chosen = page.getByRole("dialog").getByRole("button", { name: way, ...(typeof way === "string" ? { exact: true } : {}) }).first();
  if (!(await chosen.isVisible())) await page.getByRole("button", { name: "开始填写" }).click({ timeout: 5_000 }).catch(() => undefined);
  await Promise.race([first, chosen.click({ timeout: 25_000 }).catch(() => undefined)]);
  await first;
  await ready(page);
  return /applications\/([0-9a-f-]+)\//.exec(page.url())?.[1] ?? "";
}

/** Promises, submits, confirms; the button may carry another name than 资料提交. */
export async function submit(page: Page, label = "资料提交"): Promise<void> {
  await expect(page.getByText("全部符合，可以提交。")).toBeVisible();
  await page.getByRole("checkbox", { name: "本单位对材料真实性负责" }).check();
  await page.getByRole("button", { name: new RegExp(`^${label}`) }).click();
  await answered(page, () => page.getByRole("dialog").getByRole("button", { name: `确定${label}` }).click());
  await expect(page.getByRole("heading", { level: 1, name: "提交成功" })).toBeVisible();
}

/** Taken up and examined by one person. */
export async function examine(browser: Browser, applicationId: string): Promise<void> {
  await atDesk(browser, "shencha", applicationId, async (desk) => {
    await decide(desk, { label: "开始审查" });
    await decide(desk, { label: "提出审查意见", said: { 意见: "材料齐全，同意。" } });
  });
}

/** The short way of review: accepted, examined, signed by three people. */
export async function grantShortly(browser: Browser, applicationId: string): Promise<void> {
  await atDesk(browser, "shouli", applicationId, (desk) => decide(desk, { label: "受理" }));
  await examine(browser, applicationId);
  await atDesk(browser, "qianfa", applicationId, (desk) => decide(desk, { label: "准予许可" }));
}
