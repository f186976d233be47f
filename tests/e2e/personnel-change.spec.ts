import { expect, type Page, test } from "@playwright/test";
import { signIn } from "./support/accounts";
import { grantShortly, start } from "./support/businesses";
import { seedCase } from "./support/cases";
import { expectDelivered, readDocument } from "./support/documents";
import { answered, enterAll, open, save, upload } from "./support/fields";
import { newcomer } from "./support/newcomer";
import { electricianEntries } from "./support/people-entries";
import { atDesk } from "./support/review";
import { pdf } from "./support/scans";

const yesterday = (): string => new Date(Date.now() - 86_400_000).toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" });

const begin = (page: Page): Promise<string> => start(page, /^人员变更申请/, "departure");

/** 确认窗里按【确定】，见到提交成功。 */
async function confirm(page: Page, title: string, sentence: string | RegExp): Promise<void> {
  const question = page.getByRole("dialog", { name: title });
  await expect(question).toContainText(sentence);
  await answered(page, () => question.getByRole("button", { name: "确定", exact: true }).click());
  await expect(page.getByRole("heading", { level: 1, name: "提交成功" })).toBeVisible();
}

test("L-4.7.0-01 L-4.7.1-01 L-4.7.1-02 L-4.7.1-03 L-4.7.1-04 技术负责人离职：查询、确认离职、审批，之后离册并有三十日的待办，收到限期补足的通知书", async ({ page, browser }) => {
  const { account } = await seedCase("granted");
  await signIn(page, account);
  const applicationId = await begin(page);
  await page.getByRole("button", { name: /^\+.*选择离职人员/ }).click();
  const people = page.getByRole("dialog", { name: "选择离职人员" });
  await people.getByLabel("人员类型").selectOption({ label: "技术负责人" });
  await people.getByRole("button", { name: "查询", exact: true }).click();
  await expect(people.getByRole("row")).toHaveCount(2);
  await people.getByRole("button", { name: /^选择/ }).first().click();
  await enterAll(page, { 离职日期: yesterday(), 离职原因: "辞职" });
  await upload(page, "解除劳动关系证明", await pdf("解除证明.pdf"));
  await save(page);
  await expect(page.getByText(/变更之后不再符合许可条件，技术负责人：要求 1 人，现有 0 人/)).toBeVisible();
  await page.getByRole("button", { name: "确认离职", exact: true }).click();
  await confirm(page, "确认离职？", /离职：.+（技术负责人）/);
  await atDesk(browser, "shouli", applicationId, (desk) => expect(desk.getByText("变更之后的技术负责人").first()).toBeAttached());
  await grantShortly(browser, applicationId);
  await open(page, "/home");
  await expect(page.getByText("请补配负责人").first()).toBeVisible();
  await open(page, "/profile/people?roster=former");
  await expect(page.getByRole("row", { name: /技术负责人/ })).toBeVisible();
  await expectDelivered(browser, "conditions", await readDocument(page, "限期补足许可条件通知书"));
});

test("L-4.7.2-01 L-4.7.2-02 L-4.7.2-03 L-4.7.2-04 入职一名电工：温馨提示、人员类型、不完整先存、填完保存即进入审批", async ({ page }) => {
  const { account } = await seedCase("granted");
  const { name, idNo, mobile } = newcomer().person(1);
  await signIn(page, account);
  const applicationId = await begin(page);
  await open(page, `/applications/${applicationId}/sections/entry`);
  await page.getByRole("button", { name: /^\+.*温馨提示/ }).click();
  await page.getByRole("dialog", { name: "温馨提示" }).getByRole("button", { name: "已阅读，选择人员类型" }).click();
  await enterAll(page, { 人员类型: "电力相关专业技能人员", 入职日期: yesterday() });
  await save(page);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  const { 作业类别: category, ...entries } = electricianEntries({ name, idNo, mobile });
  await enterAll(page, { ...entries, 作业类别: [category ?? ""] });
  for (const slot of ["劳动合同", "职称/电工证书", "身份证", "社会保险缴纳证明"]) await upload(page, slot, await pdf(`${slot.replace("/", "或")}.pdf`));
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await confirm(page, "保存？", `入职：${name}（电工）`);
});
