"use client";

import { Button } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { FieldError, RequiredMark } from "@/components/ui/FieldFrame";
import { Group } from "@/components/ui/Panel";
import { type Column, Table } from "@/components/ui/Table";
import type { Row } from "@/lib/forms/answers";
import { anchorOf } from "@/lib/forms/issue";
import { fieldColumns, IssueCell, type RowsView } from "./row-columns";

export interface RecordTableProps extends RowsView {
  rows: readonly Row[];
  /** 整张表的不符（如「请至少添加 1 条」），已报过才给。 */
  error?: string;
  onAdd: () => void;
  onEdit: (row: Row) => void;
  onDelete: (row: Row) => void;
  /** 刚删去的一行，可以撤销。 */
  deleted?: Row;
  onUndo: () => void;
  disabled?: boolean;
}

/** 短表：工作经历、培训经历、股权结构。添加、修改在对话框里，删除可以撤销。 */
export function RecordTable(props: RecordTableProps) {
  const { table, rows, error, onAdd, deleted, onUndo, disabled } = props;
  const id = anchorOf({ table: table.key });
  const title = (
    <>
      {table.label}
      {(table.min ?? 0) > 0 && <RequiredMark />}
    </>
  );
  const commands = !disabled && (
    <span className="btns">
      {deleted && (
        <Button slim icon="undo" onClick={onUndo}>
          撤销删除
        </Button>
      )}
      <Button slim onClick={onAdd}>
        {table.addLabel}
      </Button>
    </span>
  );
  return (
    <Group id={id} title={title} aside={commands}>
      <Table caption={table.label} columns={columnsOf(props)} rows={rows} rowKey={(row) => row.rowId}
        rowId={(row) => anchorOf({ table: table.key, row: row.rowId })}
        rowTone={(row) => (props.issuesOf(row).length > 0 ? "bad" : undefined)}
        empty={<EmptyState>还没有{table.rowLabel}。</EmptyState>} />
      {error && <FieldError>{error}</FieldError>}
    </Group>
  );
}

function columnsOf({ issuesOf, onEdit, onDelete, disabled, ...view }: RecordTableProps): Column<Row>[] {
  const problem: Column<Row> = {
    key: "issues", head: "问题", phoneWide: true, phoneHidden: (row) => issuesOf(row).length === 0,
    cell: (row) => <IssueCell issues={issuesOf(row)} />,
  };
  const act: Column<Row> = {
    key: "act", head: "操作", act: true,
    cell: (row, index) => (
      <>
        <Button kind="link" about={`第 ${index + 1} 行`} onClick={() => onEdit(row)}>
          {view.table.editLabel}
        </Button>
        <Button kind="link" about={`第 ${index + 1} 行`} onClick={() => onDelete(row)}>
          删除
        </Button>
      </>
    ),
  };
  const anyProblem = view.rows.some((row) => issuesOf(row).length > 0);
  return [...fieldColumns(view), ...(anyProblem ? [problem] : []), ...(disabled ? [] : [act])];
}
