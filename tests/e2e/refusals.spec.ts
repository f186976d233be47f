import { expect, type Page, test } from "@playwright/test";
import { PASSWORD, signIn, submitSignIn } from "./support/accounts";
import { type SeededCase, seedCase } from "./support/cases";
import { claimedIdNumber, expireSessions, storedEnterprise } from "./support/database";
import { control, enter, enterAll, errorSummary, open, save } from "./support/fields";

const sectionOf = ({ applicationId }: SeededCase, key: string): string => `/applications/${applicationId}/sections/${key}`;

async function openSection(page: Page, seeded: SeededCase, key: string): Promise<void> {
  await signIn(page, seeded.account);
  await open(page, sectionOf(seeded, key));
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

test.describe("填写时当场拒绝", () => {
  test("L-4.1.1-08 L-4.1.3-02 身份证号码校验位不对不能保存，原值不变，其余照存", async ({ page }) => {
    const seeded = await seedCase("draft-complete");
    await openSection(page, seeded, "technical-lead");
    const before = await control(page, "身份证号码").inputValue();
    const wrong = before.slice(0, 17) + (before.endsWith("1") ? "2" : "1");
    await enterAll(page, { 身份证号码: wrong, 现任职务: "总工程师" });
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await expect(errorSummary(page)).toContainText("校验位不正确");
    await expect(control(page, "身份证号码")).toHaveValue(wrong);
    await open(page, sectionOf(seeded, "technical-lead"));
    await expect(control(page, "现任职务")).toHaveValue("总工程师");
    await expect(page.getByText("未保存的“技术负责人”内容")).toBeVisible();
    await page.getByRole("button", { name: "丢弃", exact: true }).click();
    await expect(control(page, "身份证号码")).toHaveValue(before);
  });

  test("L-4.1.3-03 L-4.1.3-06 L-4.1.3-07 证明人电话须为手机号码，对话框里【确定】被拒绝", async ({ page }) => {
    const seeded = await seedCase("draft-complete");
    await openSection(page, seeded, "technical-lead");
    await page.getByRole("button", { name: "工作经历+" }).click();
    const dialog = page.getByRole("dialog");
    await enterAll(dialog, {
      起始年月: "2006-03", 截止年月: "2008-06", 工作单位: "辽宁某供电公司", "职务/岗位": "班长", 从事活动: ["安装"], 证明人: "周志强", 证明人电话: "024-23100000",
    });
    await dialog.getByRole("button", { name: "确定", exact: true }).click();
    await expect(dialog.getByText("请输入正确的手机号码")).toBeVisible();
    await expect(control(dialog, "证明人电话")).toBeFocused();
    await enter(dialog, "证明人电话", "13800001111");
    await dialog.getByRole("button", { name: "确定", exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole("table", { name: "工作经历" }).getByRole("row").filter({ hasText: "辽宁某供电公司" })).toBeVisible();
  });

  test("L-4.1.6-04 别家用着的电工身份证号码不能登记，不说是哪一家", async ({ page }) => {
    const [holder, seeded] = [await seedCase("draft-complete"), await seedCase("draft-complete")];
    const used = await claimedIdNumber(holder.applicationId);
    await openSection(page, seeded, "skilled-workers");
    await page.getByRole("table", { name: "电工信息" }).getByRole("button", { name: "编辑" }).first().click();
    const sheet = page.getByRole("form", { name: /^编辑：/ });
    const before = await control(sheet, "身份证号码").inputValue();
    await enter(sheet, "身份证号码", used);
    await sheet.getByRole("button", { name: "确定", exact: true }).click();
    await expect(sheet.getByText("该身份证号码已被使用，同一名电工只能登记一次").first()).toBeVisible();
    await expect(page.locator("main")).not.toContainText(holder.enterprise);
    await open(page, sectionOf(seeded, "skilled-workers"));
    await expect(page.getByRole("table", { name: "电工信息" })).toContainText(before.slice(-4));
  });
});

test.describe("资料提交之前", () => {
  test("L-4.1.5-07 L-4.1.5-08 L-4.1.6-05 L-4.1.6-06 L-4.1.10-02 四级而人数不足：逐项说需要多少、现为多少，不能提交", async ({ page }) => {
    const seeded = await seedCase("draft-complete");
    await openSection(page, seeded, "application-category");
    await page.getByRole("combobox", { name: "承装", exact: true }).selectOption({ label: "四级" });
    await save(page);
    await open(page, sectionOf(seeded, "submission"));
    const unmet = page.locator("#unmet");
    await expect(unmet).toContainText("需 10 人");
    await expect(unmet).toContainText("需 15 人");
    await expect(unmet).toContainText("需 8 人");
    await expect(page.getByText(/还有 \d+ 项不符合，暂不能提交/)).toBeVisible();
    const submit = page.getByRole("button", { name: /^资料提交/ });
    await expect(submit).toHaveAttribute("aria-disabled", "true");
    await submit.focus();
    await page.keyboard.press("Enter");
    await expect(unmet).toBeFocused();
    await expect(page.getByRole("dialog")).toBeHidden();
    await expect(page.getByRole("heading", { name: "资料审核：所选级别的条件" })).toBeVisible();
    await unmet.getByRole("link").first().click();
    await expect(page).toHaveURL(/\/sections\/(technicians|skilled-workers)/);
  });

  test("L-4.1.1-09 L-4.1.1-12 委托他人提交而没有授权委托书：【下一步】被拒绝并说明", async ({ page }) => {
    const seeded = await seedCase("draft-complete");
    await openSection(page, seeded, "application-category");
    await enter(page, "提交类型", "委托他人提交");
    await page.getByRole("button", { name: "下一步", exact: true }).click();
    await expect(errorSummary(page)).toContainText("授权委托书及委托人、受托人身份证未上传");
    await expect(page).toHaveURL(new RegExp("application-category"));
  });
});

test.describe("越权与伪造", () => {
  test("L-1-02 P-1-04 P-1-06 企业打开内网地址到内网登录页，企业账号在那里也登录不了", async ({ page }) => {
    await signIn(page, "jia_power");
    await open(page, "/admin/queue");
    await expect(page).toHaveURL(/\/admin\/login/);
    await expect(page.getByText("您现在用的是企业账号，不能进入内网")).toBeVisible();
    await submitSignIn(page, "jia_power", PASSWORD);
    await expect(page.getByRole("alert", { name: "登录未成功" })).toContainText("账号或密码不正确");
  });

  test("L-3.3-04 L-3.3-05 L-3.3-06 L-3.3-07 L-3.3-12 锁定的四项只读，伪造的修改被服务端拒绝", async ({ page }) => {
    const seeded = await seedCase("draft");
    const before = await storedEnterprise(seeded.uscc);
    await signIn(page, seeded.account);
    await open(page, "/profile");
    for (const label of ["单位名称", "法定代表人", "住所（营业执照地址/营业场所）", "企业类型"]) await expect(control(page, label)).not.toBeEditable();
    await enter(page, "邮政编码", "110002");
    await page.route("**/profile", async (route) => {
      const request = route.request();
      if (request.method() !== "POST") return route.continue();
      const forged = (request.postData() ?? "").replace('"postalCode":"110002"', '"postalCode":"110002","unitName":"沈阳冒名电力工程有限公司","legalRep":"冒名者"');
      await route.continue({ postData: forged });
    });
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await expect(errorSummary(page)).toContainText("不能在此修改，如要修改需要进行“登记事项变更”流程");
    expect(await storedEnterprise(seeded.uscc)).toEqual(before);
  });
});

test.describe("登录", () => {
  test("L-3.2-02 L-3.2-05 密码不对：说不对，账号留着；连续五次锁定十五分钟", async ({ page }) => {
    const { account } = await seedCase("draft");
    await open(page, "/login");
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      await submitSignIn(page, account, `Wrong@202${attempt}`);
      await expect(page.getByText(`还可以尝试 ${5 - attempt} 次`)).toBeVisible();
    }
    await expect(page.getByRole("alert", { name: "登录未成功" })).toContainText("账号或密码不正确");
    await expect(page.getByLabel("登录账号")).toHaveValue(account);
    await submitSignIn(page, account, "Wrong@2025");
    await expect(page.getByRole("alert", { name: "登录未成功" })).toContainText("账号已锁定，请 15 分钟后再试");
    await submitSignIn(page, account, PASSWORD);
    await expect(page.getByRole("alert", { name: "登录未成功" })).toContainText("账号已锁定");
    await expect(page).toHaveURL(/\/login/);
  });
});

test.describe("填写的内容不丢", () => {
  test("L-4.0-03 登录过期：保存不成，内容还在；原处登录后可以保存", async ({ page }) => {
    const seeded = await seedCase("draft-complete");
    await openSection(page, seeded, "safety-lead");
    await enter(page, "现任职务", "安全总监");
    await expireSessions(seeded.account);
    await page.getByRole("button", { name: "保存", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "登录已结束，请重新登录" });
    await dialog.getByLabel("登录密码").fill(PASSWORD);
    await dialog.getByRole("button", { name: "登录", exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(control(page, "现任职务")).toHaveValue("安全总监");
    await save(page);
    await page.reload();
    await expect(control(page, "现任职务")).toHaveValue("安全总监");
  });

  test("L-4.1.2-06 有未保存的修改时离开先问：留在本页、放弃修改、保存并切换", async ({ page }) => {
    const seeded = await seedCase("draft-complete");
    await openSection(page, seeded, "safety-lead");
    const directory = page.getByRole("navigation", { name: "申请目录" });
    const question = page.getByRole("dialog", { name: "离开这一页？" });
    const before = await control(page, "现任职务").inputValue();

    await enter(page, "现任职务", "安全主任");
    await directory.getByRole("link", { name: /^基本情况/ }).click();
    await question.getByRole("button", { name: "留在本页" }).click();
    await expect(control(page, "现任职务")).toHaveValue("安全主任");

    await directory.getByRole("link", { name: /^基本情况/ }).click();
    await question.getByRole("button", { name: "放弃修改" }).click();
    await expect(page).toHaveURL(/basic-information/);
    await open(page, sectionOf(seeded, "safety-lead"));
    await expect(control(page, "现任职务")).toHaveValue(before);

    await enter(page, "现任职务", "安全主任");
    await directory.getByRole("link", { name: /^基本情况/ }).click();
    await question.getByRole("button", { name: "保存并切换" }).click();
    await expect(page).toHaveURL(/basic-information/);
    await open(page, sectionOf(seeded, "safety-lead"));
    await expect(control(page, "现任职务")).toHaveValue("安全主任");
  });

  test("L-4.0-03 页面突然关闭：再打开时问要不要恢复没保存的内容", async ({ page, context }) => {
    const seeded = await seedCase("draft-complete");
    await openSection(page, seeded, "technical-lead");
    await enter(page, "现任职务", "副总工程师");
    await expect.poll(() => page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith("unsaved:")).length)).toBe(1);
    await page.close();
    const again = await context.newPage();
    await open(again, sectionOf(seeded, "technical-lead"));
    await expect(again.getByText("未保存的“技术负责人”内容")).toBeVisible();
    await again.getByRole("button", { name: "恢复", exact: true }).click();
    await expect(control(again, "现任职务")).toHaveValue("副总工程师");
    await save(again);
  });
});
