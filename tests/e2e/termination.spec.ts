import { expect, test } from "@playwright/test";
import { signIn } from "./support/accounts";
import { seedCase } from "./support/cases";
import { answered, enter, open, ready } from "./support/fields";
import { atDesk } from "./support/review";

test("L-4.10-01 L-4.10-02 L-4.10-03 L-4.10-04 业务办理终止申请：从菜单进，选申请、写原因、确认，流程结束，内网不能再办", async ({ page, browser }) => {
  const seeded = await seedCase("submitted");
  await signIn(page, seeded.account);
  await page.getByRole("region", { name: "承装修试业务许可申请" }).getByRole("link", { name: "业务办理终止申请" }).click();
  await page.waitForURL("**/termination");
  await ready(page);
  await page.getByRole("button", { name: "终止申请" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "需要修改" })).toContainText("请选择要终止的申请");
  await page.getByRole("radio", { name: new RegExp(seeded.number) }).check();
  await enter(page, "终止原因", "工程计划调整，暂不办理");
  await page.getByRole("button", { name: "终止申请" }).click();
  await answered(page, () => page.getByRole("dialog").getByRole("button", { name: "确定终止" }).click());
  await expect(page.getByText(`${seeded.number} 已终止，流程结束。`)).toBeVisible();
  await open(page, "/applications");
  await expect(page.getByRole("row").filter({ hasText: seeded.number })).toContainText("已终止");
  await atDesk(browser, "shouli", seeded.applicationId, async (desk) => {
    await expect(desk.getByText("已终止").first()).toBeVisible();
    await expect(desk.getByRole("button", { name: /^受理/ })).toBeHidden();
  });
});

test("决定十五：已提交的申请，申请废弃通到业务办理终止，先选中它", async ({ page }) => {
  const seeded = await seedCase("reissue-accepted");
  await signIn(page, seeded.account);
  await open(page, `/applications/${seeded.applicationId}`);
  await page.getByRole("link", { name: "申请废弃（终止申请）" }).click();
  await page.waitForURL(`**/termination?application=${seeded.applicationId}`);
  await ready(page);
  await expect(page.getByRole("radio", { name: new RegExp(seeded.number) })).toBeChecked();
});

test("L-2-03 L-2-04 L-3.5-03 L-3.5-04 首页菜单：十项业务、业务办理终止申请与好差评", async ({ page }) => {
  const seeded = await seedCase("terminated");
  await signIn(page, seeded.account);
  const menu = page.getByRole("region", { name: "承装修试业务许可申请" });
  for (const entry of ["许可证新申请", "登记事项变更申请", "许可事项变更申请", "许可证延续申请", "许可证补（换）证申请", "许可证注销", "人员变更申请", "分立申请", "合并申请", "业务办理终止申请", "好差评"]) {
    await expect(menu.getByRole("link", { name: entry }).first()).toBeVisible();
  }
  await menu.getByRole("link", { name: "好差评" }).click();
  await page.waitForURL("**/evaluations");
  await expect(page.getByRole("link", { name: /^去评价/ })).toBeVisible();
});
