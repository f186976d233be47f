import { type Browser, expect, type Page } from "@playwright/test";
import { elsewhere, signInStaff } from "./accounts";
import { answered, enter, open, ready } from "./fields";

export interface Decision {
  label: string;
  said?: Readonly<Record<string, string>>;
}

/** Decides as a person at the desk: the button, what must be said, the confirmation. */
export async function decide(page: Page, { label, said = {} }: Decision): Promise<void> {
  await page.getByRole("button", { name: new RegExp(`^${label}`) }).click();
  const dialog = page.getByRole("dialog");
  for (const [field, text] of Object.entries(said)) await enter(dialog, field, text);
  await answered(page, () => dialog.getByRole("button", { name: `确定${label}`, exact: true }).click());
  await expect(dialog).toBeHidden();
}

/** Signs in at another computer, opens the case and works on it. */
export async function atDesk(browser: Browser, account: string, applicationId: string, work: (page: Page) => Promise<void>): Promise<void> {
  await elsewhere(browser, async (page) => {
    await signInStaff(page, account);
    await open(page, `/admin/applications/${applicationId}`);
    await ready(page);
    await work(page);
  });
}
