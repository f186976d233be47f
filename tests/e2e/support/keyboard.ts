import type { Page } from "@playwright/test";
import { beginWalk, type Walk } from "./keyboard-walk";

type Walked = { walk: Walk };

/** Most presses a page may need: what goes on longer goes round in circles. */
const rounds = 4;

/** The page walked with Tab from its top to its end, on a wide screen: what a person without a mouse could not reach or see, in one line each with the WCAG number. */
export async function keyboardFaultsOf(page: Page, name: string): Promise<string[]> {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.evaluate(() => {
    document.documentElement.dataset.theme = "light";
    window.scrollTo(0, 0);
  });
  await page.evaluate(beginWalk);
  const faults = [...(await walkThrough(page)), ...(await skipLinkFaults(page))];
  return faults.map((fault) => `${name}（键盘）：${fault}`);
}

async function walkThrough(page: Page): Promise<string[]> {
  let presses = await page.evaluate(() => (window as unknown as Walked).walk.presses);
  for (let round = 0; round < rounds; round += 1) {
    await pressTab(page, presses);
    const { ended, faults, missed } = await page.evaluate(() => {
      const { walk } = window as unknown as Walked;
      return { ended: walk.ended, faults: walk.faults, missed: walk.ended ? walk.missed() : [] };
    });
    if (ended) return [...faults, ...missed];
    presses = 12;
  }
  return ["2.1.2 走不到头"];
}

/** Sent together and past Playwright's own record of every action, which costs more than the key: the page takes them one after the other. */
async function pressTab(page: Page, times: number): Promise<void> {
  const keys = await page.context().newCDPSession(page);
  const tab = { key: "Tab", code: "Tab", windowsVirtualKeyCode: 9 };
  await Promise.all(Array.from({ length: times }, () => keys.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...tab })));
  await keys.send("Input.dispatchKeyEvent", { type: "keyUp", ...tab });
  await keys.detach();
}

/** The first stop says 跳到主要内容, and Enter on it goes there. */
async function skipLinkFaults(page: Page): Promise<string[]> {
  const found = await page.evaluate(() => {
    const first = (window as unknown as Walked).walk.first();
    first?.focus();
    return first?.matches("a.skip[href='#main']") === true;
  });
  if (!found) return ["2.4.1 第一站不是“跳到主要内容”"];
  await page.keyboard.press("Enter");
  const { arrived, stops } = await page.evaluate(() => ({ arrived: document.activeElement?.id === "main", stops: document.querySelector("main a[href], main button") !== null }));
  if (!arrived) return ["2.4.1 “跳到主要内容”没有跳到主要内容"];
  await page.keyboard.press("Tab");
  const within = await page.evaluate(() => document.activeElement?.closest("main") !== null);
  return stops && !within ? ["2.4.1 跳过之后的一站不在主要内容里"] : [];
}
