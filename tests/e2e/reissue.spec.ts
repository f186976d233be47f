import { expect, test } from "@playwright/test";
import { personName, residentIdNumber } from "../../prisma/seed/identities";
import { signIn } from "./support/accounts";
import { grantShortly, start, submit } from "./support/businesses";
import { seedCase } from "./support/cases";
import { control, enter, enterAll, open, upload } from "./support/fields";
import { pdf } from "./support/scans";

test("L-4.5.1-01 L-4.5.1-03 L-4.5.1-04 L-4.5.1-07 L-4.5.1-08 L-4.5.1-09 补（换）证：申请类别决定要填什么，提交即排队，准予后编号不变", async ({ page, browser }) => {
  const seeded = await seedCase("granted");
  await signIn(page, seeded.account);
  const applicationId = await start(page, /^许可证补（换）证申请/, "reissue");
  await enter(page, "申请类别", "遗失补证");
  await expect(control(page, "遗失声明刊登媒体")).toBeVisible();
  await enter(page, "申请类别", "损毁补证");
  await expect(control(page, "遗失声明刊登媒体")).toBeHidden();
  await enterAll(page, { 补换证件: ["正本"], 原因说明: "正本受潮，字迹不能辨认，申请补证。", 提交类型: "法定代表人提交", 提交人姓名: personName(1), 身份证号码: residentIdNumber(1) });
  for (const slot of ["补（换）证申请表", "营业执照", "法定代表人身份证明", "损毁的或要换的许可证原件"]) await upload(page, slot, await pdf(`${slot}.pdf`));
  await expect(page.getByRole("button", { name: /^资料提交.*进入资料提交排队/ })).toBeVisible();
  await submit(page);
  await expect(page.getByText(/第 \d+ 位|200\+/)).toBeVisible();
  await open(page, `/applications/${applicationId}`);
  await expect(page.getByText(/形审排队：/)).toBeVisible();

  await grantShortly(browser, applicationId);
  await open(page, "/licences");
  await page.getByRole("link", { name: seeded.licenceNumber }).first().click();
  await expect(page.getByText("损毁补证").first()).toBeVisible();
});
