import { type Browser, expect, type Locator, test } from "@playwright/test";
import { elsewhere, signIn } from "./support/accounts";
import { seedCase } from "./support/cases";
import { counterpartyOf, storedLicences } from "./support/database";
import { answered, enter, open, ready } from "./support/fields";
import { atDesk, decide } from "./support/review";

/** The signer reads on the case and again before confirming what happens to whom, signs, and reads that it has happened. */
async function sign(browser: Browser, applicationId: string, effects: readonly (readonly [string, string])[]): Promise<void> {
  await atDesk(browser, "qianfa", applicationId, async (desk) => {
    const told = async (where: Locator): Promise<void> => {
      for (const said of effects.flat()) await expect(where).toContainText(said);
    };
    await told(desk.getByRole("region", { name: "准予之后", exact: true }));
    await desk.getByRole("button", { name: "准予许可", exact: true }).click();
    const dialog = desk.getByRole("dialog", { name: "准予许可" });
    await told(dialog);
    await answered(desk, () => dialog.getByRole("button", { name: "确定准予许可", exact: true }).click());
    await expect(dialog).toBeHidden();
    await told(desk.getByRole("region", { name: "已经生效", exact: true }));
  });
}

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

  test("L-4.8.1-02 L-4.8.3-01 分立：原企业看到自己的许可证怎样变、哪一人转走，同意之后受理岗受理", async ({ page, browser }) => {
    const made = await seedCase("division-submitted");
    const party = await counterpartyOf(made.applicationId);
    const [licence] = await storedLicences(party.uscc);
    await signIn(page, party.login);
    await page.getByRole("link", { name: /^去确认/ }).first().click();
    await page.waitForURL(`**/confirmations/${made.applicationId}`);
    await ready(page);
    const own = page.getByRole("region", { name: "对本单位的作用" });
    await expect(own).toContainText(`许可证 ${licence?.number} 由承装五级、承试五级变更为承装五级，编号与有效期`);
    await expect(own).toContainText(`转到${made.enterprise}的人员（1 人）`);
    await expect(page.getByRole("region", { name: "对其他各方的作用" })).toContainText("发给新的许可证：承试五级");
    await page.getByRole("button", { name: "同意", exact: true }).click();
    await answered(page, () => page.getByRole("dialog", { name: "同意？" }).getByRole("button", { name: "确定同意" }).click());
    await expect(page.getByText("已同意。")).toBeVisible();
    await atDesk(browser, "shouli", made.applicationId, (desk) => decide(desk, { label: "受理" }));
  });

  test("L-4.9.8-02 决定八 分立：签发前看清各方许可证与人员怎样变，签发之后一发一改，两件都有效", async ({ page, browser }) => {
    const made = await seedCase("division-awaiting-signature");
    const party = await counterpartyOf(made.applicationId);
    const [before] = await storedLicences(party.uscc);
    await sign(browser, made.applicationId, [
      [made.enterprise, "发给新的许可证：承试五级，有效期6年"],
      [party.name, `许可证 ${before?.number} 由承装五级、承试五级变更为承装五级`],
    ]);
    expect(await storedLicences(party.uscc)).toEqual([{ number: before?.number, state: "valid", scopeText: "承装五级" }]);
    const [issued] = await storedLicences(made.uscc);
    expect(issued).toMatchObject({ state: "valid", scopeText: "承试五级" });
    for (const [number, holder, scope] of [[issued?.number, made.enterprise, "承试五级"], [before?.number, party.name, "承装五级"]]) {
      await page.goto(`/verify/${number}`);
      await expect(page.getByText("有效", { exact: true })).toBeVisible();
      await expect(page.getByText(holder ?? "").first()).toBeVisible();
      await expect(page.getByText(scope ?? "").first()).toBeVisible();
    }
  });

  test("L-4.9.8-01 L-4.9.8-02 合并：签发前看清作用，签发之后发新证、原证注销，被吸收方收到消息", async ({ page, browser }) => {
    const made = await seedCase("merger-awaiting-signature");
    const party = await counterpartyOf(made.applicationId);
    const [before] = await storedLicences(party.uscc);
    await sign(browser, made.applicationId, [
      [made.enterprise, "发给新的许可证：承装五级、承试五级，有效期6年"],
      [party.name, `许可证 ${before?.number}（承装五级、承试五级）注销`],
    ]);
    expect(await storedLicences(party.uscc)).toMatchObject([{ number: before?.number, state: "cancelled" }]);
    const [issued] = await storedLicences(made.uscc);
    for (const [number, word] of [[issued?.number, "有效"], [before?.number, "已注销"]]) {
      await page.goto(`/verify/${number}`);
      await expect(page.getByText(word ?? "", { exact: true })).toBeVisible();
    }
    await signIn(page, party.login);
    await open(page, "/messages");
    await expect(page.getByText(`${made.number}`).first()).toBeVisible();
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
