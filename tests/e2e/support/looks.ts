import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** Colours change with the theme, sizes with the width and the letters, and on a phone other parts are shown; what is none of these is the same in every look and asked once. */
const looks = [
  { width: 1280, theme: "light", rules: undefined },
  { width: 360, theme: "light", rules: ["target-size", "scrollable-region-focusable", "color-contrast", "label", "button-name", "link-name", "aria-hidden-focus", "nested-interactive", "list", "listitem", "definition-list", "dlitem", "select-name", "aria-allowed-attr", "aria-required-attr", "aria-required-children", "aria-required-parent", "aria-roles", "aria-valid-attr-value", "aria-command-name", "aria-input-field-name", "aria-toggle-field-name"] },
  { width: 1280, theme: "dark", rules: ["color-contrast"] },
  { width: 360, theme: "large", rules: ["target-size", "scrollable-region-focusable"] },
] as const;

type Look = (typeof looks)[number];

/** The sizes of large print take axe longest: every second page; that nothing scrolls sideways is asked of all. */
const isScanned = ({ theme }: Look, turn: number): boolean => theme !== "large" || turn % 2 === 1;

/** What axe finds and whether the page scrolls sideways, in one line each; the page, once loaded, is turned to each look. */
export async function looksOf(page: Page, name: string, turn: number): Promise<string[]> {
  const faults: string[] = [];
  for (const look of looks) {
    const { width, theme } = look;
    await page.setViewportSize({ width, height: 800 });
    await page.evaluate((value) => {
      document.documentElement.dataset.theme = value;
      window.scrollTo(0, 0);
    }, theme);
    const where = `${name}（${width}，${theme}）`;
    if (isScanned(look, turn)) faults.push(...(await scan(page, look, where)));
    if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)) faults.push(`${where}：横向滚动`);
  }
  return faults;
}

async function scan(page: Page, { theme, rules }: Look, where: string): Promise<string[]> {
  // In the page at once: the other way opens an empty page beside it for every scan, half of the time
  const builder = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (rules ? builder.withRules([...rules]) : builder.withTags(tags)).analyze();
  const covered = theme === "dark" ? [] : await coveredTargets(page);
  return [
    ...violations.map(({ id, nodes }) => `${where}：${id} ${nodes.map(({ target }) => target.join(" ")).slice(0, 3).join("；")}`),
    ...covered.map((target) => `${where}：滚动后被遮住 ${target}`),
  ];
}

type Axe = { run: (options: { runOnly: string[] }) => Promise<{ violations: { nodes: { target: string[] }[] }[] }> };

/** Bars that stay in place may cover part of a control at one place of the page and not at another: look at two more. The scan before has left axe in the page. */
function coveredTargets(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const stays = (node: Element) => ["sticky", "fixed"].includes(getComputedStyle(node).position) && node.querySelector("a, button, input") !== null;
    const rest = document.documentElement.scrollHeight - window.innerHeight;
    if (rest <= 0 || ![...document.querySelectorAll("main *")].some(stays)) return [];
    const found = new Set<string>();
    for (const top of [rest / 3, (2 * rest) / 3]) {
      window.scrollTo(0, top);
      const { violations } = await (window as unknown as { axe: Axe }).axe.run({ runOnly: ["target-size"] });
      for (const { nodes } of violations) for (const { target } of nodes) found.add(target.join(" "));
    }
    return [...found].slice(0, 3);
  });
}
