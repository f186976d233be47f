"use client";

import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Select } from "@/components/ui/Select";
import type { Row, SectionAnswers } from "@/lib/forms/answers";
import { type Scope, type Table, fieldsOf, optionsOf } from "@/lib/forms/definition";
import type { LicensingContext } from "@/lib/licensing/context";

export interface RosterToolsProps {
  table: Table<LicensingContext>;
  rows: readonly Row[];
  scope: Scope<LicensingContext>;
  /** 模板与导出的地址；不能用表格的名册没有。 */
  sheetHref?: string;
  onAdd: (preset: SectionAnswers) => void;
  onImport: () => void;
  deleted?: Row;
  onUndo: () => void;
}

/** 名册的工具行：先选发证机关再添加，导入、模板、导出、撤销删除。 */
export function RosterTools({ table, rows, scope, sheetHref, onAdd, onImport, deleted, onUndo }: RosterToolsProps) {
  const first = fieldsOf(table.groups).find((field) => field.key === table.chooseFirst);
  const options = Object.entries((first && optionsOf(first, scope)) ?? {}).map(([value, label]) => ({ value, label }));
  const [chosen, setChosen] = useState(() => lastChosen(rows, table.chooseFirst));
  const selectId = `choose-${table.key}`;
  const blocked = first && chosen === "" ? `请先选择${first.label}` : undefined;
  return (
    <div className="tools">
      {first && (
        <div className="all">
          <label htmlFor={selectId}>{first.label}（添加前先选）</label>
          <Select className="in" id={selectId} options={options} value={chosen} onChange={(event) => setChosen(event.target.value)} />
        </div>
      )}
      <Button
        kind="primary"
        icon="plus"
        aria-label={`${table.addLabel} 添加${table.rowLabel}`}
        blocked={blocked}
        onBlocked={() => document.getElementById(selectId)?.focus()}
        onClick={() => onAdd(first ? { [first.key]: presetFor(first.kind, chosen) } : {})}
      >
        添加{table.rowLabel}
      </Button>
      {sheetHref && (
        <>
          <Button onClick={onImport}>导入表格</Button>
          <a className="btn" href={`${sheetHref}?kind=template`} download>
            下载模板
          </a>
          <a className="btn" href={`${sheetHref}?kind=export`} download>
            导出 {rows.length} {table.unique ? "人" : "行"}
          </a>
        </>
      )}
      {deleted && (
        <Button className="push" icon="undo" onClick={onUndo}>
          撤销删除
        </Button>
      )}
    </div>
  );
}

const presetFor = (kind: string, chosen: string) => (kind === "multiSelect" ? [chosen] : chosen);

/** 接着上一个人的发证机关填，通常一批是同一家。 */
function lastChosen(rows: readonly Row[], key: string | undefined): string {
  const value = key === undefined ? undefined : rows.at(-1)?.[key];
  return typeof value === "string" ? value : "";
}
