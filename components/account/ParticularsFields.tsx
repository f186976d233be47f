"use client";

import type { ReactNode } from "react";
import { type Control, type FieldErrors, useWatch } from "react-hook-form";
import { DeclaredField } from "@/components/fields/DeclaredField";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { FieldGroup } from "@/components/ui/Panel";
import { TextInput } from "@/components/ui/TextInput";
import { factText, registrationFields } from "@/lib/enterprise/particulars";
import type { BaseContext, SectionAnswers } from "@/lib/forms/answers";
import { type Field, fieldsOf } from "@/lib/forms/definition";
import { fieldId, messageOf } from "./form-errors";

/** 由机构弹窗选取的那一项。 */
export const parentField = "parentOrg";

export const particularKeys: readonly string[] = fieldsOf(registrationFields).map(({ key }) => key);

export interface ParticularsFieldsProps {
  control: Control;
  errors: FieldErrors;
  today: string;
  /** 上级企业的选取框，放在它在声明里的位置。 */
  picker: ReactNode;
  /** 只读的字段与它们的值。 */
  locked?: { keys: readonly string[]; facts: Readonly<Record<string, string>> };
  disabled?: boolean;
}

/** 企业登记信息的各组字段，注册与企业信息修改共用一份声明。 */
export function ParticularsFields({ control, errors, today, picker, locked, disabled }: ParticularsFieldsProps) {
  const own = useWatch({ control }) as SectionAnswers;
  const context: BaseContext = { today, answers: {}, files: [] };
  const scope = { own, section: own, context };
  const draw = (field: Field<BaseContext>) => {
    if (field.key === parentField) return <PickerPlace key={field.key}>{picker}</PickerPlace>;
    if (locked?.keys.includes(field.key)) return <LockedField key={field.key} field={field} facts={locked.facts} />;
    return (
      <DeclaredField key={field.key} field={field} scope={scope} control={control} id={fieldId(field.key)} error={messageOf(errors, field.key)} disabled={disabled} />
    );
  };
  return registrationFields.map((group) => (
    <FieldGroup key={group.title} title={group.title}>
      {group.fields.map(draw)}
    </FieldGroup>
  ));
}

const PickerPlace = ({ children }: { children: ReactNode }) => children;

function LockedField({ field, facts }: { field: Field<BaseContext>; facts: Readonly<Record<string, string>> }) {
  return (
    <FieldFrame id={fieldId(field.key)} label={field.label} source="不能在此修改" full={field.width === "full"}>
      {(control) => <TextInput {...control} value={factText(field, facts)} readOnly />}
    </FieldFrame>
  );
}
