import { type OptionMap, wordOf as wordIn } from "@/lib/terms/option-map";
import { isRecord } from "../answers";
import { normaliseIdentifier } from "../identifiers";
import { type Kind, MISSHAPEN, refuse, shapedAs, textLike } from "./kind";

const MAX_CODES = 40;

const isShort = (value: unknown, maxLength: number): value is string => typeof value === "string" && value.length <= maxLength;

const isCodes = (value: unknown): value is string[] => Array.isArray(value) && value.length <= MAX_CODES && value.every((code) => isShort(code, 80));

const isTick = (value: unknown): value is boolean => typeof value === "boolean";

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
export const person = single;

/** 查询选定的另一家企业：名称由上下文给出，还没读到的显示代码；是否可选由业务的规则判断。 */
export const enterprise: Kind<string> = { ...single, toCell: (value) => value, fromCell: (cell) => normaliseIdentifier(cell) };

export const multiSelect: Kind<string[]> = {
  empty: [],
  draft: shapedAs(isCodes),
  complete: (value) => (isCodes(value) ? undefined : MISSHAPEN),
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
  draft: shapedAs(isTick),
  complete: (value) => (isTick(value) ? undefined : MISSHAPEN),
  isEmpty: (value) => !value,
  toText: (value) => (value ? "是" : "否"),
  emptyText: "否",
  fromCell: (cell) => ticks.get(cell.trim()),
};

const MAX_ITEMS = 20;

const isLevels = (value: unknown): value is Record<string, string> =>
  isRecord(value) && Object.entries(value).every(([category, level]) => category.length <= 20 && isShort(level, 10));

/** 类别 → 级别；未申请的类别不出现。 */
export const levelMatrix: Kind<Record<string, string>> = {
  empty: {},
  draft: (value) => {
    if (isRecord(value) && Object.keys(value).length > MAX_ITEMS) return refuse("类别过多，请重新选择");
    return isLevels(value) ? { ok: true, value: { ...value } } : refuse();
  },
  complete: (value) => (isLevels(value) ? undefined : MISSHAPEN),
  isEmpty: (value) => Object.values(value).every((level) => level === ""),
  // 库里的键序不可靠（jsonb 按长度排），次序以选项为准
  toText: (value, options) => {
    const chosen = Object.entries(value).filter(([, level]) => level !== "").map(([category, level]) => `${category}:${level}`);
    const order = Object.keys(options ?? {});
    return chosen.sort((a, b) => order.indexOf(a) - order.indexOf(b)).map((code) => wordOf(options, code)).join("、");
  },
  fromCell: () => undefined,
};
