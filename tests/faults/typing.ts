import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { db } from "@/lib/data/client";
import { cookieFor } from "../bench/app";
import { readyToSubmit } from "./cases";
import type { Fault } from "./fault";
import { worldBehindServer } from "./requests";

const FIELD = "审计报告文号";

interface Desk {
  context: BrowserContext;
  open: () => Promise<Page>;
}

async function typed(page: Page, words: string): Promise<void> {
  await page.getByLabel(FIELD).fill(words);
}

const shown = (page: Page): Promise<string> => page.getByLabel(FIELD).inputValue();

/** Closing the tab: the browser asks, and who stays has everything. */
async function closing({ open }: Desk): Promise<boolean> {
  const page = await open();
  await typed(page, "关闭之前写的");
  const asked = new Promise<boolean>((resolve) => {
    page.once("dialog", (dialog) => void dialog.dismiss().then(() => resolve(dialog.type() === "beforeunload")));
    setTimeout(() => resolve(false), 5_000);
  });
  await page.close({ runBeforeUnload: true });
  const stayed = (await asked) && (await shown(page)) === "关闭之前写的";
  page.on("dialog", (dialog) => void dialog.accept());
  await page.close();
  return stayed;
}

/** The tab is gone without a question (a crash): the next one offers what was typed. */
async function crashing({ open }: Desk): Promise<boolean> {
  const page = await open();
  await typed(page, "崩溃之前写的");
  await page.waitForTimeout(1_500);
  page.on("dialog", (dialog) => void dialog.accept());
  await page.goto("about:blank").catch(() => undefined);
  await page.close();
  const next = await open();
  const offer = next.getByRole("button", { name: /恢复/ }).first();
  await offer.click({ timeout: 10_000 }).catch(() => undefined);
  const back = (await shown(next)) === "崩溃之前写的";
  await next.getByRole("button", { name: "保存", exact: true }).first().click();
  await next.waitForTimeout(1_500);
  await next.close();
  return back;
}

/** Offline while saving: nothing goes, and once back it is saved. */
async function offline({ context, open }: Desk, applicationId: string): Promise<boolean> {
  const page = await open();
  await typed(page, "断网时写的");
  await context.setOffline(true);
  await page.getByRole("button", { name: "保存", exact: true }).first().click();
  await page.waitForTimeout(1_000);
  const kept = (await shown(page)) === "断网时写的";
  await context.setOffline(false);
  await page.getByRole("button", { name: "保存", exact: true }).first().click();
  await page.waitForTimeout(2_000);
  const stored = await storedIn(applicationId);
  await page.close();
  return kept && stored === "断网时写的";
}

/** The session ends while somebody types. */
async function expired({ open }: Desk, accountId: string): Promise<boolean> {
  const page = await open();
  await typed(page, "过期之后写的");
  await db().session.updateMany({ where: { accountId }, data: { endedAt: new Date(), endReason: "idle" } });
  await page.getByRole("button", { name: "保存", exact: true }).first().click();
  await page.waitForTimeout(2_000);
  const offered = await page.getByRole("dialog").count();
  const kept = (await shown(page)) === "过期之后写的" && offered > 0 && page.url().includes("basic-information");
  page.on("dialog", (dialog) => void dialog.accept());
  await page.close();
  return kept;
}

async function storedIn(applicationId: string): Promise<unknown> {
  const { data } = await db().sectionAnswer.findUniqueOrThrow({ where: { applicationId_sectionKey: { applicationId, sectionKey: "basic-information" } } });
  return (data as Record<string, unknown>).auditReportNo;
}

/** T22: nothing typed is lost without a question asked. */
export const typingKept: Fault = {
  id: "T22", what: "填写时关闭标签页、崩溃、断网、会话过期", target: "没有问过就丢的 0 次",
  async run() {
    const { server: { origin } } = await worldBehindServer();
    const { enterprise, applicationId } = await readyToSubmit();
    const browser = await chromium.launch({ ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}), args: ["--no-sandbox", "--disable-gpu"] });
    try {
      const context = await browser.newContext({ locale: "zh-CN" });
      const [name = "", value = ""] = (await cookieFor(enterprise.accountId, "enterprise")).split(/=(.*)/s);
      await context.addCookies([{ name, value, url: origin }]);
      const open = async (): Promise<Page> => {
        const page = await context.newPage();
        await page.goto(`${origin}/applications/${applicationId}/sections/basic-information`);
        await page.waitForLoadState("networkidle");
        return page;
      };
      const desk = { context, open };
      const kept = { 关闭: await closing(desk), 崩溃: await crashing(desk), 断网: await offline(desk, applicationId), 过期: await expired(desk, enterprise.accountId) };
      const lost = Object.entries(kept).filter(([, whole]) => !whole).map(([way]) => way);
      return { figure: `四种情形，丢了 ${lost.length}${lost.length > 0 ? `（${lost.join("、")}）` : ""}`, pass: lost.length === 0, detail: { lost: lost.join(" ") } };
    } finally {
      await browser.close();
    }
  },
};
