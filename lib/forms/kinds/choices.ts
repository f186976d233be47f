import * as z from "zod/mini";
import { type OptionMap, wordOf as wordIn } from "@/lib/terms/option-map";
import { type Kind, textLike } from "./kind";

const CODE = z.string().check(z.maxLength(80));

const CODES = z.array(CODE).check(z.maxLength(40));

const wordOf = (options: OptionMap | undefined, code: string): string => wordIn(options ?? {}, code);

/** 表格里填的是中文，也认代码。 */
function codeOf(cell: string, options: OptionMap | undefined): string | undefined {
  const wanted = cell.normalize("NFKC").trim();
  if (wanted === "" || !options) return wanted === "" ? "" : undefined;
  return Object.keys(options).find((code) => code === wanted || options[code]?.normalize("NFKC") === wanted);
}

/** 选项是否仍有效由引擎按字段的 options 检查，这里只管形状。 */
const single: Kind<string> = {
  ...textLike({ judge: () => undefined }),
  toText: (value, options) => wordOf(options, value),
  toCell: undefined,
  fromCell: codeOf,
};

export const select = single;
export const radio = single;

export const multiSelect: Kind<string[]> = {
  empty: [],
  draft: CODES,
  complete: () => CODES,
  isEmpty: (value) => value.length === 0,
  toText: (value, options) => value.map((code) => wordOf(options, code)).join("、"),
  fromCell: (cell, options) => {
    const codes = cell.split(/[、,，;；]/).filter((part) => part.trim() !== "").map((part) => codeOf(part, options));
    return codes.some((code) => code === undefined) ? undefined : codes.filter((code): code is string => Boolean(code));
  },
};

const ticks = new Map([["是", true], ["√", true], ["否", false], ["", false]]);

export const checkbox: Kind<boolean> = {
  empty: false,
  draft: z.boolean(),
  complete: () => z.boolean(),
  isEmpty: (value) => !value,
  toText: (value) => (value ? "是" : "否"),
  emptyText: "否",
  fromCell: (cell) => ticks.get(cell.trim()),
};

const MAX_ITEMS = 20;

/** 类别 → 级别；未申请的类别不出现。 */
export const levelMatrix: Kind<Record<string, string>> = {
  empty: {},
  draft: z
    .record(z.string().check(z.maxLength(20)), z.string().check(z.maxLength(10)))
    .check(z.refine((value) => Object.keys(value).length <= MAX_ITEMS, "类别过多，请重新选择")),
  complete: () => z.record(z.string(), z.string()),
  isEmpty: (value) => Object.values(value).every((level) => level === ""),
  // 库里的键序不可靠（jsonb 按长度排），次序以选项为准
  toText: (value, options) => {
    const chosen = Object.entries(value).filter(([, level]) => level !== "").map(([category, level]) => `${category}:${level}`);
    const order = Object.keys(options ?? {});
    return chosen.sort((a, b) => order.indexOf(a) - order.indexOf(b)).map((code) => wordOf(options, code)).join("、");
  },
  fromCell: () => undefined,
};
