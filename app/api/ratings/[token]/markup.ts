import { createHash } from "node:crypto";
import { hotlineWords, portalName } from "@/lib/terms/portal";
import { type StyleName, styles } from "./style";

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** 使用者与数据库来的字一律经过这里；属性值总在双引号里。 */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? "");

const policyOf = (style: string): string =>
  `default-src 'none'; style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/** 没有脚本，没有外站，样式只认页内那一段，表单只交回本站（决定二十五）。 */
export const pagePolicies: Readonly<Record<StyleName, string>> = { form: policyOf(styles.form), plain: policyOf(styles.plain) };

const svg = (path: string): string => `<svg viewBox="0 0 16 16" aria-hidden=true>${path}</svg>`;

export const icons = {
  alert: svg('<path d="M8 1.8L14.8 14H1.2zM8 6.4v3.4M8 11.9v.1"/>'),
  tick: svg('<circle cx=8 cy=8 r=6.2 /><path d="M5.2 8.2l2 2L11 6.2"/>'),
};

const headOf = (style: string): string =>
  `<!doctype html><html lang=zh-CN><meta name=viewport content="width=device-width"><link rel=icon href=data:,><style>${style}</style><title>`;
const heads: Readonly<Record<StyleName, string>> = { form: headOf(styles.form), plain: headOf(styles.plain) };

/** 整页；main 里的字须已经过 escapeHtml。一个请求，没有别的文件；字符集在报头里。 */
export const pageOf = (style: StyleName, { title, main }: { title: string; main: string }): string =>
  `${heads[style]}${escapeHtml(title)} · ${portalName}</title><header>${portalName}</header><main>${main}</main><footer>${hotlineWords}</footer>`;

/** 头一行说明评的是什么。 */
export const factsLine = (facts: readonly string[]): string => `<small>${escapeHtml(facts.join("　"))}</small>`;
