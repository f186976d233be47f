import { describe, expect, it } from "vitest";
import { cellsOfCsv, computes, markupOf, Planted, runsIn } from "../faults/markup-payload";
import { isSource, listFiles, readSource } from "./source-file";

const inserting = /\b(dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML|document\.write|srcDoc)\b/;
const shipped = /^(app|components|lib)\//;

describe("http 的内网也能用", () => {
  it("L-1-03 浏览器里不用 randomUUID：它只在安全上下文里有，编号由 newId 给", () => {
    const found = listFiles().filter((file) => file.startsWith("components/") && isSource(file) && /\.randomUUID\(/.test(readSource(file).text));
    expect(found).toEqual([]);
  });
});

describe("T11 填写的内容一律由框架转义", () => {
  it("不插入没有转义的 HTML：页面与部件里没有一处绕过转义的写法", () => {
    const found = listFiles().filter((file) => shipped.test(file) && isSource(file)).flatMap((file) => readSource(file).text.split("\n").filter((line) => inserting.test(line)).map((line) => `${file}：${line.trim()}`));
    expect(found).toEqual([]);
  });
});

/** What npm run faults T11 looks with: it has to tell what runs from what is only shown. */
describe("T11 认得出会运行的", () => {
  const planted = new Planted();
  const payload = planted.text("Notice.title");
  const escaped = payload.replaceAll(/[<>"'&]/g, (character) => `&#${character.charCodeAt(0)};`);
  const started = (text: string): string => `<script>self.__next_f.push([1,${JSON.stringify(text)}])</script>`;

  it.each([`<p>${payload}</p>`, `<input value="${payload}">`, `<script>const title = "${payload}";</script>`, started(payload), `<p>${payload.toUpperCase()}</p>`])("会运行：%s", (html) => expect(runsIn(html)).toBe(true));

  it.each([`<p>${escaped}</p>`, `<input value="${escaped}">`, started(payload).replaceAll("</script><", String.raw`\u003c/script>\u003c`)])("只是显示：%s", (html) => {
    expect(runsIn(html)).toBe(false);
    expect(planted.fieldsIn(html)).toEqual(["Notice.title"]);
  });

  it("React 起步用的数据不算显示", () => expect(planted.fieldsIn(markupOf(started(payload).replaceAll("</script><", String.raw`\u003c/script>\u003c`)))).toEqual([]));

  it("表格里会算的一格", () => {
    expect(cellsOfCsv(`a,"${payload.replaceAll('"', '""')}"\r\n'=1,b`).filter(computes)).toEqual([payload]);
    expect(["=1", "+1", "-1", "@a", "\t=1"].every(computes)).toBe(true);
    expect(["'=1", "2026-01-01", "乙"].some(computes)).toBe(false);
  });
});
