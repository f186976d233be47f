import { expect, test } from "@playwright/test";
import { personName, residentIdNumber } from "../../prisma/seed/identities";
import { elsewhere, signIn, signInStaff } from "./support/accounts";
import { start, submit } from "./support/businesses";
import { seedCase } from "./support/cases";
import { letFollowUpLapse, putJobInQueue } from "./support/database";
import { openFollowUp, openTodo } from "./support/follow-ups";
import { answered, enter, enterAll, open, ready, upload } from "./support/fields";
import { atDesk, decide } from "./support/review";
import { pdf } from "./support/scans";

const TITLE = "职称证书";
const DEFERRED = `技术负责人：${TITLE}`;

test.describe("容缺受理", () => {
  test("L-4.1.7-01 L-4.1.7-08 L-4.1.7-11 L-4.3.10-03 选容缺申请，缺可以后补的职称证书照样提交；受理岗只能容缺受理，企业得到带期限的待办", async ({ page, browser }) => {
    const seeded = await seedCase("granted");
    await signIn(page, seeded.account);
    const applicationId = await start(page, /^许可事项变更/, "application-category", "容缺申请");
    await enterAll(page, { 申请性质: "变更类别或等级", 承试: "不申请", 提交类型: "法定代表人提交", 提交人姓名: personName(1), "提交人证件号（身份证号）": residentIdNumber(1), 提交人手机: "13900000001" });
    for (const slot of ["法定代表人自行提交声明及身份证", "法定代表人声明", "容缺受理申请及补齐承诺"]) await upload(page, slot, await pdf(`${slot}.pdf`));
    await page.getByRole("button", { name: "下一步", exact: true }).click();
    await page.waitForURL("**/basic-information");
    await ready(page);
    await upload(page, "许可证申请表（签字盖章）", await pdf("许可证申请表.pdf"));

    await open(page, `/applications/${applicationId}/sections/technical-lead`);
    const title = page.getByRole("listitem").filter({ has: page.getByLabel(`选取文件：${TITLE}`, { exact: true }) });
    await expect(title).toContainText("可在受理后补");
    await answered(page, () => title.getByRole("button", { name: /^删除/ }).click());
    await expect(title).toContainText("尚未上传");
    await open(page, `/applications/${applicationId}/sections/submission`);
    await expect(page.getByRole("heading", { name: "受理后要补的材料 1 份" })).toBeVisible();
    await expect(page.getByRole("listitem").filter({ hasText: DEFERRED })).toBeVisible();
    await submit(page);

    await atDesk(browser, "shouli", applicationId, async (desk) => {
      await expect(desk.getByText("还缺 1 份容缺材料，请办理容缺受理")).toBeVisible();
      await desk.getByRole("button", { name: "容缺受理", exact: true }).click();
      await expect(desk.getByRole("dialog", { name: "容缺受理" }).getByRole("listitem")).toHaveText(DEFERRED);
      await desk.getByRole("dialog").getByRole("button", { name: "取消" }).click();
      await decide(desk, { label: "容缺受理" });
    });
    await open(page, "/home");
    const todo = page.getByRole("region", { name: /^待办/ }).getByRole("listitem").filter({ hasText: "请补齐容缺材料" });
    await expect(todo).toContainText("还缺 1 份");
    await expect(todo).toContainText("剩 10 个工作日");
    await expect(todo.getByRole("link", { name: /^去补齐/ })).toBeVisible();
  });

  test("L-4.1.7-11 L-6-07 期限内补齐：提交补齐材料，受理岗核对为按时补齐，审查可以往下办", async ({ page, browser }) => {
    const seeded = await seedCase("deferral-title-open");
    await openTodo(page, seeded.account, /^去补齐/);
    const send = page.getByRole("button", { name: "提交补齐材料", exact: true });
    await expect(send).toHaveAttribute("aria-disabled", "true");
    await upload(page, DEFERRED, await pdf("职称证书.pdf"));
    await send.click();
    await answered(page, () => page.getByRole("dialog", { name: "提交补齐材料" }).getByRole("button", { name: "提交", exact: true }).click());
    await expect(page.getByText("已提交，等待核对。")).toBeVisible();

    await atDesk(browser, "shencha", seeded.applicationId, async (desk) => {
      await decide(desk, { label: "开始审查" });
      await expect(desk.getByText("容缺材料已补交，请先在“后续任务”里核对").first()).toBeVisible();
      await elsewhere(browser, async (other) => {
        await signInStaff(other, "shouli");
        await openFollowUp(other, "deferral", seeded);
        await expect(other.getByRole("link", { name: "职称证书.pdf" })).toBeVisible();
        await enter(other, "结论", "按时补齐");
        await answered(other, () => other.getByRole("button", { name: "记录结论" }).click());
        await expect(other.getByText("已完成").first()).toBeVisible();
      });
      await open(desk, `/admin/applications/${seeded.applicationId}`);
      await decide(desk, { label: "提出审查意见", said: { 意见: "材料已补齐，同意。" } });
    });
    await page.reload();
    await expect(page.getByText("不用再办。")).toBeVisible();
  });

  test("L-4.1.7-04 L-4.1.7-12 逾期没有补：系统不予许可，待办消失；再申请时说明到哪天不能容缺，只能按一般程序", async ({ page }) => {
    const seeded = await seedCase("deferral-title-open");
    await letFollowUpLapse(seeded.applicationId);
    await openTodo(page, seeded.account, /^去补齐/);
    await expect(page.getByText("期限已过。")).toBeVisible();
    await expect(page.getByRole("button", { name: "提交补齐材料" })).toBeHidden();
    await putJobInQueue("deferral-deadline");
    await expect(async () => {
      await page.reload();
      await expect(page.getByText("没有完成。")).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 40_000 });
    await expect(page.getByText(/逾期未补齐容缺材料。申请已不予许可，两年内不得再申请容缺受理/)).toBeVisible();

    await open(page, "/home");
    await expect(page.getByRole("link", { name: /^去补齐/ })).toBeHidden();
    await page.getByRole("region", { name: "承装修试业务许可申请" }).getByRole("link", { name: "许可证新申请", exact: true }).click();
    await page.waitForURL("**/guides/new-licence?start");
    const dialog = page.getByRole("dialog", { name: "许可证新申请：选择办理方式" });
    await expect(dialog.getByText(/容缺受理：贵单位曾申请容缺受理而没有按时提交容缺材料，2028年\d+月\d+日以前（含当日）不能使用/)).toBeVisible();
    await expect(dialog.getByRole("button", { name: "容缺申请" })).toBeHidden();
    await dialog.getByRole("button", { name: "按一般程序办理", exact: true }).click();
    await page.waitForURL("**/sections/application-category");
    await expect(page.getByText("一般程序", { exact: true }).first()).toBeVisible();
  });
});
