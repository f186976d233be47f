import * as z from "zod/mini";
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

/**
 * 字段种类的纯的一面。
 * draft 收下形状（错的也收，去空白、全角转半角），complete 评判已填的值，toText 给人看，fromCell 读表格单元。
 */
export interface Kind<V extends Json> {
  empty: V;
  draft: z.ZodMiniType<V>;
  complete: (traits: FieldTraits) => z.ZodMiniType<V>;
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
    draft: z.pipe(z.string().check(z.maxLength(MAX_TEXT, `最多 ${MAX_TEXT} 个字`)), z.transform((value: string) => normalise(withoutControls(value)))),
    complete: (traits) =>
      z.string().check(
        z.superRefine((value, context) => {
          const message = value === "" ? undefined : options.judge(value, traits);
          if (message) context.addIssue({ code: "custom", message });
        }),
      ),
    isEmpty: (value) => value.trim() === "",
    toText: (value) => (options.toText ? options.toText(value) : value),
    // 表格里写存下来的原样（2026-03-01，不是「2026年3月1日」），读回时一字不差。
    toCell: (value) => value,
    fromCell: (cell) => (options.fromCell ?? normalise)(cell),
  };
}
