import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { chromium } from "@playwright/test";
import { db } from "@/lib/data/client";
import { ratingAddress } from "@/lib/evaluation/codes";
import { signCode } from "@/lib/integrations/vault/code-token";
import { newLicence } from "@/lib/licensing/businesses/new-licence";
import { cookieFor, startApp } from "./app";
import { freePort } from "./background";
import { type Result, percentile, round } from "./measure";
import { nextFloor } from "./next-floor";
import { prepareApplication } from "./prepare";

/** The last that runs on Node 20. Fetched when it is wanted: 150 packages that nothing else needs (ADR 0032). */
const LIGHTHOUSE = "lighthouse@12.8.2";
const RUNS = 3;

interface Seen {
  /** 0 to 100. */
  score: number;
  /** Seconds until the largest part is shown, on a slow 4G line and a middling phone. */
  largestPaint: number;
  /** How much the page shifts while it loads. */
  shift: number;
}

interface Report {
  categories: { performance: { score: number | null } };
  audits: Record<"largest-contentful-paint" | "cumulative-layout-shift", { numericValue?: number }>;
}

const run = promisify(execFile);

/**
 * A browser of its own for one visit, signed in where a cookie is given. As a header (`--extra-headers`) the cookie would
 * be missing from what the page itself fetches, and each of those would end at the sign-in page.
 */
async function withBrowser<T>(address: string, cookie: string | undefined, look: (port: number) => Promise<T>): Promise<T> {
  const [port, profile] = [await freePort(), mkdtempSync(path.join(tmpdir(), "lighthouse-"))];
  const browser = await chromium.launchPersistentContext(profile, { executablePath: process.env.CHROMIUM_PATH, args: ["--no-sandbox", "--disable-gpu", `--remote-debugging-port=${port}`] });
  try {
    const [name = "", value = ""] = cookie?.split("=") ?? [];
    if (cookie !== undefined) await browser.addCookies([{ name, value, url: new URL(address).origin, httpOnly: true, sameSite: "Lax" }]);
    return await look(port);
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** What Lighthouse says of one visit with its own mobile settings. @throws Error it cannot be had or does not finish */
async function visit(address: string, cookie: string | undefined): Promise<Seen> {
  const parameters = ["--output=json", "--output-path=stdout", "--quiet", "--only-categories=performance", "--disable-storage-reset"];
  const { stdout } = await withBrowser(address, cookie, (port) =>
    run("npm", ["exec", "--yes", `--package=${LIGHTHOUSE}`, "--", "lighthouse", address, `--port=${port}`, ...parameters], { env: { ...process.env, NODE_OPTIONS: "" }, maxBuffer: 64 * 2 ** 20, timeout: 180_000 }),
  );
  const { categories, audits } = JSON.parse(stdout.slice(stdout.indexOf("{"))) as Report;
  return { score: Math.round((categories.performance.score ?? 0) * 100), largestPaint: round((audits["largest-contentful-paint"].numericValue ?? 0) / 1000, 2), shift: round(audits["cumulative-layout-shift"].numericValue ?? 1, 3) };
}

/** It now and then loses the start of its own recording (NO_NAVSTART) and asks to be run again. */
async function visitAgain(address: string, cookie: string | undefined, tries = 3): Promise<Seen> {
  try {
    return await visit(address, cookie);
  } catch (error) {
    const { stderr = String(error) } = error as { stderr?: string };
    if (tries > 1) return visitAgain(address, cookie, tries - 1);
    throw new Error(`Lighthouse ${address}: ${stderr.slice(-500)}`, { cause: error });
  }
}

/** The middle of three visits, number by number. */
async function middle(address: string, cookie?: string): Promise<Seen> {
  const seen: Seen[] = [];
  for (let turn = 0; turn < RUNS; turn += 1) seen.push(await visitAgain(address, cookie));
  const of = (name: keyof Seen): number => percentile(seen.map((one) => one[name]), 0.5);
  return { score: of("score"), largestPaint: of("largestPaint"), shift: of("shift") };
}

interface Area {
  what: string;
  least: number;
  pages: string[];
  cookie?: string;
}

/** P9: Lighthouse on a phone, beside the barest Next page. */
export async function benchLighthouse(dataFolder: string): Promise<Result[]> {
  const floorServer = await nextFloor(dataFolder).start();
  const floor = await middle(`${floorServer.origin}/`);
  await floorServer.stop();
  const app = await startApp(path.join(dataFolder, "p9"), process.env.DATABASE_URL);
  try {
    const { rating, areas } = await pagesToSee();
    const phone = await middle(app.origin + rating);
    const results = [
      resultOf("评价页", 100, { 评价页: phone }, floor),
      {
        id: "P9", what: "评价页的最大一块显出来（慢 4G）", figure: `${phone.largestPaint} 秒`, floor: `裸 Next 页面 ${floor.largestPaint} 秒`, ratio: round(floor.largestPaint / phone.largestPaint, 2),
        target: `≤ ${LATEST} 秒`, reach: { value: phone.largestPaint, wanted: LATEST, unit: "秒", least: false }, pass: phone.largestPaint > 0 && phone.largestPaint <= LATEST, detail: { ...phone },
      },
    ];
    for (const { what, least, pages, cookie } of areas) {
      const seen: Record<string, Seen> = {};
      for (const page of pages) seen[page.replace(/[0-9a-f-]{36}/, "…")] = await middle(app.origin + page, cookie);
      results.push(resultOf(what, least, seen, floor));
    }
    return results;
  } finally {
    await app.stop();
  }
}

const LATEST = 0.7;

async function pagesToSee(): Promise<{ rating: string; areas: Area[] }> {
  const { applicationId, enterprise } = await prepareApplication(60);
  const expiresAt = new Date(Date.now() + 86_400_000);
  const { id } = await db().evaluationCode.create({ data: { kind: "visit", officeCode: "NEEB", servicePoint: "受理窗口", createdById: randomUUID(), expiresAt } });
  const sections = newLicence.sections.slice(0, 2).map(({ key }) => `/applications/${applicationId}/sections/${key}`);
  return {
    rating: ratingAddress(signCode({ id, expiresAt })),
    areas: [
      { what: "公众页面", least: 100, pages: ["/login", "/register", "/guides", "/guides/new-licence", "/notices", "/verify", "/published-ratings"] },
      { what: "企业填报", least: 95, pages: sections, cookie: await cookieFor(enterprise.accountId, "enterprise") },
    ],
  };
}

function resultOf(what: string, least: number, seen: Record<string, Seen>, floor: Seen): Result {
  const [[page = "", lowest = floor] = []] = Object.entries(seen).toSorted(([, a], [, b]) => a.score - b.score);
  const shift = Math.max(...Object.values(seen).map((one) => one.shift));
  return {
    id: "P9", what: `${what}：Lighthouse 手机`, figure: `${lowest.score} 分（${page}，${Object.keys(seen).length} 页中最低），移位 ${shift}`, floor: `裸 Next 页面 ${floor.score} 分`, ratio: round(lowest.score / floor.score, 2),
    target: `≥ ${least} 分，移位 0`, reach: { value: lowest.score, wanted: least, unit: "分", least: true }, pass: lowest.score >= least && shift === 0,
    detail: Object.fromEntries(Object.entries(seen).map(([name, one]) => [name, `${one.score} 分，最大一块 ${one.largestPaint} 秒，移位 ${one.shift}`])),
  };
}
