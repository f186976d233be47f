import type { OptionMap } from "@/lib/terms/option-map";
import type { Json } from "../answers";
import { withoutControls } from "../plain-text";

/** 评判所需的字段选项（Field 的无上下文部分）。 */
export interface FieldTraits {
  label: string;
  min?: number;
  max?: number;
  maxLength?: number;
  minLength?: number;
}

/** 收下的值（整理过），或不收的原因。 */
export type Drafted<V> = { ok: true; value: V } | { ok: false; message: string };

/** 形状不可能从页面来的。 */
export const MISSHAPEN = "填写内容的形式不正确";

export const refuse = (message = MISSHAPEN): { ok: false; message: string } => ({ ok: false, message });

/** 形状由 matches 认定，值原样收下。 */
export const shapedAs = <V>(matches: (value: unknown) => value is V) => (value: unknown): Drafted<V> => (matches(value) ? { ok: true, value } : refuse());

/**
 * 字段种类的纯的一面，浏览器与服务端共用，所以只是函数，不带校验库。
 * draft 收下形状（错的也收，去空白、全角转半角），complete 评判已填的值（对的为 undefined），toText 给人看，fromCell 读表格单元。
 */
export interface Kind<V extends Json> {
  empty: V;
  draft: (value: unknown) => Drafted<V>;
  complete: (value: unknown, traits: FieldTraits) => string | undefined;
  isEmpty: (value: V) => boolean;
  toText: (value: V, options?: OptionMap) => string;
  /** 空值也有字可说的种类（勾选框的「否」）。 */
  emptyText?: string;
  /** 写进电子表格的字，须能由 fromCell 原样读回；缺省同 toText。 */
  toCell?: (value: V) => string;
  fromCell: (cell: string, options?: OptionMap) => V | undefined;
}

/** 一个单元格、一个输入框里最多收多少字；再长的在入口就拒绝。 */
export const MAX_TEXT = 4000;

/** 文本类种类的共同底子：normalise 整理输入，judge 返回提示语。 */
export function textLike(options: {
  normalise?: (value: string) => string;
  judge: (value: string, traits: FieldTraits) => string | undefined;
  toText?: (value: string) => string;
  fromCell?: (cell: string) => string;
}): Kind<string> {
  const normalise = options.normalise ?? ((value: string) => value.trim());
  return {
    empty: "",
    draft: (value) => {
      if (typeof value !== "string") return refuse();
      return value.length > MAX_TEXT ? refuse(`最多 ${MAX_TEXT} 个字`) : { ok: true, value: normalise(withoutControls(value)) };
    },
    complete: (value, traits) => {
      if (typeof value !== "string") return MISSHAPEN;
      return value === "" ? undefined : options.judge(value, traits);
    },
    isEmpty: (value) => value.trim() === "",
    toText: (value) => (options.toText ? options.toText(value) : value),
    // 表格里写存下来的原样（2026-03-01，不是「2026年3月1日」），读回时一字不差。
    toCell: (value) => value,
    fromCell: (cell) => (options.fromCell ?? normalise)(cell),
  };
}
