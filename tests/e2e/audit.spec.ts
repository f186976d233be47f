import { expect, test } from "@playwright/test";
import { PASSWORD, signInStaff, submitSignIn } from "./support/accounts";
import { seedCase } from "./support/cases";
import { open } from "./support/fields";

test.describe("审计", () => {
  test("审计员查得到谁从哪里做了什么、改前改后，导出，校验散列链；系统管理员看不到", async ({ page, browser }) => {
    const { number } = await seedCase("granted");
    await signInStaff(page, "shenji");
    await expect(page).toHaveURL(/\/admin\/audit$/);
    await expect(page.getByRole("navigation").first()).not.toContainText("设置");

    await open(page, `/admin/audit?id=${number}`);
    const granted = page.getByRole("row").filter({ hasText: "准予许可" }).first();
    await expect(granted).toContainText("待签发 → 准予许可");
    await granted.getByRole("link", { name: /^查看/ }).click();
    const changes = page.getByRole("table", { name: "改动的各项" });
    await expect(changes.getByRole("row").nth(1)).toContainText("准予许可");
    await page.getByRole("link", { name: "回到审计" }).click();
    await expect(page).toHaveURL(new RegExp(`id=${number}`));

    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "导出 CSV" }).click();
    expect((await download).suggestedFilename()).toMatch(/^审计_.*\.csv$/);
    await open(page, "/admin/audit?subject=Audit");
    await expect(page.getByRole("row").filter({ hasText: "导出审计" }).first()).toContainText("郑审计");
    await expect(page.getByRole("row").filter({ hasText: "查找审计" }).first()).toContainText(number);

    await page.getByRole("button", { name: "校验", exact: true }).click();
    await expect(page.getByRole("status").filter({ hasText: "审计完整" })).toContainText("逐条校验无误", { timeout: 60_000 });

    const other = await browser.newContext();
    const administrator = await other.newPage();
    await open(administrator, "/admin/login");
    await submitSignIn(administrator, "guanli", PASSWORD);
    await expect(administrator).not.toHaveURL(/\/admin\/login/);
    await expect(administrator.getByRole("link", { name: "审计", exact: true })).toHaveCount(0);
    await administrator.goto("/admin/audit");
    await expect(administrator.getByRole("table", { name: "审计记录，新的在前" })).toHaveCount(0);
    await other.close();
  });
});
