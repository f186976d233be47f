import { expect, test } from "@playwright/test";
import { signIn } from "./support/accounts";
import { seedCase } from "./support/cases";
import { control, enter, errorSummary, open, ready, save } from "./support/fields";
import { submit } from "./support/businesses";
import { atDesk, decide } from "./support/review";

test("L-4.4.1-01 L-4.4.1-02 L-4.4.1-03 L-4.4.1-04 L-4.4.3-02 L-4.4.3-04 许可证延续：是否降级、上一步与下一步、准予后有效期加六年", async ({ page, browser }) => {
  const seeded = await seedCase("renewal-draft-complete");
  await signIn(page, seeded.account);
  const at = (section: string) => `/applications/${seeded.applicationId}/sections/${section}`;
  await open(page, at("application-category"));
  await expect(control(page, "原许可证号")).toHaveValue(seeded.licenceNumber ?? "");
  await expect(control(page, "有效期至")).not.toBeEditable();
  await enter(page, "是否降级", "是");
  await save(page);
  await expect(errorSummary(page)).toContainText("请至少将一个类别的等级选低");
  await enter(page, "是否降级", "否");
  await page.getByRole("button", { name: "下一步", exact: true }).click();
  await page.waitForURL("**/basic-information");

  await open(page, at("technical-lead"));
  await page.getByRole("button", { name: "下一步", exact: true }).click();
  await page.waitForURL("**/safety-lead");
  await ready(page);
  await page.getByRole("button", { name: "上一步", exact: true }).click();
  await page.waitForURL("**/technical-lead");
  await open(page, at("submission"));
  await submit(page);

  await atDesk(browser, "shouli", seeded.applicationId, async (desk) => {
    await expect(desk.getByRole("table", { name: "准予之后的变化" })).toContainText("有效期至");
    await decide(desk, { label: "受理" });
  });
  await atDesk(browser, "shencha", seeded.applicationId, async (desk) => {
    await decide(desk, { label: "开始审查" });
    await decide(desk, { label: "提出审查意见", said: { 意见: "条件保持，同意。" } });
  });
  await atDesk(browser, "fushen", seeded.applicationId, (desk) => decide(desk, { label: "提出复审意见", said: { 意见: "同意。" } }));
  await atDesk(browser, "qianfa", seeded.applicationId, (desk) => decide(desk, { label: "准予许可" }));

  await open(page, "/licences");
  await page.getByRole("link", { name: seeded.licenceNumber }).first().click();
  await expect(page.getByRole("table", { name: "第 2 版与上一版相比" })).toContainText("有效期至");
});

test("L-4.4.0-01 许可证延续：还没到期限的，首页说明从哪天起可以办", async ({ page }) => {
  const seeded = await seedCase("granted");
  await signIn(page, seeded.account);
  await open(page, "/guides/renewal?start");
  await expect(page.getByText(/起可以办理延续/).first()).toBeVisible();
});
