import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kinds } from "@/lib/forms/kinds";
import { checkbox, multiSelect, select } from "@/lib/forms/kinds/choices";
import { isPlainInput, withoutControls } from "@/lib/forms/plain-text";

const nested = (depth: number): unknown => Array.from({ length: depth }).reduce<unknown>((inner) => [inner], "甲");

describe("看不见的字", () => {
  it("去掉控制字符与落单的代理项，别的一字不动", () => {
    expect(withoutControls("王\u0000磊\u000b\ud800𠮷\udc00，第一行\n第二行\t完\ufffe")).toBe("王磊𠮷，第一行\n第二行\t完");
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => withoutControls(withoutControls(text)) === withoutControls(text)));
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => !/[\u0000-\u0008\ufffe]|\p{Surrogate}/u.test(withoutControls(text))));
  });

  it.each(Object.entries(kinds).filter(([, kind]) => kind.empty === ""))("%s 字段收下的内容都存得下", (_name, kind) => {
    expect(kind.draft("1\u00003\ud800")).toEqual({ ok: true, value: "13" });
  });
});

describe("请求的内容", () => {
  it.each([["NUL", { a: [{ b: "x\u0000" }] }], ["落单的代理项", ["\ud800"]], ["键里有 NUL", { "a\u0000": 1 }], ["十七层", nested(17)], ["十万层", nested(100_000)]])("%s 不是从页面来的", (_name, input) =>
    expect(isPlainInput(input)).toBe(false));

  it("平常的都行；文件不看里面", () => {
    expect(isPlainInput({ name: "王磊𠮷", rows: [{ from: null, to: { list: ["甲"], on: true, n: 1 } }] })).toBe(true);
    expect(isPlainInput({ file: new File(["a\u0000"], "a.xlsx") })).toBe(true);
    expect(isPlainInput(undefined)).toBe(true);
  });
});

describe("选项的代码取自对象", () => {
  const options = { a: "甲" };
  it.each(["constructor", "__proto__", "toString", "hasOwnProperty"])("%s 不会当成选项", (code) => {
    expect(select.toText(code, options)).toBe(code);
    expect(multiSelect.toText([code], options)).toBe(code);
    expect(select.fromCell(code, options)).toBeUndefined();
    expect(checkbox.fromCell(code)).toBeUndefined();
  });
});
