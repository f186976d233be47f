"use client";

import type { Control } from "react-hook-form";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { TextArea, TextInput } from "@/components/ui/TextInput";
import type { BaseContext } from "@/lib/forms/answers";
import { type Field, type Scope, holds } from "@/lib/forms/definition";
import { fieldText } from "@/lib/forms/display";
import { faceOf } from "./faces";
import { useEntry } from "./use-entry";

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
      {(wired) => {
        const shown = { ...wired, value: fieldText(field, scope), readOnly: true, placeholder: "—" };
        // 一行放不下的也要读得全
        return field.kind === "longText" ? <TextArea {...shown} rows={2} /> : <TextInput {...shown} />;
      }}
    </FieldFrame>
  );
}

function EnteredField<C extends BaseContext>({ id, error, ...entered }: DeclaredFieldProps<C>) {
  const { field, scope } = entered;
  const { draw } = useEntry(entered);
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
      {draw}
    </FieldFrame>
  );
}
