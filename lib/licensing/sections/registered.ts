import { factText, registrationFields } from "@/lib/enterprise/particulars";
import type { BaseContext } from "@/lib/forms/answers";
import { type Field, fieldsOf } from "@/lib/forms/definition";
import type { LicensingContext } from "../context";

const declared = new Map(fieldsOf(registrationFields).map((field) => [field.key, field]));

/** 企业注册里的一项登记字段。 */
export function registrationField(key: string): Field<BaseContext> {
  const field = declared.get(key);
  if (!field) throw new Error(`no registration field ${key}`);
  return field;
}

/** 一项登记信息原样列出、不可修改；字段与企业注册的同一份声明。 */
export function registered(key: string, changes: Partial<Pick<Field<LicensingContext>, "label" | "width">> = {}): Field<LicensingContext> {
  const field = registrationField(key);
  return {
    key: field.key,
    label: field.label,
    kind: field.kind,
    ...(field.width ? { width: field.width } : {}),
    ...(field.mask ? { mask: field.mask } : {}),
    derive: ({ context }) => factText(field, context.enterprise),
    source: "取自企业注册",
    ...changes,
  };
}
