import type { Reach, Result } from "./measure";

/** Where what is wanted stands on the bar, in percent of its width; what is twice as good or bad ends at its end. */
const MARK = 50;

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

const wantedWords = ({ wanted, unit, least }: Reach): string => `${least ? "至少" : "至多"} ${wanted} ${unit}`;

/** A bar and the mark it must reach or not pass; the words beside it say the same. */
function bar({ reach, pass }: Result): string {
  const width = Math.min(100, (reach.value / reach.wanted) * MARK);
  const arrow = width === 100 ? '<path d="M192 4l8 8-8 8z" class="more"/>' : "";
  return `<svg viewBox="0 0 200 24" role="img" aria-label="${reach.value} ${reach.unit}，要求${wantedWords(reach)}，${pass ? "达到" : "没有达到"}"><rect class="track" width="200" height="24"/><rect class="${pass ? "good" : "bad"}" y="4" width="${(width * 2).toFixed(1)}" height="16"/>${arrow}<path class="mark" d="M${MARK * 2} 0v24"/></svg>`;
}

const chartLine = (result: Result): string =>
  `<tr><th scope="row"><b>${result.id}</b> ${escaped(result.what)}</th><td class="bar">${bar(result)}</td><td class="n">${result.reach.value} ${result.reach.unit}</td><td>${wantedWords(result.reach)}</td><td class="${result.pass ? "yes" : "no"}">${result.pass ? "✓ 达到" : "✗ 没有达到"}</td></tr>`;

const tableLine = ({ id, what, figure, floor, ratio, target, pass }: Result): string =>
  `<tr><th scope="row">${id}</th>${[what, figure, floor].map((cell) => `<td>${escaped(cell)}</td>`).join("")}<td class="n">${ratio} ×</td><td>${escaped(target)}</td><td class="${pass ? "yes" : "no"}">${pass ? "是" : "否"}</td></tr>`;

const detailLines = ({ id, what, detail }: Result): string =>
  `<details><summary>${id} ${escaped(what)}</summary><dl>${Object.entries(detail).map(([name, value]) => `<div><dt>${escaped(name)}</dt><dd>${escaped(String(value))}</dd></div>`).join("")}</dl></details>`;

const style = `
:root{color-scheme:light dark;--ink:#1a2530;--dim:#57636e;--page:#fff;--line:#d5dbe1;--track:#eef1f4;--good:#1f6fb5;--bad:#b3261e}
@media (prefers-color-scheme:dark){:root{--ink:#e8edf2;--dim:#a5b1bc;--page:#14191f;--line:#38424c;--track:#222a32;--good:#6cb2ee;--bad:#ff8a80}}
body{max-width:72rem;margin:0 auto;padding:1.5rem 1rem 3rem;font:16px/1.6 system-ui,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:var(--ink);background:var(--page)}
h1{font-size:1.6rem;margin:0}h2{font-size:1.2rem;margin:2.2rem 0 .6rem}p{margin:.3rem 0;color:var(--dim)}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;min-width:44rem}th,td{padding:.45rem .7rem .45rem 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:middle;font-weight:400}
thead th{white-space:nowrap}thead th,caption{color:var(--dim);font-size:.9rem}caption{text-align:left;padding-bottom:.4rem}.bar{width:14rem}.n{white-space:nowrap;font-variant-numeric:tabular-nums}.yes,.no{white-space:nowrap}.no{font-weight:600;color:var(--bad)}
svg{display:block;width:100%;height:24px}.track{fill:var(--track)}.good,.more{fill:var(--good)}.bad{fill:var(--bad)}.mark{stroke:var(--ink);stroke-width:2}
details{border-bottom:1px solid var(--line);padding:.35rem 0}summary{cursor:pointer}dl{display:flex;flex-wrap:wrap;gap:.2rem 1.6rem;margin:.4rem 0}dl div{display:flex;gap:.4rem}dt{color:var(--dim)}dd{margin:0;font-variant-numeric:tabular-nums}
@media print{details>*{display:block}}`;

/** One page that needs nothing else: chart, table and everything measured. `where` is the day and the machine. */
export function reportPage(results: readonly Result[], where: string): string {
  const reached = results.filter(({ pass }) => pass).length;
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>性能报告</title><style>${style}</style></head><body>
<h1>性能报告</h1><p>${escaped(where)}。${results.length} 项，达到 ${reached} 项。</p>
<p>绝对的数随机器而变：每一项都与同一次运行里量的底线（做同样的事、最少的程序）相比。由 <code>npm run bench</code> 写成。</p>
<h2>图</h2><div class="wide"><table><caption>竖线是要求，在条的正中。“至少”的，条要够到竖线；“至多”的，条不能越过竖线。到头带箭头的，是要求的两倍以上。</caption>
<thead><tr><th scope="col">量什么</th><th scope="col">与要求相比</th><th scope="col">量到</th><th scope="col">要求</th><th scope="col">达到</th></tr></thead><tbody>${results.map(chartLine).join("\n")}</tbody></table></div>
<h2>表</h2><div class="wide"><table><thead><tr><th scope="col">项</th><th scope="col">量什么</th><th scope="col">量到</th><th scope="col">底线</th><th scope="col">是底线的</th><th scope="col">要求</th><th scope="col">达到</th></tr></thead><tbody>${results.map(tableLine).join("\n")}</tbody></table></div>
<h2>量到的全部</h2>${results.map(detailLines).join("\n")}
</body></html>
`;
}
