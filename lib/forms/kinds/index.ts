import type { Json } from "../answers";
import { checkbox, enterprise, levelMatrix, multiSelect, person, radio, select } from "./choices";
import { date, month } from "./dates";
import type { Kind } from "./kind";
import { decimal, integer } from "./numbers";
import { email, fixedLine, identityNumber, longText, mobile, phone, postalCode, region, residentId, text, uscc } from "./texts";
import type { KindName, KindValues } from "./values";

/** 全部字段种类的纯的一面；React 的一面在 components/fields，同样须对每个键给出实现。 */
export const kinds = {
  text, longText, select, radio, multiSelect, checkbox, integer, decimal, date, month, mobile, phone, fixedLine,
  email, postalCode, residentId, identityNumber, uscc, region, levelMatrix, person, enterprise,
} satisfies { [K in KindName]: Kind<KindValues[K]> };

/**
 * 以不透明的值使用一个种类：值先经形状检查，形状不对当作未填。
 * 泛型在这里收口，引擎其余部分只见 Json。
 */
export interface OpaqueKind {
  empty: Json;
  /** 形状不对时为 undefined。 */
  accept: (value: unknown) => Json | undefined;
  isEmpty: (value: Json | undefined) => boolean;
  toText: (value: Json | undefined, options?: Parameters<Kind<Json>["toText"]>[1]) => string;
  toCell: (value: Json | undefined, options?: Parameters<Kind<Json>["toText"]>[1]) => string;
  fromCell: (cell: string, options?: Parameters<Kind<Json>["fromCell"]>[1]) => Json | undefined;
  draft: Kind<Json>["draft"];
  complete: Kind<Json>["complete"];
}

function opaque<V extends Json>(kind: Kind<V>): OpaqueKind {
  const shaped = (value: unknown): V | undefined => {
    const drafted = kind.draft(value);
    return drafted.ok ? drafted.value : undefined;
  };
  const inWords = (value: Json | undefined, toWords: (known: V) => string): string => {
    const known = value === undefined ? undefined : shaped(value);
    return known === undefined || kind.isEmpty(known) ? (kind.emptyText ?? "") : toWords(known);
  };
  return {
    empty: kind.empty,
    accept: shaped,
    isEmpty: (value) => {
      const known = value === undefined ? undefined : shaped(value);
      return known === undefined || kind.isEmpty(known);
    },
    toText: (value, options) => inWords(value, (known) => kind.toText(known, options)),
    toCell: (value, options) => inWords(value, kind.toCell ?? ((known) => kind.toText(known, options))),
    fromCell: kind.fromCell,
    draft: kind.draft,
    complete: kind.complete,
  };
}

const opaqueKinds = Object.fromEntries(
  (Object.keys(kinds) as KindName[]).map((name) => [name, opaque(kinds[name] as Kind<Json>)]),
) as Record<KindName, OpaqueKind>;

export function kindOf(field: { kind: KindName }): OpaqueKind {
  return opaqueKinds[field.kind];
}
