"use client";

import type { ComponentType } from "react";
import type { Control } from "react-hook-form";
import { Link } from "@/components/ui/Link";
import { FieldGroup } from "@/components/ui/Panel";
import type { BaseContext } from "@/lib/forms/answers";
import type { FieldGroup as DeclaredGroup, Scope } from "@/lib/forms/definition";
import { isVisible } from "@/lib/forms/display";
import { anchorOf } from "@/lib/forms/issue";
import type { ComparisonTableProps } from "./ComparisonTable";
import { DeclaredField } from "./DeclaredField";

export interface FieldGroupsProps<C extends BaseContext> {
  groups: readonly DeclaredGroup<C>[];
  scope: Scope<C>;
  control: Control;
  /** 字段在页面上的位置：页签自身，或某一行。 */
  place?: { table: string; row: string };
  errorAt: (field: string) => string | undefined;
  disabled?: boolean;
  onLeave?: (field: string) => void;
  /** 变更前后对照的画法；没有对照的页面不带它。 */
  Comparison?: ComponentType<ComparisonTableProps<C>>;
}

/** 声明的各组字段；此刻不适用的字段不出现，已填的值仍留着。 */
export function FieldGroups<C extends BaseContext>({ groups, scope, control, place, errorAt, disabled, onLeave, Comparison }: FieldGroupsProps<C>) {
  return groups.map((group, index) => {
    const fields = group.fields.filter((field) => isVisible(field, scope));
    if (fields.length === 0) return null;
    return (
      <FieldGroup key={group.title ?? index} title={group.title}>
        {(group.note || group.link) && (
          <p className="soft small full pb-2">
            {group.note}
            {group.link && <Link href={group.link.href}>{group.link.label}</Link>}
          </p>
        )}
        {group.comparisons && Comparison && (
          <Comparison caption={group.title ?? ""} comparisons={group.comparisons} fields={group.fields} scope={scope} control={control} errorAt={errorAt} disabled={disabled} onLeave={onLeave} />
        )}
        {fields.filter((field) => !isCompared(group, field.key)).map((field) => (
          <DeclaredField
            key={field.key}
            field={field}
            scope={scope}
            control={control}
            id={anchorOf({ ...place, field: field.key })}
            error={errorAt(field.key)}
            disabled={disabled}
            onLeave={onLeave && (() => onLeave(field.key))}
          />
        ))}
      </FieldGroup>
    );
  });
}

const isCompared = <C extends BaseContext>({ comparisons = [] }: DeclaredGroup<C>, key: string): boolean =>
  comparisons.some(({ before, after }) => before === key || after === key);
