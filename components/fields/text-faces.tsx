import type { ChangeEvent, ComponentProps, Ref } from "react";
import { DateInput, MonthInput } from "@/components/ui/DateInput";
import { TextArea, TextInput } from "@/components/ui/TextInput";
import type { Face, FaceProps } from "./face";

type Written = HTMLInputElement | HTMLTextAreaElement;

/** 文本控件共用的接线；最长字数只在字段声明了时才限制，错的内容要留在页面上。 */
function wiring<E extends Written>({ control, name, value, autoComplete, disabled, inputRef, onChange, onBlur }: FaceProps<string>) {
  return {
    ...control,
    name,
    value,
    autoComplete: autoComplete ?? "off",
    disabled,
    ref: inputRef as Ref<E>,
    onChange: (event: ChangeEvent<E>) => onChange(event.target.value),
    onBlur,
  };
}

export const PlainDisplay = ({ text }: { text: string }) => text;

/** 一行文字；inputMode 让手机出对的键盘。 */
function lineOf(native: Pick<ComponentProps<"input">, "inputMode" | "type" | "spellCheck"> = {}): Face<string> {
  return {
    Input: (props) => <TextInput {...native} {...wiring<HTMLInputElement>(props)} />,
    Display: PlainDisplay,
  };
}

export const textFace = lineOf();
export const codeFace = lineOf({ spellCheck: false });
export const integerFace = lineOf({ inputMode: "numeric" });
export const decimalFace = lineOf({ inputMode: "decimal" });
export const telephoneFace = lineOf({ type: "tel", inputMode: "tel" });
export const emailFace = lineOf({ inputMode: "email", spellCheck: false });
export const digitsFace = lineOf({ inputMode: "numeric", spellCheck: false });

export const longTextFace: Face<string> = {
  width: "full",
  Input: (props) => <TextArea {...wiring<HTMLTextAreaElement>(props)} />,
  Display: ({ text }) => <span className="whitespace-pre-line">{text}</span>,
};

export const dateFace: Face<string> = {
  width: "short",
  Input: (props) => <DateInput {...wiring<HTMLInputElement>(props)} label={props.label} />,
  Display: PlainDisplay,
};

export const monthFace: Face<string> = {
  width: "short",
  Input: (props) => <MonthInput {...wiring<HTMLInputElement>(props)} label={props.label} />,
  Display: PlainDisplay,
};
