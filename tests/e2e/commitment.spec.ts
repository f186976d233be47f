import { type Browser, expect, type Page, test } from "@playwright/test";
import { elsewhere, signIn, signInStaff } from "./support/accounts";
import { type SeededCase, seedCase } from "./support/cases";
import { expectDelivered, readDocument } from "./support/documents";
import { answered, enter, open } from "./support/fields";
import { openFollowUp, openTodo } from "./support/follow-ups";

/** Someone at a desk opens the task of a case and works on it. */
async function atTask(browser: Browser, account: string, kind: string, seeded: SeededCase, work: (desk: Page) => Promise<void>): Promise<void> {
  await elsewhere(browser, async (desk) => {
    await signInStaff(desk, account);
    await openFollowUp(desk, kind, seeded);
    await work(desk);
  });
}

const record = (desk: Page) => answered(desk, () => desk.getByRole("button", { name: "记录结论" }).click());

test.describe("按告知承诺准予之后", () => {
  test("L-6-07 决定十三：核查不属实的限期整改，企业得到待办，写明怎样改的，确认后报告整改完成", async ({ page, browser }) => {
    const seeded = await seedCase("commitment-granted");
    await atTask(browser, "shencha", "verification", seeded, async (desk) => {
      await expect(desk.getByRole("region", { name: /^以告知承诺书代替的材料/ })).toContainText("请对照原件");
      await enter(desk, "结论", "不属实，限期整改");
      await record(desk);
      await expect(desk.getByText("请写明核查的情况")).toBeVisible();
      await enter(desk, "核查的情况（企业看得到）", "两名技术人员的社会保险未按承诺缴纳");
      await record(desk);
      await expect(desk.getByText("未完成").first()).toBeVisible();
    });

    await openTodo(page, seeded.account, /^去整改/);
    await expect(page.getByText("两名技术人员的社会保险未按承诺缴纳")).toBeVisible();
    const report = page.getByRole("button", { name: "报告整改完成", exact: true });
    await report.click();
    await expect(page.getByText("请写明整改的情况")).toBeVisible();
    await enter(page, "整改情况", "两人的社会保险已于本月补缴。");
    await report.click();
    await answered(page, () => page.getByRole("dialog", { name: "报告整改完成" }).getByRole("button", { name: "报告", exact: true }).click());
    await expect(page.getByText("已提交，等待核对。")).toBeVisible();
    await open(page, "/home");
    await expect(page.getByRole("link", { name: /^去整改/ })).toBeHidden();
  });

  test("L-4.1.9-03 L-6-07 决定十三：报告了整改的，复核为整改完成即了结；限制期内对话框说明告知承诺制到哪天不能用", async ({ page, browser }) => {
    const seeded = await seedCase("commitment-rectification-reported");
    await atTask(browser, "shencha", "rectification", seeded, async (desk) => {
      await expect(desk.getByRole("region", { name: "企业报告的整改情况" })).toContainText("两人的社会保险已于本月补缴。");
      await enter(desk, "结论", "整改完成");
      await enter(desk, "说明", "补缴记录属实。");
      await record(desk);
      await expect(desk.getByText("已完成").first()).toBeVisible();
    });
    await signIn(page, seeded.account);
    await open(page, "/messages");
    await expect(page.getByText("整改已完成").first()).toBeVisible();
    await open(page, "/guides/scope-change?start");
    await expect(page.getByText(/承诺制：贵单位告知承诺经核查不属实，2027年\d+月\d+日以前（含当日）不能使用/)).toBeVisible();
  });

  test("L-6-07 决定十三：核查不属实而拟撤销的，由另一人确认才生效；许可证已撤销，企业收到理由与依据、听证告知书", async ({ page, browser }) => {
    const seeded = await seedCase("commitment-granted");
    await atTask(browser, "shencha", "verification", seeded, async (desk) => {
      await enter(desk, "结论", "拟撤销许可，送另一人确认");
      await enter(desk, "核查的情况（企业看得到）", "承诺的技术负责人并不在本单位任职");
      await record(desk);
      await expect(desk.getByRole("region", { name: "拟撤销许可" })).toContainText("由签发岗确认之后才生效。");
      await expect(desk.getByRole("button", { name: "确认撤销" })).toBeHidden();
    });
    await signIn(page, seeded.account);
    await expectDelivered(browser, "hearing", await readDocument(page, "听证告知书"));
    await page.goto(`/verify/${seeded.licenceNumber}`);
    await expect(page.getByText("有效", { exact: true })).toBeVisible();

    await atTask(browser, "qianfa", "verification", seeded, async (desk) => {
      await desk.getByRole("button", { name: "确认撤销" }).click();
      await answered(desk, () => desk.getByRole("dialog", { name: "确认撤销" }).getByRole("button", { name: "确认撤销" }).click());
      await expect(desk.getByText(/听证告知书.*送达，企业在.*以前可以要求听证；已书面放弃、或者听证已经结束的，请写明/)).toBeVisible();
      await desk.getByLabel("说明").fill("企业已书面放弃听证");
      await desk.getByRole("button", { name: "确认撤销" }).click();
      await answered(desk, () => desk.getByRole("dialog", { name: "确认撤销" }).getByRole("button", { name: "确认撤销" }).click());
      await expect(desk.getByRole("region", { name: "拟撤销许可" })).toContainText("签发");
      await expect(desk.getByRole("button", { name: "确认撤销" })).toBeHidden();
    });
    await page.reload();
    await expect(page.getByText("已撤销", { exact: true })).toBeVisible();
    await open(page, "/messages");
    await expect(page.getByText(/决定撤销许可证 .*承诺的技术负责人并不在本单位任职/).first()).toBeVisible();
  });
});
