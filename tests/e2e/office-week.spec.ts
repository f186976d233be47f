import { readFile } from "node:fs/promises";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { elsewhere, signIn, signInStaff } from "./support/accounts";
import { type SeededCase, seedCases } from "./support/cases";
import { answered, enter, enterAll, open, ready, save } from "./support/fields";
import { atDesk, decide } from "./support/review";
import { portrait } from "./support/scans";

/** A week in the office: one case from intake to its refusal, two others signed in one batch. */
test.describe.serial("机构的一周", () => {
  let seeded: readonly [SeededCase, SeededCase, SeededCase];
  let applicationId = "";
  test.beforeAll(async () => {
    seeded = await seedCases("submitted", "awaiting-signature", "awaiting-signature");
    applicationId = seeded[0].applicationId;
  });

  const visitPath = (): string => `/admin/applications/${applicationId}/site-visit`;

  /** Someone of the office looks at a page of the desk. */
  const asStaff = (browser: Browser, account: string, path: string, work: (desk: Page) => Promise<void>): Promise<void> =>
    elsewhere(browser, async (desk) => {
      await signInStaff(desk, account);
      await open(desk, path);
      await work(desk);
    });

  test("L-6-04 L-6-11 周一：受理岗写意见退回补正，企业改了再交，受理", async ({ page, browser }) => {
    await atDesk(browser, "shouli", applicationId, async (desk) => {
      await desk.getByRole("button", { name: "写意见：安全负责人 › 职称证书编号" }).click();
      await desk.getByLabel("意见内容").fill("与附件不一致，请核对。");
      await desk.getByRole("button", { name: "存为草稿" }).click();
      await expect(desk.getByRole("button", { name: "退回补正（1 条意见）" })).toBeVisible();
      await decide(desk, { label: "退回补正" });
    });
    await signIn(page, seeded[0].account);
    await open(page, `/applications/${applicationId}/sections/safety-lead`);
    await enter(page, "职称证书编号", "LNZC20150009");
    await save(page);
    await answered(page, () => page.getByRole("checkbox", { name: "已修改" }).click());
    await open(page, `/applications/${applicationId}/sections/submission`);
    await page.getByRole("checkbox", { name: "本单位对材料真实性负责" }).check();
    await page.getByRole("button", { name: /^重新提交/ }).click();
    await answered(page, () => page.getByRole("dialog").getByRole("button", { name: "确定重新提交" }).click());
    await expect(page.getByRole("heading", { level: 1, name: "已重新提交" })).toBeVisible();
    await atDesk(browser, "shouli", applicationId, async (desk) => {
      await answered(desk, () => desk.getByRole("button", { name: /^已解决，关闭/ }).click());
      await decide(desk, { label: "受理" });
    });
  });

  test("L-6-04 周二：审查岗安排现场核查，没有结束不能提出审查意见；企业收到通知书", async ({ page, browser }) => {
    await atDesk(browser, "shencha", applicationId, async (desk) => {
      await decide(desk, { label: "开始审查" });
      await open(desk, visitPath());
      await desk.getByRole("button", { name: "安排核查并通知企业" }).click();
      await expect(desk.getByText("请选择至少 2 名核查人员").first()).toBeVisible();
      await enterAll(desk, { 核查日期: "2099-01-05", 核查事由: "核对主要机具的数量与状态" });
      for (const name of ["赵受理", "钱审查"]) await desk.getByRole("group", { name: /^核查人员/ }).getByRole("checkbox", { name }).check();
      await answered(desk, () => desk.getByRole("button", { name: "安排核查并通知企业" }).click());
      await expect(desk.getByText("待核查", { exact: true })).toBeVisible();
      await open(desk, `/admin/applications/${applicationId}`);
      await expect(desk.getByText("现场核查还没有结束").first()).toBeVisible();
    });
    await signIn(page, seeded[0].account);
    await open(page, "/messages");
    await expect(page.getByText(/现场核查/).first()).toBeVisible();
  });

  test("L-6-04 周三：两名核查人员写记录、传照片、各自签字，记录可以下载", async ({ browser }) => {
    await asStaff(browser, "shencha", visitPath(), async (desk) => {
      await enter(desk, "企业到场的人", "王经理");
      for (const item of ["住所、经营场所", "机具设备", "人员在岗", "材料原件"]) await enter(desk, item, item === "机具设备" ? "不合格" : "合格");
      await enter(desk, "机具设备的情况", "绞磨机只有一台，少一台");
      await answered(desk, () => desk.getByRole("button", { name: "保存记录" }).click());
      await expect(desk.getByText("待签字", { exact: true })).toBeVisible();
      await desk.getByLabel("选取现场照片").setInputFiles(portrait("绞磨机.png"));
      await expect(desk.getByRole("link", { name: "绞磨机.png" })).toBeVisible({ timeout: 30_000 });
      await sign(desk);
      await expect(desk.getByText("已签字").first()).toBeVisible();
    });
    await asStaff(browser, "shouli", "/admin/queue/intake", async (desk) => {
      await desk.getByRole("region", { name: /^我的现场核查/ }).getByRole("link", { name: seeded[0].enterprise }).click();
      await desk.waitForURL("**/site-visit");
      await ready(desk);
      await sign(desk);
      await expect(desk.getByText("已完成", { exact: true })).toBeVisible();
      const [download] = await Promise.all([desk.waitForEvent("download"), desk.getByRole("link", { name: "下载核查记录" }).click()]);
      expect((await readFile(await download.path())).subarray(0, 4).toString()).toBe("%PDF");
    });
  });

  test("L-6-04 L-6-11 周四：审查岗申请延长期限，签发岗批准，企业得知理由", async ({ page, browser }) => {
    const reason = "机具不足，需要企业说明";
    await atDesk(browser, "shencha", applicationId, (desk) => decide(desk, { label: "申请延长期限", said: { 理由: reason } }));
    await asStaff(browser, "qianfa", "/admin/queue/signature", async (desk) => {
      await desk.getByRole("region", { name: /^待批延期/ }).getByRole("link", { name: seeded[0].enterprise }).click();
      await desk.waitForURL(`**/applications/${applicationId}`);
      await ready(desk);
      await expect(desk.getByText(reason).first()).toBeVisible();
      await decide(desk, { label: "批准延长期限" });
      await expect(desk.getByText("已延长", { exact: true })).toBeVisible();
    });
    await signIn(page, seeded[0].account);
    await open(page, "/messages");
    await expect(page.getByText(new RegExp(reason)).first()).toBeVisible();
  });

  test("L-6-04 周五：审查、复审、不予许可；另两件批量签发，先看编号与有效期", async ({ browser }) => {
    await atDesk(browser, "shencha", applicationId, (desk) => decide(desk, { label: "提出审查意见", said: { 意见: "机具不足，不符合条件。" } }));
    await atDesk(browser, "fushen", applicationId, (desk) => decide(desk, { label: "提出复审意见", said: { 意见: "同意审查意见。" } }));
    await asStaff(browser, "qianfa", `/admin/applications/${applicationId}`, async (desk) => {
      await decide(desk, { label: "不予许可", said: { 理由: "机具设备不符合条件", 法律依据: "《行政许可法》第三十八条第二款" } });
      await open(desk, `/admin/queue/signature?${new URLSearchParams({ q: "沈阳样例" })}`);
      for (const { number } of seeded.slice(1)) await desk.getByRole("checkbox", { name: `选择 ${number}` }).check();
      await answered(desk, () => desk.getByRole("button", { name: "批量签发" }).click());
      const dialog = desk.getByRole("dialog", { name: "批量签发" });
      await expect(dialog.getByText(/预计编号 2-1-\d{5}-\d{4}，有效期自/)).toHaveCount(2);
      await answered(desk, () => dialog.getByRole("button", { name: "准予许可 2 件" }).click());
      await expect(dialog.getByText("2 件都已办成。")).toBeVisible({ timeout: 20_000 });
      await expect(dialog.getByText(/许可证编号 2-1-\d{5}-\d{4}/)).toHaveCount(2);
    });
  });
});

/** Signs the record that is on the screen. */
async function sign(desk: Page): Promise<void> {
  await desk.getByRole("button", { name: "签字", exact: true }).click();
  await answered(desk, () => desk.getByRole("dialog").getByRole("button", { name: "签字", exact: true }).click());
}
