"use client";

import type { Control } from "react-hook-form";
import { Button } from "@/components/ui/Button";
import { Checkbox } from "@/components/ui/Choices";
import { EmptyState } from "@/components/ui/EmptyState";
import { controlProps, FieldError, RequiredMark } from "@/components/ui/FieldFrame";
import { Tag } from "@/components/ui/Status";
import { Table } from "@/components/ui/Table";
import type { BaseContext } from "@/lib/forms/answers";
import { type Comparison, type Field, holds, type Scope } from "@/lib/forms/definition";
import { maskedText } from "@/lib/forms/display";
import { anchorOf } from "@/lib/forms/issue";
import { useEntry } from "./use-entry";
import { useOnlyChanged } from "./use-only-changed";

export interface ComparisonTableProps<C extends BaseContext> {
  /** 表格的名称，给读屏的人。 */
  caption: string;
  comparisons: readonly Comparison<C>[];
  fields: readonly Field<C>[];
  scope: Scope<C>;
  control: Control;
  errorAt: (field: string) => string | undefined;
  disabled?: boolean;
  onLeave?: (field: string) => void;
}

/** 变更前与变更后并排：变更前只读，变更后已按原值填好；改了的整行着色、标「已修改」，可以恢复；可以只看已修改的，收起的仍在表单里。 */
export function ComparisonTable<C extends BaseContext>(props: ComparisonTableProps<C>) {
  const { caption, comparisons, fields, scope, errorAt } = props;
  const rows = comparisons.flatMap((comparison) => {
    const [before, after] = [comparison.before, comparison.after].map((key) => fields.find((field) => field.key === key));
    return before && after ? [{ comparison, before, after, changed: isChanged(comparison, scope) }] : [];
  });
  const changed = rows.filter((row) => row.changed).length;
  const { only, setOnly, shows } = useOnlyChanged(rows.map(({ after }) => after.key));
  const shown = rows.filter((row) => shows(row.after.key, row.changed || errorAt(row.after.key) !== undefined));
  return (
    <>
      <div className="full btns pb-2">
        <p role="status">{changed === 0 ? "还没有修改" : `已修改 ${changed} 项，其余 ${rows.length - changed} 项不变`}</p>
        <Checkbox label="只看已修改" checked={only} onChange={(event) => setOnly(event.target.checked ? rows.filter((row) => row.changed).map(({ after }) => after.key) : undefined)} />
      </div>
      <div className="full">
        <Table caption={caption} className="change" rows={shown} empty={<EmptyState>还没有修改的项目；去掉“只看已修改”可以看到全部。</EmptyState>} rowKey={(row) => row.after.key} rowTone={(row) => (row.changed ? "changed" : undefined)}
          columns={[
            { key: "item", head: "登记事项", rowHead: true, cell: (row) => row.comparison.label },
            { key: "before", head: "变更前", phoneLabel: "变更前", cell: (row) => maskedText(row.before, scope) || "（空）" },
            { key: "after", head: "变更后", cell: (row) => <After {...props} {...row} /> },
          ]} />
      </div>
    </>
  );
}

/** 清空了的算没有填，不算修改。 */
function isChanged<C extends BaseContext>({ after, original }: Comparison<C>, scope: Scope<C>): boolean {
  const value = scope.own[after];
  return value !== undefined && value !== "" && value !== original(scope);
}

type AfterProps<C extends BaseContext> = ComparisonTableProps<C> & { comparison: Comparison<C>; after: Field<C>; changed: boolean };

function After<C extends BaseContext>({ comparison, after, changed, scope, control, errorAt, disabled, onLeave }: AfterProps<C>) {
  const { draw, change } = useEntry({ field: after, scope, control, disabled, onLeave: onLeave && (() => onLeave(after.key)) });
  const id = anchorOf({ field: after.key });
  const error = errorAt(after.key);
  const required = holds(after.required, scope, true);
  return (
    <div className={error ? "is-bad" : undefined}>
      <label className="sr" htmlFor={id}>
        {after.label}
        {required && <RequiredMark />}
      </label>
      <div className="ctl">{draw(controlProps({ id, required, error }))}</div>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {changed && (
        <div className="under">
          <Tag tone="changed">已修改</Tag>
          <Button kind="link" icon="undo" about={`：${comparison.label}`} onClick={() => change(comparison.original(scope))} blocked={disabled ? "现在不能修改" : undefined}>
            恢复原值
          </Button>
        </div>
      )}
    </div>
  );
}
