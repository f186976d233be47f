import { type ReactNode, useEffect, useRef } from "react";
import { type Control, useController } from "react-hook-form";
import type { ControlProps } from "@/components/ui/FieldFrame";
import type { BaseContext, Json } from "@/lib/forms/answers";
import { type Field, optionsOf, type PersonChoice, type Scope } from "@/lib/forms/definition";
import { kindOf } from "@/lib/forms/kinds";
import { faceOf } from "./faces";

export interface EntryOptions<C extends BaseContext> {
  field: Field<C>;
  scope: Scope<C>;
  control: Control;
  disabled?: boolean;
  onLeave?: () => void;
}

/** 一个字段的输入：draw 只画控件，标签与提示由外面的框给；change 由别的按钮写值。 */
export interface Entry {
  draw: (wired: ControlProps) => ReactNode;
  change: (value: Json) => void;
}

const AFTER_PRESS = 200;
const NOBODY: readonly PersonChoice[] = [];

export function useEntry<C extends BaseContext>({ field, scope, control, disabled, onLeave }: EntryOptions<C>): Entry {
  const { field: bound } = useController({ name: field.key, control });
  const face = faceOf(field);
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(leaving.current), []);
  const draw = (wired: ControlProps) => (
    <face.Input
      control={wired}
      name={field.key}
      label={field.label}
      value={shapedValue(field, bound.value)}
      options={optionsOf(field, scope) ?? {}}
      people={field.people?.(scope) ?? NOBODY}
      maxLength={field.maxLength}
      autoComplete={field.autoComplete}
      disabled={disabled}
      inputRef={bound.ref}
      onChange={bound.onChange}
      onBlur={() => {
        tidy(field, bound);
        bound.onBlur();
        // 离开字段往往是去按按钮：等这一按完成再提示，免得提示把按钮挤开
        if (onLeave) leaving.current = setTimeout(onLeave, AFTER_PRESS);
      }}
    />
  );
  return { draw, change: bound.onChange };
}

/** 原样显示正在输入的内容（不整理空白）；形状不可能的当作未填。 */
function shapedValue<C extends BaseContext>(field: Field<C>, value: unknown): Json {
  const kind = kindOf(field);
  return kind.accept(value) === undefined ? kind.empty : (value as Json);
}

/** 离开时整理（去空白、全角转半角、日期统一），与保存时存下的一样。 */
function tidy<C extends BaseContext>(field: Field<C>, bound: { value: unknown; onChange: (value: Json) => void }): void {
  const tidied = kindOf(field).accept(bound.value);
  if (typeof tidied === "string" && tidied !== bound.value) bound.onChange(tidied);
}
