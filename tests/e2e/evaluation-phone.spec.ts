import AxeBuilder from "@axe-core/playwright";
import { type Browser, type BrowserContext, expect, type Page, test } from "@playwright/test";
import { signInStaff } from "./support/accounts";
import { ready } from "./support/fields";

const point = `扫码窗口${Date.now() % 1_000_000}`;
const mobile = `139${String(Date.now() % 100_000_000).padStart(8, "0")}`;
const phones = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };

/** The address a code leads to: made by the officer, as on the poster. */
async function ratingAddress(browser: Browser): Promise<string> {
  const page = await browser.newPage();
  await signInStaff(page, "pingjia");
  await page.goto("/admin/evaluations/codes/visit");
  await ready(page);
  await page.getByLabel("服务点", { exact: false }).first().fill(point);
  await page.getByRole("button", { name: "生成", exact: true }).click();
  await page.getByRole("status").getByRole("link", { name: "打开二维码" }).click();
  const picture = page.getByRole("link", { name: new RegExp(`${point}的评价二维码`) });
  const address = new URL((await picture.getAttribute("href")) ?? "", page.url()).href;
  await page.close();
  return address;
}

const faults = async (page: Page): Promise<string[]> => (await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze()).violations.map(({ id }) => id);
const sideways = (page: Page): Promise<boolean> => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);

/** Nobody fills the page in less than two seconds. */
async function hand(page: Page): Promise<void> {
  await page.waitForTimeout(2_100);
  await page.getByRole("button", { name: "提交", exact: true }).click();
}

test.describe("手机评价页", () => {
  let address = "";
  test.beforeAll(async ({ browser }) => {
    address = await ratingAddress(browser);
  });

  const phone = async (browser: Browser, more: object = {}): Promise<{ context: BrowserContext; page: Page; requests: string[] }> => {
    const context = await browser.newContext({ ...phones, ...more });
    const page = await context.newPage();
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(address);
    return { context, page, requests };
  };

  test("L-5.2.2-01 L-5.2.2-02 L-5.2.2-03 L-5.2.2-05 P-1-07 不开脚本、不登录：一个请求，选等级展开详情，缺的说明、填的都在，提交后感谢", async ({ browser }) => {
    const { context, page, requests } = await phone(browser, { javaScriptEnabled: false });
    expect(requests).toEqual([address]);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(point);
    await page.getByRole("radio", { name: /^不满意/ }).check();
    await expect(page.getByLabel("没有提供材料清单")).toBeVisible();
    await expect(page.getByLabel("服务热情效率高")).toBeHidden();
    await page.getByLabel("意见建议").fill("");
    await page.getByLabel("手机号码").fill("1390000");
    await hand(page);
    await expect(page.getByText("有 2 处需要修改")).toBeVisible();
    await expect(page.getByRole("radio", { name: /^不满意/ })).toBeChecked();
    await expect(page.getByLabel("手机号码")).toHaveValue("1390000");
    await page.getByRole("link", { name: "请输入正确的手机号码" }).click();
    await page.getByLabel("没有提供材料清单").check();
    await page.getByLabel("手机号码").fill(`+86 ${mobile}`);
    await hand(page);
    await expect(page.getByRole("heading", { name: "谢谢，评价已提交" })).toBeVisible();
    await expect(page.getByText(`${mobile.slice(0, 3)}****${mobile.slice(-4)}`)).toBeVisible();
    await page.reload();
    await expect(page.getByRole("heading", { name: "谢谢，评价已提交" })).toBeVisible();
    await context.close();
  });

  test("L-5.2.2-04 同一手机号再评被拒，说明何时可以再评；各页没有无障碍问题，320 宽不横滚，暗色也是", async ({ browser }) => {
    const { context, page } = await phone(browser, { colorScheme: "dark" });
    expect([await faults(page), await sideways(page)]).toEqual([[], false]);
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 320, height: 640 });
    await page.getByRole("radio", { name: /^非常满意/ }).check();
    expect([await faults(page), await sideways(page)]).toEqual([[], false]);
    await page.getByLabel("手机号码").fill(mobile);
    await hand(page);
    await expect(page.getByRole("link", { name: /五天内已评价过，.*之后可以再评/ })).toBeVisible();
    expect([await faults(page), await sideways(page)]).toEqual([[], false]);
    await page.goto(`${address.slice(0, -4)}AAAA`);
    await expect(page.getByRole("heading", { name: "没有找到这个二维码" })).toBeVisible();
    expect(await faults(page)).toEqual([]);
    await context.close();
  });
});
