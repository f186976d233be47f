"use client";

import type { Control } from "react-hook-form";
import { FieldGroup } from "@/components/ui/Panel";
import type { BaseContext } from "@/lib/forms/answers";
import type { FieldGroup as DeclaredGroup, Scope } from "@/lib/forms/definition";
import { isVisible } from "@/lib/forms/display";
import { anchorOf } from "@/lib/forms/issue";
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
}

/** 声明的各组字段；此刻不适用的字段不出现，已填的值仍留着。 */
export function FieldGroups<C extends BaseContext>({ groups, scope, control, place, errorAt, disabled, onLeave }: FieldGroupsProps<C>) {
  return groups.map((group, index) => {
    const fields = group.fields.filter((field) => isVisible(field, scope));
    if (fields.length === 0) return null;
    return (
      <FieldGroup key={group.title ?? index} title={group.title}>
        {group.note && <p className="soft small full">{group.note}</p>}
        {fields.map((field) => (
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
