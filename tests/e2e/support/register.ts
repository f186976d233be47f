import { type Browser, expect, type Page } from "@playwright/test";
import { readCode, submitSignIn } from "./accounts";
import { enterAll, open, ready } from "./fields";
import type { Newcomer } from "./newcomer";

export const NEW_PASSWORD = "Lvcheng@2026";

/** From the login page to the registration form, as the manual says. */
export async function openRegistration(page: Page): Promise<void> {
  await open(page, "/login");
  await page.getByRole("link", { name: "企业注册" }).click();
  await page.getByRole("link", { name: "注册", exact: true }).click();
  await page.waitForURL("**/register/form");
  await ready(page);
}

export async function fillRegistration(page: Page, who: Newcomer): Promise<void> {
  const form = page.getByRole("form", { name: "企业注册" });
  await enterAll(form, {
    单位名称: who.name, "统一社会信用代码（法人执照/证书编号）": who.uscc, 企业类型: "企业法人", 登记注册类型: "私营有限责任公司", "注册资本（万元）": "1200",
    成立日期: "2016-03-01", 登记机关: "沈阳市和平区市场监督管理局", 所在省市区: "辽宁省/沈阳市/和平区", "住所（营业执照地址/营业场所）": "沈阳市和平区测试路 1 号",
    法定代表人: who.person(0).name, 法定代表人证件类型: "居民身份证", 法定代表人证件号码: who.person(0).idNo, 通讯地址: "沈阳市和平区测试路 1 号", 邮政编码: "110001",
    联系人: who.person(5).name, 联系人手机: who.mobile, 登录账号: who.account,
  });
  await form.getByLabel("登录密码").fill(NEW_PASSWORD);
  await form.getByLabel("确认密码").fill(NEW_PASSWORD);
}

/** Registers with the code that was sent, and signs in. */
export async function register(page: Page, browser: Browser, who: Newcomer): Promise<void> {
  await openRegistration(page);
  await fillRegistration(page, who);
  const form = page.getByRole("form", { name: "企业注册" });
  await form.getByRole("button", { name: "获取验证码" }).click();
  await expect(form.getByText("5 分钟内有效").first()).toBeVisible();
  await enterAll(form, { 短信验证码: await readCode(browser, who.mobile) });
  await form.getByRole("button", { name: "注册", exact: true }).click();
  await page.waitForURL("**/login?*");
  await ready(page);
  await submitSignIn(page, who.account, NEW_PASSWORD);
  await page.waitForURL("**/home");
}
