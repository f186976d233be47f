import { gzipSync } from "node:zlib";
import type { Page, Response } from "@playwright/test";
import { ready } from "./fields";

/** Kilobytes of script, gzipped: what the document itself names, and all that came; its policy and what it complained of. */
export interface Visit {
  first: number;
  all: number;
  policy: string;
  troubles: string[];
}

/** A script's address carries its content: weighed once, however many pages load it. */
const weights = new Map<string, Promise<number>>();

function weightOf(response: Response): Promise<number> {
  const url = response.url();
  const known = weights.get(url) ?? response.body().then((body) => gzipSync(body, { level: 9 }).length / 1000);
  weights.set(url, known);
  return known;
}

/** Opens a page with an empty cache and keeps count of everything it asks for and complains of. */
export async function visit(page: Page, path: string): Promise<Visit> {
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
    if (response.request().resourceType() === "script") sizes.push(weightOf(response).then((weight) => [response.url(), weight]));
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
