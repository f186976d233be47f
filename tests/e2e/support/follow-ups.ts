import type { Page } from "@playwright/test";
import { signIn } from "./accounts";
import type { SeededCase } from "./cases";
import { open, ready } from "./fields";

/** An enterprise signs in and opens what its home page asks for, such as 去补齐. */
export async function openTodo(page: Page, account: string, what: RegExp): Promise<void> {
  await signIn(page, account);
  await page.getByRole("link", { name: what }).click();
  await page.waitForURL("**/follow-ups/*");
  await ready(page);
}

/** Someone at a desk finds the task of a case in the list of follow-ups and opens it. */
export async function openFollowUp(desk: Page, kind: string, { number, enterprise }: Pick<SeededCase, "number" | "enterprise">): Promise<void> {
  await open(desk, `/admin/follow-ups?kind=${kind}`);
  await desk.getByRole("row").filter({ hasText: number }).getByRole("link", { name: enterprise }).click();
  await desk.waitForURL("**/admin/follow-ups/*");
  await ready(desk);
}
