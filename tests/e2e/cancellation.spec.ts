import { expect, test } from "@playwright/test";
import { personName, residentIdNumber } from "../../prisma/seed/identities";
import { signIn } from "./support/accounts";
import { grantShortly, start, submit } from "./support/businesses";
import { seedCase } from "./support/cases";
import { control, enterAll, open, upload } from "./support/fields";
import { pdf } from "./support/scans";

test("L-4.6-01 L-4.6-07 L-4.6-09 L-4.6-10 L-4.6-12 注销：企业信息只读，准予后已注销，可以重新申请", async ({ page, browser }) => {
  const seeded = await seedCase("granted");
  await signIn(page, seeded.account);
  const applicationId = await start(page, "许可证注销", "cancellation");
  await expect(control(page, "单位名称")).not.toBeEditable();
  await expect(page.getByRole("link", { name: "“我的信息”—“企业信息修改”" }).first()).toHaveAttribute("href", "/profile");
  await enterAll(page, {
    注销事由: "自愿放弃许可", 注销事项: "经营方向调整，不再从事许可活动。", 许可证正副本交回: "没有纸质许可证，只有电子证照",
    提交类型: "法定代表人提交", 提交人姓名: personName(1), 身份证号码: residentIdNumber(1),
  });
  await upload(page, "注销申请表", await pdf("注销申请表.pdf"));
  await submit(page);
  await grantShortly(browser, applicationId);
  await page.goto(`/verify/${seeded.licenceNumber}`);
  await expect(page.getByText("已注销", { exact: true })).toBeVisible();
  await open(page, "/guides/new-licence");
  await expect(page.getByRole("button", { name: "开始填写" })).toBeVisible();
});
