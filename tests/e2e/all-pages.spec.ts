import { type BrowserContext, expect, test } from "@playwright/test";
import { keyboardFaultsOf } from "./support/keyboard";
import { looksOf } from "./support/looks";
import { listPages, type PageUnderTest, signedInAs } from "./support/pages";
import { visit } from "./support/visit";

/** Kilobytes of script, gzipped, that the first load of a page may cost. */
const limits = { public: 200, enterprise: 200, admin: 240 } as const;
const labels = { public: "公众页面", enterprise: "企业页面", admin: "内网页面" } as const;
/** The desk has half of all pages: two tests look at every second one each, so that several workers share the work. */
const parts = [{ area: "public", part: 0, of: 1 }, { area: "enterprise", part: 0, of: 1 }, { area: "admin", part: 0, of: 2 }, { area: "admin", part: 1, of: 2 }] as const;
/** What a page may fetch afterwards, such as the list of districts. */
const later = 60;

/** Made once for each worker; a hook would bind the tests together that are to share the workers. */
let pages: Promise<PageUnderTest[]> | undefined;

test.describe("L-1-03 L-1-04 每一页：首次打开的脚本、内容安全策略、报错；WCAG 2.2 AA，宽屏与手机，明、暗、大字（隔一页），只用键盘", () => {
  test.describe.configure({ mode: "parallel" });

  /** One page, loaded once: what it cost, what it complained of, then what axe finds in each look, and what the keyboard meets on its way through. */
  async function faultsOf(contexts: ReadonlyMap<string, BrowserContext>, { name, path, area, account = "" }: PageUnderTest, turn: number): Promise<string[]> {
    const page = await contexts.get(account)?.newPage();
    if (!page) throw new Error(`nobody is signed in for ${name}`);
    const { first, all, policy, troubles } = await visit(page, path);
    const missing = name.startsWith("没有的页面");
    const faults = [
      ...(missing || (first > 0 && first <= limits[area]) ? [] : [`${name}：首次 ${first.toFixed(1)} kB，限 ${limits[area]} kB`]),
      ...(all > limits[area] + later ? [`${name}：连同随后载入的 ${all.toFixed(1)} kB`] : []),
      ...(missing || (/script-src [^;]*'nonce-[^']+'/.test(policy) && !/script-src [^;]*'unsafe-inline'/.test(policy)) ? [] : [`${name}：内容安全策略 ${policy}`]),
      ...(missing ? [] : troubles.map((trouble) => `${name}：${trouble}`)),
      ...(await looksOf(page, name, turn)),
      ...(await keyboardFaultsOf(page, name)),
    ];
    await page.close();
    return faults;
  }

  for (const { area, part, of } of parts) {
    test(`${labels[area]}${of > 1 ? `（${of} 份之 ${part + 1}）` : ""}没有一处违反，首次打开的脚本不超过 ${limits[area]} kB`, async ({ browser }) => {
      test.setTimeout(900_000);
      const own = [...(await (pages ??= listPages())).filter((candidate) => candidate.area === area).entries()].filter(([index]) => index % of === part).map(([, page]) => page);
      const contexts = await signedInAs(browser, own);
      const faults: string[] = [];
      for (const [turn, one] of own.entries()) faults.push(...(await faultsOf(contexts, one, turn)));
      await Promise.all([...contexts.values()].map((context) => context.close()));
      expect(faults).toEqual([]);
    });
  }
});
