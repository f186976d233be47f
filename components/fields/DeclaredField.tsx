"use client";

import { type Control, useController } from "react-hook-form";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { TextInput } from "@/components/ui/TextInput";
import type { BaseContext, Json } from "@/lib/forms/answers";
import { type Field, type Scope, holds, optionsOf } from "@/lib/forms/definition";
import { fieldText } from "@/lib/forms/display";
import { kindOf } from "@/lib/forms/kinds";
import { faceOf } from "./faces";

export interface DeclaredFieldProps<C extends BaseContext> {
  field: Field<C>;
  scope: Scope<C>;
  control: Control;
  id: string;
  error?: string;
  /** 已锁定或正在保存。 */
  disabled?: boolean;
  onLeave?: () => void;
}

/** 声明里的一个字段：标签、说明、必填与否、选项、由来都出自声明。 */
export function DeclaredField<C extends BaseContext>(props: DeclaredFieldProps<C>) {
  return props.field.derive ? <DerivedField {...props} /> : <EnteredField {...props} />;
}

/** 由别的数据现算出来的：只读，说明出处。 */
function DerivedField<C extends BaseContext>({ field, scope, id }: DeclaredFieldProps<C>) {
  return (
    <FieldFrame id={id} label={field.label} source={field.source} help={field.help} unit={field.unit} full={field.width === "full"} short={field.width === "short"}>
      {(wired) => <TextInput {...wired} value={fieldText(field, scope)} readOnly />}
    </FieldFrame>
  );
}

const AFTER_PRESS = 200;

function EnteredField<C extends BaseContext>({ field, scope, control, id, error, disabled, onLeave }: DeclaredFieldProps<C>) {
  const { field: bound } = useController({ name: field.key, control });
  const face = faceOf(field);
  const required = holds(field.required, scope, true);
  const width = field.width ?? face.width;
  return (
    <FieldFrame
      id={id}
      label={field.label}
      required={required}
      optional={!required}
      source={field.source}
      help={field.help}
      unit={field.unit}
      error={error}
      group={face.group}
      full={width === "full"}
      short={width === "short"}
    >
      {(wired) => (
        <face.Input
          control={wired}
          name={field.key}
          label={field.label}
          value={shapedValue(field, bound.value)}
          options={optionsOf(field, scope) ?? {}}
          maxLength={field.maxLength}
          autoComplete={field.autoComplete}
          disabled={disabled}
          inputRef={bound.ref}
          onChange={bound.onChange}
          onBlur={() => {
            tidy(field, bound);
            bound.onBlur();
            // 离开字段往往是去按按钮：等这一按完成再提示，免得提示把按钮挤开
            if (onLeave) setTimeout(onLeave, AFTER_PRESS);
          }}
        />
      )}
    </FieldFrame>
  );
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
