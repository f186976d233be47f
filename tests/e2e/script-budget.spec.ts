import { gzipSync } from "node:zlib";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { ready } from "./support/fields";
import { listPages, type PageUnderTest, signedInAs } from "./support/pages";

/** Kilobytes of script, gzipped, that the first load of a page may cost. */
const limits = { public: 200, enterprise: 200, admin: 240 } as const;
/** What a page may fetch afterwards, such as the list of districts. */
const later = 60;

interface Visit {
  first: number;
  all: number;
  policy: string;
  troubles: string[];
}

/** Opens a page with an empty cache and keeps count of everything it asks for and complains of. */
async function visit(page: Page, path: string): Promise<Visit> {
  const sizes: Promise<[string, number]>[] = [];
  const troubles: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") troubles.push(message.text().slice(0, 200));
  });
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("requestfailed", (request) => {
    if (request.failure()?.errorText !== "net::ERR_ABORTED") troubles.push(`${request.url()} ${request.failure()?.errorText}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400 && response.url() !== page.url()) troubles.push(`${response.status()} ${response.url()}`);
    if (response.request().resourceType() === "script") sizes.push(response.body().then((body) => [response.url(), gzipSync(body, { level: 9 }).length / 1000]));
  });
  const answer = await page.goto(path);
  const document = (await answer?.text()) ?? "";
  await ready(page);
  await page.waitForLoadState("networkidle");
  const scripts = await Promise.all(sizes);
  const sum = (chosen: [string, number][]): number => chosen.reduce((total, [, size]) => total + size, 0);
  const first = sum(scripts.filter(([url]) => document.includes(new URL(url).pathname)));
  return { first, all: sum(scripts), policy: answer?.headers()["content-security-policy"] ?? "", troubles };
}

test.describe("L-1-04 每一页的首次打开", () => {
  let pages: PageUnderTest[] = [];
  let contexts = new Map<string, BrowserContext>();

  test.beforeAll(async ({ browser }) => {
    test.setTimeout(300_000);
    pages = await listPages();
    contexts = await signedInAs(browser, pages);
  });
  test.afterAll(() => Promise.all([...contexts.values()].map((context) => context.close())));

  for (const [area, limit] of Object.entries(limits)) {
    test(`${area}：脚本不超过 ${limit} kB，内容安全策略带 nonce，没有报错与失败的请求`, async () => {
      test.setTimeout(600_000);
      const faults: string[] = [];
      for (const { path, name, account = "" } of pages.filter((one) => one.area === area && one.name !== "没有的页面")) {
        const page = await contexts.get(account)?.newPage();
        if (!page) throw new Error(`nobody is signed in for ${name}`);
        const { first, all, policy, troubles } = await visit(page, path);
        if (first === 0 || first > limit) faults.push(`${name}：首次 ${first.toFixed(1)} kB`);
        if (all > limit + later) faults.push(`${name}：连同随后载入的 ${all.toFixed(1)} kB`);
        if (!/script-src [^;]*'nonce-[^']+'/.test(policy) || /script-src [^;]*'unsafe-inline'/.test(policy)) faults.push(`${name}：内容安全策略 ${policy}`);
        faults.push(...troubles.map((trouble) => `${name}：${trouble}`));
        await page.close();
      }
      expect(faults).toEqual([]);
    });
  }
});
