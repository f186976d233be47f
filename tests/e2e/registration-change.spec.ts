import { expect, test } from "@playwright/test";
import { personName, residentIdNumber } from "../../prisma/seed/identities";
import { signIn } from "./support/accounts";
import { grantShortly, start, submit } from "./support/businesses";
import { seedCase } from "./support/cases";
import { control, enter, enterAll, errorSummary, open, ready, save, upload } from "./support/fields";
import { pdf } from "./support/scans";

test("L-4.2.0-01 L-4.2.0-02 L-4.2.1-01 L-4.2.2-01 L-4.2.2-07 L-4.2.3-01 L-4.2.3-03 登记事项变更：几项一起变，准予后处处是新的，编号不变", async ({ page, browser }) => {
  const seeded = await seedCase("granted");
  await signIn(page, seeded.account);
  const applicationId = await start(page, "登记事项变更申请", "change-applicant");
  await expect(control(page, "原许可证号")).toHaveValue(seeded.licenceNumber ?? "");
  await expect(control(page, "原许可证号")).not.toBeEditable();
  await enterAll(page, { 提交类型: "法定代表人提交", 提交人姓名: personName(1), 身份证号码: residentIdNumber(1) });
  await upload(page, "法定代表人自行提交声明及身份证", await pdf("自行提交声明.pdf"));
  await page.getByRole("button", { name: "下一步", exact: true }).click();
  await page.waitForURL("**/particulars-changes");
  await ready(page);

  await enter(page, "市场监管变更登记日期", "2026-11-16");
  await save(page);
  await expect(errorSummary(page)).toContainText("请至少修改一项");
  await enter(page, "变更后法定代表人证件号码", "210102198001011234");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(errorSummary(page)).toContainText("证件号码");

  const domicile = `沈阳市浑南区创新路 ${seeded.number.slice(-3)} 号`;
  await enterAll(page, { 变更后法定代表人: "孙新", 变更后法定代表人证件号码: residentIdNumber(77), "变更后住所（营业执照地址/营业场所）": domicile });
  await expect(page.getByText("已修改 3 项，其余 3 项不变")).toBeVisible();
  await page.getByRole("button", { name: "下一步", exact: true }).click();
  await page.waitForURL("**/change-attachments");
  await ready(page);
  for (const slot of ["登记事项变更申请表", "变更后营业执照/法人证书", "准予变更登记通知书", "新法定代表人身份证明"]) await upload(page, slot, await pdf(`${slot.replace("/", "或")}.pdf`));
  await submit(page, "提交");
  await grantShortly(browser, applicationId);

  await open(page, "/profile");
  const history = page.getByRole("table", { name: "历次登记事项变更" });
  for (const text of ["孙新", domicile]) await expect(history).toContainText(text);
  await page.goto(`/verify/${seeded.licenceNumber}`);
  await expect(page.getByText("有效", { exact: true })).toBeVisible();
  await expect(page.getByText("孙新")).toBeVisible();
});
