import { expect, test } from "@playwright/test";
import { elsewhere, signIn } from "./support/accounts";
import { seedCase } from "./support/cases";
import { counterpartyOf } from "./support/database";
import { answered, enter, open, ready } from "./support/fields";
import { atDesk, decide } from "./support/review";

test.describe("分立与合并", () => {
  test("L-4.8.1-01 L-4.8.1-02 L-4.8.2-01 L-4.8.2-02 L-4.8.3-01 承诺制区域的企业点分立申请，选告知承诺制，选定被吸收方企业，下一步到基本情况", async ({ page }) => {
    await signIn(page, "wu_power");
    await page.getByRole("region", { name: "承装修试业务许可申请" }).getByRole("link", { name: "分立申请", exact: true }).click();
    await page.waitForURL("**/guides/division?start");
    await ready(page);
    await page.getByRole("dialog", { name: "分立申请：选择办理方式" }).getByRole("button", { name: "告知承诺制申请", exact: true }).click();
    await page.waitForURL("**/applications/**/sections/division-type");
    await ready(page);
    await expect(page.getByRole("textbox", { name: /^办理方式/ })).toHaveValue("告知承诺制");
    await enter(page, "分立方式", "解散分立");
    await answered(page, () => page.getByRole("button", { name: "下一步" }).click());
    await page.waitForURL("**/sections/application-category");
    await ready(page);
    await page.getByRole("button", { name: "选择 被吸收方企业" }).click();
    const dialog = page.getByRole("dialog", { name: "选择被吸收方企业" });
    await dialog.getByLabel("企业名称").fill("沈阳乙");
    await dialog.getByRole("button", { name: "查询" }).click();
    await dialog.getByRole("radio", { name: /沈阳乙电力工程有限公司/ }).check();
    await dialog.getByRole("button", { name: "确定" }).click();
    await expect(page.getByRole("textbox", { name: /^被吸收方企业/ })).toHaveValue(/沈阳乙电力工程有限公司（许可证 /);
    await answered(page, () => page.getByRole("button", { name: "保存", exact: true }).click());
    await page.reload();
    await expect(page.getByRole("textbox", { name: /^被吸收方企业/ })).toHaveValue(/沈阳乙电力工程有限公司（许可证 /);
  });

  test("L-4.9.1-01 L-4.9.8-01 L-4.9.8-02 合并：另一方看清作用后同意，受理岗才能受理", async ({ page, browser }) => {
    const made = await seedCase("merger-submitted");
    const party = await counterpartyOf(made.applicationId);
    await atDesk(browser, "shouli", made.applicationId, async (desk) => {
      await expect(desk.getByText("被吸收方企业的确认")).toBeVisible();
      await expect(desk.getByText(new RegExp(`还没有${party.name}的同意`)).first()).toBeVisible();
    });
    await signIn(page, party.login);
    await page.getByRole("link", { name: /去确认/ }).first().click();
    await page.waitForURL(`**/confirmations/${made.applicationId}`);
    await ready(page);
    await expect(page.getByText(/^许可证 .*注销$/)).toBeVisible();
    await page.getByRole("button", { name: "同意", exact: true }).click();
    await answered(page, () => page.getByRole("dialog").getByRole("button", { name: "确定同意" }).click());
    await expect(page.getByText("已同意。")).toBeVisible();
    await atDesk(browser, "shouli", made.applicationId, (desk) => decide(desk, { label: "受理" }));
    await elsewhere(browser, async (other) => {
      await signIn(other, made.account);
      await open(other, `/confirmations/${made.applicationId}`);
      await expect(other.getByRole("heading", { name: "没有找到这个页面" })).toBeVisible();
    });
  });

  test("L-4.9.8-01 不同意须写理由，受理岗看到是谁不同意", async ({ page, browser }) => {
    const made = await seedCase("merger-submitted");
    const party = await counterpartyOf(made.applicationId);
    await signIn(page, party.login);
    await open(page, `/confirmations/${made.applicationId}`);
    await page.getByRole("button", { name: "不同意", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "不同意" });
    await answered(page, () => dialog.getByRole("button", { name: "确定不同意" }).click());
    await expect(dialog.getByText(/请写明不同意的理由/)).toBeVisible();
    await enter(dialog, "理由", "合并协议还没有签字");
    await answered(page, () => dialog.getByRole("button", { name: "确定不同意" }).click());
    await expect(page.getByText("不同意。").first()).toBeVisible();
    await atDesk(browser, "shouli", made.applicationId, async (desk) => {
      await expect(desk.getByText(new RegExp(`${party.name}不同意，不能受理`)).first()).toBeVisible();
    });
  });
});
