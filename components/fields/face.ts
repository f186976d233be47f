import type { ReactNode, Ref } from "react";
import type { ControlProps } from "@/components/ui/FieldFrame";
import type { Json } from "@/lib/forms/answers";
import type { PersonChoice } from "@/lib/forms/definition";
import type { OptionMap } from "@/lib/terms/option-map";

/** 一个输入面所得：值、改动的去处、读屏所需的接线，以及字段声明里与输入有关的部分。 */
export interface FaceProps<V extends Json> {
  control: ControlProps;
  name: string;
  label: string;
  value: V;
  options: OptionMap;
  /** 种类为 person 的字段可以选的人。 */
  people: readonly PersonChoice[];
  maxLength?: number;
  autoComplete?: string;
  disabled?: boolean;
  inputRef: Ref<HTMLElement>;
  onChange: (value: V) => void;
  onBlur: () => void;
}

/** 字段种类的 React 一面：怎样输入，怎样显示已填的内容。 */
export interface Face<V extends Json> {
  /** 一个标签下有几个控件的种类（单选、多选、级别、地区）。 */
  group?: "radio" | "checkbox";
  width?: "full" | "short";
  Input: (props: FaceProps<V>) => ReactNode;
  /** text 已由纯的一面写成中文。 */
  Display: (props: { text: string }) => ReactNode;
}

/** 选项表变成下拉与单选用的列表，次序即声明的次序。 */
export function choicesOf(options: OptionMap): { value: string; label: string }[] {
  return Object.entries(options).map(([value, label]) => ({ value, label }));
}
