import { expect, type Page, test } from "@playwright/test";
import { elsewhere, signInStaff } from "./support/accounts";
import { answered, enter, open, ready } from "./support/fields";

const said = "窗口说不清楚要交哪一年的社保证明";

/** 办一步：按钮、要选的与要写的、确定。 */
async function handle(page: Page, label: string, entries: Readonly<Record<string, string>>): Promise<void> {
  await page.getByRole("button", { name: label, exact: true }).click();
  const dialog = page.getByRole("dialog");
  for (const [field, value] of Object.entries(entries)) await enter(dialog, field, value);
  await answered(page, () => dialog.getByRole("button", { name: `确定${label}`, exact: true }).click());
  await expect(dialog).toBeHidden();
}

test("L-6-10 差评由收到到办结：分派、核实、整改、答复、查看电话回访、办结", async ({ page, browser }) => {
  await signInStaff(page, "pingjia");
  await open(page, "/admin/evaluations/bad?view=dispatch");
  const link = page.getByRole("row").filter({ hasText: said }).getByRole("link");
  const address = (await link.getAttribute("href")) ?? "";
  await link.click();
  await page.waitForURL(`**${address}`);
  await expect(page.locator("#rating")).toContainText(said);
  await expect(page.locator("#rating")).toContainText("韩**");
  await ready(page);

  await page.getByRole("button", { name: "分派", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "确定分派" }).click();
  await expect(page.getByRole("dialog").getByText("请选择办理人")).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "取消" }).click();
  await page.getByRole("button", { name: "分派", exact: true }).click();
  await page.getByRole("dialog").getByLabel("办理人").selectOption({ label: "赵受理（受理岗）" });
  await answered(page, () => page.getByRole("dialog").getByRole("button", { name: "确定分派" }).click());
  await expect(page.getByRole("dialog")).toBeHidden();

  await elsewhere(browser, async (desk) => {
    await signInStaff(desk, "shouli");
    await expect(desk.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: /^差评办理/ })).toBeVisible();
    await open(desk, address);
    await expect(desk.getByRole("button", { name: "查看电话" })).toHaveCount(0);
    await handle(desk, "核实", { 核实结论: "合理", 核实情况: "窗口人员刚到岗，答复不清，属实。" });
    await handle(desk, "开始整改", { 整改措施: "窗口培训，并张贴社保证明的年份要求。" });
    await handle(desk, "整改完成，答复", { 答复: "您反映的属实，已培训并张贴要求，给您添了麻烦。" });
    await expect(desk.getByRole("button", { name: "登记回访" })).toHaveCount(0);
  });

  await open(page, address);
  await page.getByRole("button", { name: "查看电话" }).click();
  await enter(page.getByRole("dialog"), "查看理由", "实名差评回访");
  await page.getByRole("dialog").getByRole("button", { name: "确定查看" }).click();
  await expect(page.getByRole("dialog")).toContainText(/1\d{10}/);
  await page.getByRole("dialog").getByRole("button", { name: "关闭", exact: true }).last().click();
  await handle(page, "登记回访", { 回访结果: "满意", 回访情况: "评价人表示认可。" });
  await handle(page, "办结", {});
  await expect(page.getByText("已办结").first()).toBeVisible();
  await expect(page.locator("#history")).toContainText("查看电话");
});
