/** 颜色与 app/styles/tokens.css 同名同值（由 tests/unit/evaluation/phone-page.test.ts 核对）；这一页不能引外部文件，所以另写一份，只取用得着的。 */
const light = { ink: "#1f2937", "ink-soft": "#5b6472", line: "#d9dee5", paper: "#fff", desk: "#f4f6f9", brand: "#1557a6", bad: "#b42318" };
const dark: typeof light = { ink: "#e5e9ef", "ink-soft": "#a6b0bd", line: "#343d4a", paper: "#1b222c", desk: "#12171e", brand: "#85b5ee", bad: "#f59a91" };
/** 在明暗两种外观下都用得的：题头，与边框（暗的一种与它几乎相同）。 */
const fixed = { bar: "#0f3f7a", "on-bar": "#fff", seal: "#c8102e", edge: "#7b8593" };
const told = { light: { good: "#1d7a46", warn: "#9a5b00" }, dark: { good: "#74cb99", warn: "#e6b45c" } };

export const palettes = { light: { ...light, ...fixed, ...told.light }, dark: { ...dark, ...told.dark } };

/** 各页都有的；字体不写名字，浏览器按 lang 取本机的中文黑体。 */
const base = `:root{color-scheme:light dark;${declared(light)}}
@media(prefers-color-scheme:dark){:root{${declared(dark)}}}
*{box-sizing:border-box;margin:0;padding:0;font:inherit;color:inherit}
body{background:var(--desk);color:var(--ink);font:1rem/1.6 sans-serif}
body>*{padding:12px max(16px,50% - 264px)}
header{background:${fixed.bar};color:${fixed["on-bar"]};border-top:3px solid ${fixed.seal}}
header,h1,legend,button,b{font-weight:600}
h1{font-size:1.375rem}
legend{font-size:1.125rem;margin-bottom:4px}
main>*+*{margin-top:16px}
small,footer,.s{display:block;font-size:.875rem;font-weight:400;color:var(--ink-soft)}
footer{border-top:1px solid var(--line)}
.m,dl{padding:12px 16px;background:var(--paper);border:2px solid var(--brand);border-radius:4px}`;

/** 选了哪一级就展开哪一级的详情：单选框与各组是兄弟，不用脚本，也不用 :has。 */
const opened = [5, 4, 3, 2, 1].map((level) => `#l${level}:checked~#w${level}`).join();

const form = `form>*{margin-top:20px}
fieldset{border:0}
label{display:block}
input{accent-color:var(--brand);width:22px;height:22px}
[type=radio]{float:left;margin:13px -36px 0 14px}
[type=radio]+label{padding:11px 12px 11px 50px;margin-top:-1px;background:var(--paper);border:1px solid ${fixed.edge}}
legend small{display:inline}
[type=radio]+label small{float:right}
:checked+label{background:var(--desk);outline-offset:-3px;font-weight:600}
fieldset fieldset{display:none;margin-top:20px}
${opened}{display:block}
fieldset fieldset label{display:flex;align-items:center;gap:8px;min-height:46px;border-bottom:1px solid var(--line)}
.t,button{width:100%;min-height:44px;padding:8px 10px;background:var(--paper);border:1px solid ${fixed.edge};border-radius:4px;display:block}
button{background:var(--brand);color:var(--paper)}
:checked+label,:focus-visible{outline:3px solid var(--brand)}
[aria-invalid],.x.m{border:2px solid var(--bad)}
.x,i{color:var(--bad)}
.x:before{content:"ⓧ "}
.m a{display:block}
.p{position:absolute;left:-9999px}`;

const plain = `:root{${declared(told.light)}}
@media(prefers-color-scheme:dark){:root{${declared(told.dark)}}}
svg{width:1em;height:1em;margin-right:8px;fill:none;stroke:currentColor;stroke-width:1.6;vertical-align:-.12em}
.m{border-color:var(--warn);overflow-wrap:anywhere}
.m svg{color:var(--warn)}
.g{color:var(--good)}
dl{border:1px solid var(--line);overflow-wrap:anywhere}
dt{color:var(--ink-soft)}
dd+dt{margin-top:8px}`;

function declared(colours: Readonly<Record<string, string>>): string {
  return Object.entries(colours).map(([name, value]) => `--${name}:${value}`).join(";");
}

const joined = (...parts: string[]): string => parts.join("").replaceAll("\n", "");

/** 页内唯一的样式；内容安全策略按它的散列放行。填写的一页与一句话的几页各带用得着的。 */
export const styles = { form: joined(base, form), plain: joined(base, plain) };
export type StyleName = keyof typeof styles;
