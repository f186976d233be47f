import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const styles = path.join(process.cwd(), "app/styles");
const read = (name: string) => readFileSync(path.join(styles, name), "utf8");
const tokens = read("tokens.css");

/** The custom properties of the block that starts at a marker. */
function blockAt(marker: string): Record<string, string> {
  const start = tokens.indexOf(marker);
  if (start < 0) throw new Error(`tokens.css 中没有 ${marker}`);
  const body = tokens.slice(start, tokens.indexOf("}", start));
  return Object.fromEntries([...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]));
}

const light = blockAt(":root,\n[data-theme=\"light\"]");
const themes = {
  light,
  dark: { ...light, ...blockAt("@variant dark") },
  large: { ...light, ...blockAt("/* 适老化") },
};

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

const textPairs: [string, string][] = [
  ["ink", "paper"],
  ["ink", "desk"],
  ["ink-soft", "paper"],
  ["ink-soft", "desk"],
  ["ink-soft", "brand-tint"],
  ["ink-soft", "warn-tint"],
  ["brand", "paper"],
  ["brand", "brand-tint"],
  ["on-brand", "brand"],
  ["on-bar", "bar"],
  ["on-bar-soft", "bar"],
  ["good", "paper"],
  ["good", "good-tint"],
  ["warn", "paper"],
  ["warn", "warn-tint"],
  ["bad", "paper"],
  ["bad", "bad-tint"],
];

describe.each(Object.entries(themes))("颜色：%s", (_name, theme) => {
  const of = (name: string) => theme[name] ?? "#000000";

  it.each(textPairs)("%s 在 %s 上不低于 4.5:1", (text, ground) => {
    expect(contrast(of(text), of(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(["paper", "desk"])("控件边线在 %s 上不低于 3:1", (ground) => {
    expect(contrast(of("edge"), of(ground))).toBeGreaterThanOrEqual(3);
  });
});

describe("样式文件", () => {
  const files = readdirSync(styles);
  const globals = readFileSync(path.join(process.cwd(), "app/globals.css"), "utf8");

  it("颜色只写在 tokens.css 里", () => {
    const raw = /#[0-9a-f]{3,8}\b(?=[^{]*[;}])|\b(?:rgb|hsl|oklch)a?\(/i;
    const guilty = files.filter((file) => file !== "tokens.css" && raw.test(read(file).replace(/\/\*.*?\*\//gs, "")));
    expect(guilty).toEqual([]);
  });

  /** 一个选择器的声明。 */
  const rule = (file: string, selector: string): string => read(file).split(`\n  ${selector} {`)[1]?.split("}")[0] ?? "";

  it("L-1-03 排了序的列画出箭头，读屏只读 aria-sort", () => {
    expect(rule("table.css", '.tbl [aria-sort="ascending"]::after')).toContain('content: " ↑" / "";');
    expect(rule("table.css", '.tbl [aria-sort="descending"]::after')).toContain('content: " ↓" / "";');
  });

  it("L-1-03 一行里有链接、按钮的，字在同一条线上", () => {
    expect(rule("panel.css", ".facts")).toContain("align-items: baseline;");
    expect(rule("queue.css", ".hints")).toContain("align-items: center;");
  });

  it.each(files)("%s 已引入且不超过 300 行", (file) => {
    expect(globals).toContain(`@import "./styles/${file}";`);
    expect(read(file).split("\n").length).toBeLessThanOrEqual(300);
  });
});
