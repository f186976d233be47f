import { expect, test } from "@playwright/test";
import { personName, residentIdNumber } from "../../prisma/seed/identities";
import { signIn } from "./support/accounts";
import { start, submit } from "./support/businesses";
import { seedCase } from "./support/cases";
import { control, enter, enterAll, open, ready, upload } from "./support/fields";
import { atDesk, decide } from "./support/review";
import { pdf } from "./support/scans";

test("L-4.3.0-01 L-4.3.0-02 L-4.3.0-03 L-4.3.1-01 L-4.3.1-05 L-4.3.2-01 许可事项变更：沿用上一次的内容，只改变了的，准予后编号不变、历史里看得到变化", async ({ page, browser }) => {
  const seeded = await seedCase("granted");
  await signIn(page, seeded.account);
  const applicationId = await start(page, /^许可事项变更/, "application-category");
  await expect(control(page, "原许可证号")).toHaveValue(seeded.licenceNumber ?? "");
  await expect(control(page, "原类别和等级")).not.toBeEditable();
  await enterAll(page, { 申请性质: "变更类别或等级", 承修: "五级", 提交类型: "法定代表人提交", 提交人姓名: personName(1), "提交人证件号（身份证号）": residentIdNumber(1), 提交人手机: "13900000001" });
  for (const slot of ["法定代表人自行提交声明及身份证", "法定代表人声明"]) await upload(page, slot, await pdf(`${slot}.pdf`));
  await page.getByRole("button", { name: "下一步", exact: true }).click();
  await page.waitForURL("**/basic-information");
  await ready(page);
  await expect(page.getByText(new RegExp(`内容取自许可证新申请 ${seeded.number}.*许可证申请表（签字盖章）不沿用`))).toBeVisible();
  await upload(page, "许可证申请表（签字盖章）", await pdf("许可证申请表.pdf"));

  for (const [section, next] of [["technical-lead", "safety-lead"], ["safety-lead", "technicians"]] as const) {
    await open(page, `/applications/${applicationId}/sections/${section}`);
    await enter(page, "负责类别", ["承修"]);
    await page.getByRole("button", { name: "下一步", exact: true }).click();
    await page.waitForURL(`**/${next}`);
    await ready(page);
  }
  await open(page, `/applications/${applicationId}/sections/submission`);
  await submit(page);

  await atDesk(browser, "shouli", applicationId, async (desk) => {
    await expect(desk.getByRole("table", { name: "准予之后的变化" })).toContainText("承修等级");
    await decide(desk, { label: "受理" });
  });
  await atDesk(browser, "shencha", applicationId, async (desk) => {
    await decide(desk, { label: "开始审查" });
    await decide(desk, { label: "提出审查意见", said: { 意见: "材料齐全，同意。" } });
  });
  await atDesk(browser, "fushen", applicationId, (desk) => decide(desk, { label: "提出复审意见", said: { 意见: "同意。" } }));
  await atDesk(browser, "qianfa", applicationId, (desk) => decide(desk, { label: "准予许可" }));

  await open(page, "/licences");
  await page.getByRole("link", { name: seeded.licenceNumber }).first().click();
  await expect(page.getByRole("table", { name: "第 2 版与上一版相比" })).toContainText("承修等级");
  await open(page, `/applications/${applicationId}/history`);
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "第 1 次提交的内容（PDF）" }).click()]);
  expect(file.suggestedFilename()).toMatch(/第1次提交\.pdf$/);
  const [zip] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "全部附件（zip）" }).click()]);
  expect(zip.suggestedFilename()).toMatch(/附件\.zip$/);
});

test("L-4.3.9-01 L-4.3.9-02 许可事项变更：申请废弃之后可以重新开始", async ({ page }) => {
  const seeded = await seedCase("scope-change-draft");
  await signIn(page, seeded.account);
  await open(page, `/applications/${seeded.applicationId}`);
  await page.getByRole("button", { name: "申请废弃" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "确定废弃" }).click();
  await expect(page.getByText("已废弃").first()).toBeVisible();
  expect(await start(page, /^许可事项变更/, "application-category")).not.toBe(seeded.applicationId);
});
