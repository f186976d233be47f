import { factText, readOnlyParticulars, registrationFields } from "@/lib/enterprise/particulars";
import type { BaseContext } from "@/lib/forms/answers";
import { type Field, fieldsOf } from "@/lib/forms/definition";
import { businesses } from "@/lib/terms/businesses";
import type { LicensingContext } from "../context";

const declared = new Map(fieldsOf(registrationFields).map((field) => [field.key, field]));

/** 企业注册里的一项登记字段。 */
export function registrationField(key: string): Field<BaseContext> {
  const field = declared.get(key);
  if (!field) throw new Error(`no registration field ${key}`);
  return field;
}

const FROM_REGISTRATION = "取自企业注册";

/** 不在申请里改的一项去哪里改；就在申请里改的没有话说。 */
export function whereToChange({ key, source }: Pick<Field<LicensingContext>, "key" | "source">): string | undefined {
  if (source !== FROM_REGISTRATION) return undefined;
  return readOnlyParticulars.includes(key) ? `${FROM_REGISTRATION}，须变更的办理${businesses["registration-change"]}` : `${FROM_REGISTRATION}，请在“我的信息”里修改`;
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
    source: FROM_REGISTRATION,
    ...changes,
  };
}
