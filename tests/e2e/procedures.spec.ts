import { expect, type Page, test } from "@playwright/test";
import { signIn } from "./support/accounts";
import { ready } from "./support/fields";

const business = "许可证新申请";

/** 在首页「承装修试业务许可申请」下点开许可证新申请。 */
async function clickBusiness(page: Page, account: string): Promise<void> {
  await signIn(page, account);
  await page.getByRole("region", { name: "承装修试业务许可申请" }).getByRole("link", { name: business, exact: true }).click();
  await page.waitForURL("**/guides/new-licence?start");
  await ready(page);
}

const dialogOf = (page: Page) => page.getByRole("dialog", { name: `${business}：选择办理方式` });

test.describe("办理方式", () => {
  test("L-4.1.7-06 L-4.1.7-07 L-4.1.7-08 信用良好的企业点开业务即见容缺申请与一般性申请，选容缺申请进入容缺填报页面", async ({ page }) => {
    await clickBusiness(page, "jia_power");
    const dialog = dialogOf(page);
    await expect(dialog.getByRole("button", { name: "一般性申请", exact: true })).toBeVisible();
    await dialog.getByRole("button", { name: "容缺申请", exact: true }).click();
    await page.waitForURL("**/applications/**/sections/application-category");
    await expect(page.getByText("容缺受理", { exact: true }).first()).toBeVisible();
    await expect(page.getByText("容缺受理申请及补齐承诺").first()).toBeVisible();
  });

  test("L-4.1.8-05 L-4.1.8-07 L-4.1.8-06 自贸区试点内的企业见提示框：取消即关闭，确定进入自贸区填报页面，此后不能更换", async ({ page }) => {
    await clickBusiness(page, "ding_power");
    await expect(dialogOf(page).getByRole("button", { name: "按一般程序办理", exact: true })).toBeVisible();
    await dialogOf(page).getByRole("button", { name: "取消", exact: true }).click();
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await page.getByRole("button", { name: "开始填写", exact: true }).click();
    await dialogOf(page).getByRole("button", { name: "确定", exact: true }).click();
    await page.waitForURL("**/applications/**/sections/application-category");
    await expect(page.getByText("自贸区", { exact: true }).first()).toBeVisible();
    await page.goto("/home");
    await page.getByRole("region", { name: "承装修试业务许可申请" }).getByRole("link", { name: business, exact: true }).click();
    await page.waitForURL("**/applications/**");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });

  test("L-4.1.9-05 L-4.1.9-06 承诺制区域的企业见告知承诺制申请与传统审批流程申请，选前者进入承诺制填报页面", async ({ page }) => {
    await clickBusiness(page, "wu_power");
    await expect(dialogOf(page).getByRole("button", { name: "传统审批流程申请", exact: true })).toBeVisible();
    await dialogOf(page).getByRole("button", { name: "告知承诺制申请", exact: true }).click();
    await page.waitForURL("**/applications/**/sections/application-category");
    await expect(page.getByText("承诺制", { exact: true }).first()).toBeVisible();
  });

  test("L-4.1.7-10 信用不好的企业什么都不提示；把请求改成容缺受理也被服务端拒绝，不改的按一般程序", async ({ page }) => {
    await clickBusiness(page, "bing_power");
    const begin = page.getByRole("button", { name: "开始填写", exact: true });
    await expect(page.getByRole("dialog")).toHaveCount(0);
    let forging = true;
    await page.route("**/guides/new-licence**", async (route) => {
      const body = route.request().postData() ?? "";
      await route.continue(body === '[{"business":"new-licence"}]' && forging ? { postData: '[{"business":"new-licence","procedure":"conditionalAcceptance"}]' } : {});
    });
    await begin.click();
    await expect(page.getByText("不符合容缺受理的条件，请按一般程序办理")).toBeVisible();
    forging = false;
    await begin.click();
    await page.waitForURL("**/applications/**/sections/application-category");
    await expect(page.getByText("一般程序", { exact: true }).first()).toBeVisible();
  });
});
