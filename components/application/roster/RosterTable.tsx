"use client";

import { memo, useDeferredValue, useMemo, useState } from "react";
import { Button } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { Pager } from "@/components/ui/Pager";
import { Panel } from "@/components/ui/Panel";
import { type Column, Table } from "@/components/ui/Table";
import { TextInput } from "@/components/ui/TextInput";
import { Views } from "@/components/ui/Views";
import type { Row } from "@/lib/forms/answers";
import { fieldsOf } from "@/lib/forms/definition";
import { anchorOf } from "@/lib/forms/issue";
import { fieldColumns, IssueCell, materialsOf, type RowsView } from "../rows/row-columns";
import { cutsOf, PAGE_ROWS, pageAround, rowsIn } from "./roster-cuts";

export interface RosterTableProps extends RowsView {
  rows: readonly Row[];
  /** 有不符项的行。 */
  troubled: ReadonlySet<string>;
  openRow?: string;
  onEdit: (row: Row) => void;
  onDelete: (row: Row) => void;
  disabled?: boolean;
}

/** 名册：筛选、查找、分页。只画当前一页，上千人也只有二十行；编辑器里打字时整张表不重画。 */
export const RosterTable = memo(function RosterTable(props: RosterTableProps) {
  const { table, rows, troubled, openRow } = props;
  const [cut, setCut] = useState("all");
  const [typed, setTyped] = useState("");
  const [page, setPage] = useState(1);
  const wanted = useDeferredValue(typed);
  const cuts = useMemo(() => cutsOf(table, rows, troubled), [table, rows, troubled]);
  const found = useMemo(() => rowsIn(cuts, cut, rows, wanted, searchKeys(props)), [cuts, cut, rows, wanted, props]);
  const shown = pageAround(found, page, PAGE_ROWS);
  const numbers = useMemo(() => new Map(rows.map((row, index) => [row.rowId, index + 1])), [rows]);

  const turnTo = (key: string) => {
    setCut(key);
    setPage(1);
  };

  return (
    <Panel flush>
      <div className="ph">
        <Views label="筛选" views={cuts.map(({ key, label, count }) => ({ key, label, count, current: key === cut, urgent: key === "troubled" && count > 0 }))} onView={turnTo} />
        <SearchField table={table} value={typed} onChange={(value) => (setTyped(value), setPage(1))} />
      </div>
      <Table caption={table.label} columns={columnsOf(props, numbers)} rows={shown.rows} rowKey={(row) => row.rowId}
        rowId={(row) => anchorOf({ table: table.key, row: row.rowId })}
        rowTone={(row) => (row.rowId === openRow ? "on" : undefined)}
        empty={<NothingHere {...props} filtered={rows.length > 0} onClear={() => (turnTo("all"), setTyped(""))} />} />
      {found.length > 0 && (
        <div className="pb">
          <Pager page={shown.page} pages={shown.pages} summary={shown.summary} onPage={setPage} />
        </div>
      )}
    </Panel>
  );
});

function SearchField({ table, value, onChange }: { table: RosterTableProps["table"]; value: string; onChange: (value: string) => void }) {
  const words = table.unique ? "姓名或证件号" : "名称";
  return (
    <div>
      <label className="sr" htmlFor={`find-${table.key}`}>
        按{words}查找
      </label>
      <TextInput id={`find-${table.key}`} type="search" placeholder={words} value={value} onChange={(event) => onChange(event.target.value)} />
    </div>
  );
}

function NothingHere({ table, filtered, onClear }: Pick<RosterTableProps, "table"> & { filtered: boolean; onClear: () => void }) {
  if (filtered) return <EmptyState actions={<Button onClick={onClear}>清除筛选</Button>}>没有符合条件的{table.rowLabel}。</EmptyState>;
  return <EmptyState>还没有录入{table.rowLabel}。可以逐个添加，也可以下载模板填好后导入。</EmptyState>;
}

const searchKeys = ({ table }: RosterTableProps): string[] => [table.titleField, ...(table.unique ? [table.unique.field] : [])];

function columnsOf({ onEdit, onDelete, disabled, issuesOf, ...view }: RosterTableProps, numbers: ReadonlyMap<string, number>): Column<Row>[] {
  const { table, context } = view;
  const named = (row: Row): string => String(row[table.titleField] || `第 ${numbers.get(row.rowId)} 行`);
  const mask = new Set(fieldsOf(table.groups).filter((field) => field.mask === "identity").map((field) => field.key));
  const number: Column<Row> = { key: "no", head: "序号", num: true, soft: true, phoneHidden: true, cell: (row) => numbers.get(row.rowId) };
  const materials: Column<Row> = { key: "files", head: "材料", phoneLabel: "材料", nowrap: true, cell: (row) => materialsOf(view, row, context.files) };
  const problem: Column<Row> = {
    key: "issues", head: "问题", phoneWide: true, phoneHidden: (row) => issuesOf(row).length === 0, cell: (row) => <IssueCell issues={issuesOf(row)} />,
  };
  const act: Column<Row> = {
    key: "act", head: "操作", act: true,
    cell: (row) => (
      <>
        <Button kind="link" about={named(row)} onClick={() => onEdit(row)}>
          {table.editLabel}
        </Button>
        <Button kind="link" about={named(row)} onClick={() => onDelete(row)}>
          删除
        </Button>
      </>
    ),
  };
  const fields = fieldColumns(view)
    .map((column, index) => ({ ...column, minor: column.minor || mask.has(column.key) || index > 3 }))
    .filter((column) => view.openRow === undefined || !column.minor);
  return [number, ...fields, ...(table.slots?.length ? [materials] : []), problem, ...(disabled ? [] : [act])];
}
