import { type Browser, expect, type Page } from "@playwright/test";
import { elsewhere, signInStaff } from "./accounts";
import { open } from "./fields";

/** The enterprise opens the document that came with a message; gives its number. */
export async function readDocument(page: Page, title: string): Promise<string> {
  await open(page, "/messages");
  const link = page.getByRole("link", { name: new RegExp(`^查看《${title}》`) }).first();
  const [words, address] = [await link.innerText(), await link.getAttribute("href")];
  const answer = await page.request.get(address ?? "");
  expect(answer.headers()["content-type"]).toBe("application/pdf");
  expect((await answer.body()).subarray(0, 5).toString()).toBe("%PDF-");
  return words.slice(words.indexOf("》") + 1).trim();
}

/** The office sees in its list that the document has been delivered. */
export async function expectDelivered(browser: Browser, kind: string, number: string): Promise<void> {
  await elsewhere(browser, async (desk) => {
    await signInStaff(desk, "shouli");
    await open(desk, `/admin/documents?state=delivered&kind=${kind}`);
    await expect(desk.getByRole("row").filter({ hasText: number })).toContainText("已送达");
  });
}
