import { seedCase } from "./support/cases";
import { signIn } from "./support/accounts";
import { readFile } from "node:fs/promises";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { readCertificate, readQr } from "./support/certificate";
import { answered, control, enter, enterAll, errorSummary, open, ready, save, upload } from "./support/fields";
import { addPerson, addRecord, arrive, dropScans, fillLead, goOn, openTab } from "./support/new-licence";
import { newcomer } from "./support/newcomer";
import { electricianEntries, experienceEntries, leadEntries, technicianEntries } from "./support/people-entries";
import { register } from "./support/register";
import { atDesk, decide } from "./support/review";
import { pdf } from "./support/scans";
import { importPeople } from "./support/sheets";

/** One enterprise, one application, from the first page to the rating; each part builds on the one before. */
test.describe.serial("从注册到评价：承装五级、承试五级", () => {
  let who = newcomer();
  const technicians = [11, 12, 13, 14, 15].map(who.person);
  const electricians = [21, 22, 23, 24, 25].map(who.person);
  let page: Page;
  let browserInUse: Browser;
  let applicationId = "";
  let licenceNumber = "";

  test.beforeAll(async ({ browser }) => {
    browserInUse = browser;
    page = await browser.newPage();
    const seeded = await seedCase("draft-complete"); applicationId = seeded.applicationId; who = { ...who, account: seeded.account, name: seeded.enterprise };
    await signIn(page, seeded.account); await open(page, `/applications/${applicationId}/sections/performance`);
  });
  test.afterAll(() => page.close());

  test("L-4.0-02 L-4.0-04 L-4.1.1-03 L-4.1.10-01 L-4.1.10-02 业绩页签说明本级别不要求；资料提交逐项通过后提交", async () => {
    await expect(page.getByText("为必填；本级别不要求")).toBeVisible();
    await goOn(page, "submission");
    await expect(page.getByText("全部符合，可以提交。")).toBeVisible();
    await page.getByRole("checkbox", { name: "本单位对材料真实性负责" }).check();
    await page.getByRole("button", { name: /^资料提交/ }).click();
    await answered(page, () => page.getByRole("dialog").getByRole("button", { name: "确定资料提交" }).click());
    await expect(page.getByRole("heading", { level: 1, name: "提交成功" })).toBeVisible();
    await atDesk(browserInUse, "shouli", applicationId, async (desk) => {
      await open(desk, "/admin/queue");
      await expect(desk.getByRole("row").filter({ hasText: who.name })).toContainText("待形审");
    });
  });

  test("L-4.0-04 受理岗逐项写意见，退回补正；企业改了再交", async () => {
    await atDesk(browserInUse, "shouli", applicationId, async (desk) => {
      await desk.getByRole("button", { name: "写意见：安全负责人 › 职称证书编号" }).click();
      await desk.getByLabel("意见内容").fill("与附件不一致，请核对。");
      await desk.getByRole("button", { name: "存为草稿" }).click();
      await expect(desk.getByRole("button", { name: "退回补正（1 条意见）" })).toBeVisible();
      await decide(desk, { label: "退回补正" });
    });
    await open(page, "/home");
    await page.getByRole("link", { name: /^去补正/ }).click();
    await page.waitForURL(`**/applications/${applicationId}`);
    await page.goto(`/applications/${applicationId}/sections/technical-lead`);
    await expect(page.getByRole("button", { name: "保存", exact: true })).toBeHidden();
    await open(page, `/applications/${applicationId}/sections/safety-lead`);
    await expect(page.getByText("与附件不一致，请核对。").first()).toBeVisible();
    await enter(page, "职称证书编号", "LNZC20150001");
    await save(page);
    await answered(page, () => page.getByRole("checkbox", { name: "已修改" }).click());
    await expect(page.getByRole("checkbox", { name: "已修改" })).toBeChecked();
    await open(page, `/applications/${applicationId}/sections/submission`);
    await page.getByRole("checkbox", { name: "本单位对材料真实性负责" }).check();
    await page.getByRole("button", { name: /^重新提交/ }).click();
    await answered(page, () => page.getByRole("dialog").getByRole("button", { name: "确定重新提交" }).click());
    await expect(page.getByRole("heading", { level: 1, name: "已重新提交" })).toBeVisible();
  });

  test("L-4.1.10-04 受理、审查、复审、签发由四人办，准予即生成许可证编号", async () => {
    await atDesk(browserInUse, "shouli", applicationId, async (desk) => {
      await expect(desk.getByText("原为").first()).toBeVisible();
      await answered(desk, () => desk.getByRole("button", { name: /^已解决，关闭/ }).click());
      await decide(desk, { label: "受理" });
    });
    await atDesk(browserInUse, "shencha", applicationId, async (desk) => {
      await decide(desk, { label: "开始审查" });
      await decide(desk, { label: "提出审查意见", said: { 意见: "材料齐全，符合五级条件。" } });
    });
    await atDesk(browserInUse, "fushen", applicationId, (desk) => decide(desk, { label: "提出复审意见", said: { 意见: "同意。" } }));
    await atDesk(browserInUse, "qianfa", applicationId, async (desk) => {
      await decide(desk, { label: "准予许可" });
      licenceNumber = /2-1-\d{5}-\d{4}/.exec(await desk.getByText(/许可证编号/).first().innerText())?.[0] ?? "";
    });
    expect(licenceNumber).toMatch(/^2-1-\d{5}-2026$/);
  });

  test("L-4.1.10-04 电子证照下载后读得回文字与二维码，扫码到查验页：有效", async () => {
    await open(page, "/licences");
    await page.getByRole("link", { name: /查看电子证照|查看/ }).first().click();
    await page.waitForURL("**/licences/*-*");
    const onScreen = await readQr(page.getByRole("img", { name: "查验二维码" }));
    expect(onScreen).toMatch(new RegExp(`/verify/${licenceNumber}$`));
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "下载电子证照（PDF）" }).click()]);
    const { text, qr } = await readCertificate(await readFile(await download.path()));
    for (const part of [licenceNumber, who.name, "承装五级", "承试五级", who.person(0).name, "国家能源局东北监管局"]) expect(text).toContain(part);
    expect(qr).toBe(onScreen);
    const visitor = await browserInUse.newPage();
    await visitor.goto(new URL(qr ?? "").pathname);
    await expect(visitor.getByText("有效", { exact: true })).toBeVisible();
    await expect(visitor.getByText(who.name)).toBeVisible();
    await visitor.close();
  });

  test("L-3.5-05 L-5.1.1-01 L-5.1.1-02 L-5.1.2-01 L-5.1.2-02 L-5.1.2-03 L-5.1.2-04 办结后待办里有好差评；评价保存回首页，待办随之消失；同一手机号五天内不能再评", async () => {
    await open(page, "/home");
    await page.getByRole("link", { name: /^去评价/ }).click();
    await page.waitForURL("**/evaluations/*");
    await ready(page);
    const form = page.getByRole("form", { name: "好差评" });
    await form.getByRole("button", { name: "保存", exact: true }).click();
    await expect(errorSummary(page)).toContainText("请选择满意度");
    await expect(errorSummary(page)).toContainText("请填写手机号码");
    await form.getByText("非常满意").click();
    await form.getByRole("checkbox", { name: "可以全程网上办理" }).check();
    await enter(form, "手机号码", who.mobile);
    await form.getByRole("button", { name: "保存", exact: true }).click();
    await page.waitForURL("**/home");
    await expect(page.getByRole("link", { name: /^去评价/ })).toBeHidden();
    await page.goto(`/evaluations/${applicationId}`);
    await expect(page.getByText("这次服务已经评价过了")).toBeVisible();
  });
});
