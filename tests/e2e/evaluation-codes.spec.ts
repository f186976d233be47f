import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { readPdf, readPng, readSvg } from "../builders/qr";
import { signInStaff } from "./support/accounts";
import { seedCase } from "./support/cases";
import { readQr } from "./support/certificate";
import { ready } from "./support/fields";

const business = "许可证新申请";
const point = `验收窗口${Date.now() % 1_000_000}`;

async function openCodes(page: Page, kind: "一次一评" | "一事一评"): Promise<void> {
  await page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "好差评" }).click();
  await page.getByRole("navigation", { name: "好差评" }).getByRole("link", { name: kind }).click();
  await page.waitForURL(`**/codes/${kind === "一次一评" ? "visit" : "matter"}`);
  await ready(page);
}

async function downloaded(page: Page, name: string): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name, exact: true }).click()]);
  return readFileSync(await download.path());
}

test.describe("评价二维码", () => {
  test("L-5.2.1-01 L-5.2.1-02 L-5.2.1-03 P-1-03 一次一评：生成后图是链接，PNG、SVG、海报读出来是评价页；撤销后不再有图", async ({ page }) => {
    await signInStaff(page, "pingjia");
    await openCodes(page, "一次一评");
    await expect(page.getByRole("row").filter({ hasText: point })).toHaveCount(0);
    await page.getByLabel("服务点", { exact: false }).first().fill(point);
    await page.getByRole("button", { name: "生成", exact: true }).click();
    await page.getByRole("status").getByRole("link", { name: "打开二维码" }).click();
    await expect(page.getByRole("heading", { level: 1, name: point })).toBeVisible();

    const picture = page.getByRole("link", { name: new RegExp(`${point}的评价二维码`) });
    const address = new URL((await picture.getAttribute("href")) ?? "", page.url()).href;
    await expect.poll(() => readQr(picture.getByRole("img"))).toBe(address);
    expect(readPng(await downloaded(page, "PNG"))).toBe(address);
    expect(readSvg((await downloaded(page, "SVG")).toString())).toBe(address);
    const [poster] = await readPdf(await downloaded(page, "海报（PDF）"));
    expect(poster?.qr).toBe(address);
    expect(poster?.text).toContain(point);

    const [rating] = await Promise.all([page.waitForEvent("popup"), picture.click()]);
    await expect(rating.getByText(point).first()).toBeVisible();
    await rating.close();

    await page.getByRole("button", { name: "撤销", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: `撤销二维码：${point}` });
    await dialog.getByLabel("撤销原因").fill("验收完毕");
    await dialog.getByRole("button", { name: "撤销", exact: true }).click();
    await expect(page.getByText("二维码已撤销。")).toBeVisible();
    await expect(picture).toHaveCount(0);
    const token = address.split("/").at(-1);
    expect((await page.request.get(`/api/qr/${token}.png`)).status()).toBe(410);
  });

  test("L-5.3.1-01 L-5.3.1-02 L-5.3.1-03 L-5.3.1-04 一事一评：查到办结的一件，生成前没有码，生成后图是链接", async ({ page }) => {
    const { number } = await seedCase("granted");
    await signInStaff(page, "pingjia");
    await openCodes(page, "一事一评");
    await page.getByLabel("申请编号或企业名称").fill(number);
    await page.getByRole("button", { name: "查找", exact: true }).click();
    const row = page.getByRole("region", { name: "查到的办结申请" }).getByRole("row").filter({ hasText: number });
    await expect(row).toContainText("没有生成");
    await expect(row.getByRole("link")).toHaveCount(0);
    await row.getByRole("button", { name: "生成" }).click();
    await expect(page.getByRole("heading", { level: 1, name: number })).toBeVisible();
    const picture = page.getByRole("link", { name: new RegExp(`${number}的评价二维码`) });
    await expect.poll(() => readQr(picture.getByRole("img"))).toBe(new URL((await picture.getAttribute("href")) ?? "", page.url()).href);
    const [rating] = await Promise.all([page.waitForEvent("popup"), picture.click()]);
    await expect(rating.getByText(business).first()).toBeVisible();
  });
});
