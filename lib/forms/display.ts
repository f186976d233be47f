import type { BaseContext, Row, SectionAnswers } from "./answers";
import { type Field, type Scope, holds, optionsOf } from "./definition";
import { maskId, maskMobile } from "./identifiers";
import { kindOf } from "./kinds";

/** 一个字段给人看的文字；推导字段现算。 */
export function fieldText<C extends BaseContext>(field: Field<C>, scope: Scope<C>): string {
  if (field.derive) return field.derive(scope);
  return withUnit(field, kindOf(field).toText(scope.own[field.key], optionsOf(field, scope)));
}

const withUnit = (field: { unit?: string }, text: string): string => (text !== "" && field.unit ? `${text} ${field.unit}` : text);

export function isVisible<C extends BaseContext>(field: Field<C>, scope: Scope<C>): boolean {
  return holds(field.visible, scope, true);
}

/** 列表里的文字：身份证号码与手机号遮盖。 */
export function maskedText<C extends BaseContext>(field: Field<C>, scope: Scope<C>): string {
  const text = fieldText(field, scope);
  if (field.mask === "identity") return maskId(text);
  return field.mask === "phone" ? maskMobile(text) : text;
}

/** 一条记录里某字段的文字，供比对前后。 */
export function textIn<C extends BaseContext>(field: Field<C>, own: SectionAnswers | Row, section: SectionAnswers, context: C): string {
  return fieldText(field, { own, section, context });
}
