import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { elsewhere, signInStaff } from "./support/accounts";
import { open } from "./support/fields";

async function clean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(" ")}`)).toEqual([]);
}

test("L-6-10 统计：指标、图与表、导出，只见本机构；公示不必登录；管理员看全部、登记交换的对方", async ({ page, browser }) => {
  await signInStaff(page, "pingjia");
  await open(page, "/admin/evaluations/figures");
  await expect(page.getByRole("heading", { name: "好差评统计" })).toBeVisible();
  await expect(page.getByLabel("公示指标").getByText("满意率", { exact: true })).toBeVisible();
  await expect(page.getByLabel("单位")).toHaveCount(0);
  await page.getByText("看数据表").click();
  await expect(page.getByRole("columnheader", { name: "参评率" }).first()).toBeVisible();
  await clean(page);
  await page.getByLabel("渠道").selectOption({ label: "扫码一次一评" });
  await page.getByRole("button", { name: "统计", exact: true }).click();
  await page.waitForURL(/channel=visit/);
  await expect(page.getByRole("row", { name: /^窗口服务/ })).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "导出 CSV" }).click()]);
  const text = await readFile(await download.path(), "utf8");
  expect(text.startsWith("\uFEFF分组,名称")).toBe(true);

  await elsewhere(browser, async (visitor) => {
    await open(visitor, "/published-ratings");
    await expect(visitor.getByText("少于 5 条不公示").first()).toBeVisible();
    await clean(visitor);
    await open(visitor, "/login");
    await expect(visitor.getByRole("contentinfo").getByRole("link", { name: "好差评公示" })).toBeVisible();
  });

  await elsewhere(browser, async (administrator) => {
    await signInStaff(administrator, "guanli");
    await open(administrator, "/admin/evaluations/figures?office=all");
    await expect(administrator.getByRole("heading", { name: "按单位" })).toBeVisible();
    await open(administrator, "/admin/exchange");
    await administrator.getByLabel("对方名称").fill("省级好差评平台");
    await administrator.getByRole("button", { name: "登记并生成密钥" }).click();
    await expect(administrator.getByText("离开本页后不再显示")).toBeVisible();
    await clean(administrator);
  });
});
