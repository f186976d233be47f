import { expect, type Page, test } from "@playwright/test";
import { PASSWORD, readCode, signIn, signInStaff, submitSignIn } from "./support/accounts";
import { seedCase } from "./support/cases";
import { colleagueOf, demandNewPassword, storedEnterprise } from "./support/database";
import { control, enter, enterAll, errorSummary, open, ready } from "./support/fields";
import { newcomer } from "./support/newcomer";
import { fillRegistration, openRegistration } from "./support/register";

/** Searches in the pop-up of 上级企业. */
async function searchParent(page: Page, name: string) {
  await page.getByRole("button", { name: "选择 上级企业" }).or(page.getByRole("button", { name: "选择上级企业" })).first().click();
  const dialog = page.getByRole("dialog", { name: "选择上级企业" });
  await enter(dialog, "机构名称", name);
  await dialog.getByRole("button", { name: "查询" }).click();
  return dialog;
}

test.describe("企业注册", () => {
  test("L-3.1-04 L-3.1-05 L-3.2-04 缺项不能注册，逐项说明；【取消】回登录页", async ({ page }) => {
    await openRegistration(page);
    await page.getByRole("button", { name: "注册", exact: true }).click();
    await expect(errorSummary(page)).toContainText("单位名称未填写");
    await expect(errorSummary(page)).toBeFocused();
    await page.getByRole("link", { name: "取消", exact: true }).click();
    await expect(page).toHaveURL(/\/login$/);
  });

  test("L-3.1-06 L-3.1-07 L-3.1-08 L-3.1-09 上级企业弹窗：按名称片段【查询】，【确定】带回，【取消】不变", async ({ page }) => {
    await openRegistration(page);
    const dialog = await searchParent(page, "送变电");
    await expect(dialog.getByRole("status")).toContainText("查到");
    await dialog.getByRole("radio", { name: /辽宁北方送变电工程集团有限公司/ }).check();
    await dialog.getByRole("button", { name: "确定", exact: true }).click();
    await expect(control(page, "上级企业")).toHaveValue("辽宁北方送变电工程集团有限公司");
    const again = await searchParent(page, "送变电");
    await again.getByRole("radio", { name: /吉林长白送变电工程集团有限公司/ }).check();
    await again.getByRole("button", { name: "取消", exact: true }).click();
    await expect(control(page, "上级企业")).toHaveValue("辽宁北方送变电工程集团有限公司");
  });

  test("L-3.1-12 已注册的统一社会信用代码不能再注册", async ({ page, browser }) => {
    const who = { ...newcomer(), uscc: "91210102XFAKE501XR" };
    await openRegistration(page);
    await fillRegistration(page, who);
    await page.getByRole("button", { name: "获取验证码" }).click();
    await expect(page.getByText("5 分钟内有效").first()).toBeVisible();
    await enterAll(page, { 短信验证码: await readCode(browser, who.mobile) });
    await page.getByRole("button", { name: "注册", exact: true }).click();
    await expect(errorSummary(page)).toContainText("该统一社会信用代码已注册");
  });
});

test.describe("密码", () => {
  test("L-6-01 案件开着时被要求先改密码：动作不办，带去改密码的一页，不来回跳", async ({ page }) => {
    const { applicationId } = await seedCase("submitted");
    const officer = await colleagueOf("shouli");
    await signInStaff(page, officer);
    await open(page, `/admin/applications/${applicationId}`);
    await demandNewPassword(officer);
    let moves = 0;
    page.on("framenavigated", () => (moves += 1));
    await page.getByRole("button", { name: "领取", exact: true }).click();
    await page.waitForURL("**/admin/password");
    await expect(page.getByRole("heading", { level: 1, name: "修改密码" })).toBeVisible();
    await page.waitForTimeout(1_000);
    expect(moves).toBeLessThan(4);
    await expect(page.getByRole("heading", { level: 1, name: "修改密码" })).toBeVisible();
  });

  test("L-3.2-03 L-3.2-06 找回密码：验证码发到登记的手机，此后只有新密码能登录", async ({ page, browser }) => {
    const { account, uscc } = await seedCase("draft");
    const { particulars } = await storedEnterprise(uscc);
    const mobile = particulars.contactMobile ?? "";
    await open(page, "/login");
    await page.getByRole("link", { name: "忘记密码" }).click();
    await page.waitForURL("**/recover-password");
    await ready(page);
    const form = page.getByRole("form", { name: "找回密码" });
    await enterAll(form, { 登录账号或统一社会信用代码: account, 登记的手机号码: mobile });
    await form.getByRole("button", { name: "获取验证码" }).click();
    await expect(form.getByText("5 分钟内有效").first()).toBeVisible();
    await enter(form, "短信验证码", await readCode(browser, mobile));
    await form.getByLabel("新密码", { exact: false }).first().fill("Huanyige@2026");
    await form.getByLabel("确认新密码").fill("Huanyige@2026");
    await form.getByRole("button", { name: "保存新密码" }).click();
    await page.waitForURL("**/login?*");
    await ready(page);
    await submitSignIn(page, account, PASSWORD);
    await expect(page.getByRole("alert", { name: "登录未成功" })).toContainText("账号或密码不正确");
    await submitSignIn(page, account, "Huanyige@2026");
    await page.waitForURL("**/home");
  });

  test("L-3.4-01 L-3.4-02 L-3.4-03 L-3.4-04 指到企业名称出现修改密码；【取消】清空；原密码对才改，改后只有新密码能登录", async ({ page }) => {
    const { account, enterprise } = await seedCase("draft");
    await signIn(page, account);
    await ready(page);
    await page.getByRole("button", { name: new RegExp(enterprise) }).hover();
    await page.getByRole("link", { name: "修改密码" }).first().click();
    await page.waitForURL("**/profile/password");
    await ready(page);
    const form = page.getByRole("form", { name: "修改密码" });
    const fill = async (current: string): Promise<void> => {
      await form.getByLabel("原密码").fill(current);
      await form.getByLabel(/^新密码/).fill("Gaimima@2026");
      await form.getByLabel("确认新密码").fill("Gaimima@2026");
    };
    await fill(PASSWORD);
    await form.getByRole("button", { name: "取消", exact: true }).click();
    await expect(form.getByLabel("原密码")).toHaveValue("");
    await expect(page).toHaveURL(/\/profile\/password/);
    await fill("Budui@2026");
    await form.getByRole("button", { name: "保存", exact: true }).click();
    await expect(errorSummary(page)).toContainText("原密码");
    await fill(PASSWORD);
    await form.getByRole("button", { name: "保存", exact: true }).click();
    await expect(page.getByText("密码已修改。下次请用新密码登录")).toBeVisible();
    await page.context().clearCookies();
    await signIn(page, account, "Gaimima@2026");
  });
});

test("L-2-02 L-3.3-01 L-3.3-02 L-3.3-08 L-3.5-06 我的信息—企业信息修改：可改的能存，锁定的说明要办登记事项变更", async ({ page }) => {
  const seeded = await seedCase("draft");
  await signIn(page, seeded.account);
  await page.getByRole("navigation").getByRole("link", { name: "我的信息" }).click();
  await page.waitForURL("**/profile");
  await ready(page);
  await expect(page.getByRole("heading", { level: 1, name: "企业信息修改" })).toBeVisible();
  await expect(page.getByText("如要修改需要进行“登记事项变更”流程").first()).toBeVisible();
  await enterAll(page, { 通讯地址: "沈阳市和平区新通讯路 9 号", 邮政编码: "110003" });
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "已保存" })).toBeVisible();
  expect((await storedEnterprise(seeded.uscc)).particulars).toMatchObject({ mailingAddress: "沈阳市和平区新通讯路 9 号", postalCode: "110003" });
});
