import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { ready } from "./support/fields";
import { listPages, type PageUnderTest, signedInAs } from "./support/pages";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const looks = [
  { width: 1280, theme: "light" },
  { width: 360, theme: "light" },
  { width: 1280, theme: "dark" },
  { width: 360, theme: "large" },
] as const;

/** What axe finds and whether the page scrolls sideways, in one line each. */
async function faultsOf(page: Page, { name, path }: PageUnderTest, look: (typeof looks)[number]): Promise<string[]> {
  await page.setViewportSize({ width: look.width, height: 800 });
  await page.goto(path);
  await ready(page);
  await page.evaluate((theme) => (document.documentElement.dataset.theme = theme), look.theme);
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  const where = `${name}（${look.width}，${look.theme}）`;
  return [
    ...violations.map(({ id, nodes }) => `${where}：${id} ${nodes.map(({ target }) => target.join(" ")).slice(0, 3).join("；")}`),
    ...(sideways ? [`${where}：横向滚动`] : []),
  ];
}

test.describe("L-1-03 L-1-04 无障碍：WCAG 2.2 AA，宽屏与手机，明、暗、大字", () => {
  let pages: PageUnderTest[] = [];
  let contexts = new Map<string, BrowserContext>();

  test.beforeAll(async ({ browser }) => {
    test.setTimeout(300_000);
    pages = await listPages();
    contexts = await signedInAs(browser, pages);
  });
  test.afterAll(() => Promise.all([...contexts.values()].map((context) => context.close())));

  for (const [area, label] of Object.entries({ public: "公众页面", enterprise: "企业页面", admin: "内网页面" })) {
    test(`${label}没有一处违反`, async () => {
      test.setTimeout(900_000);
      const faults: string[] = [];
      for (const one of pages.filter((candidate) => candidate.area === area)) {
        const page = await contexts.get(one.account ?? "")?.newPage();
        if (!page) throw new Error(`nobody is signed in for ${one.name}`);
        for (const look of looks) faults.push(...(await faultsOf(page, one, look)));
        await page.close();
      }
      expect(faults).toEqual([]);
    });
  }
});
