import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type SortDirection = "ascending" | "descending" | "none";

export type Column<Row> = {
  key: string;
  head: ReactNode;
  cell: (row: Row, index: number) => ReactNode;
  /** This column names the row and heads its card. */
  rowHead?: boolean;
  /** Numbers stand at the right. */
  num?: boolean;
  /** Leaves in large print and on narrow desks. */
  minor?: boolean;
  nowrap?: boolean;
  /** The commands of the row. */
  act?: boolean;
  soft?: boolean;
  /** The words before the value on a phone's card. */
  phoneLabel?: string;
  /** Over the whole card on a phone. */
  phoneWide?: boolean;
  /** Not on phones, always or for one row. */
  phoneHidden?: boolean | ((row: Row) => boolean);
  sort?: SortDirection;
};

export type RowTone = "bad" | "on" | "changed";

const classOfTone: Record<RowTone, string> = { bad: "bad-row", on: "on", changed: "is-chg" };

export type TableProps<Row> = {
  /** What the table shows, for screen readers; visible when `captionShown`. */
  caption: string;
  captionShown?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row, index: number) => string;
  /** "bad" for a row with an error, "on" for the row that is open, "changed" for a value that differs from before. */
  rowTone?: (row: Row) => RowTone | undefined;
  /** Makes the row a target of error links. */
  rowId?: (row: Row) => string | undefined;
  /** Said instead of rows. */
  empty?: ReactNode;
  foot?: ReactNode;
  className?: string;
};

/** A table on a desk, one card a row on a phone. The roles are repeated because grid display drops them. */
export function Table<Row>({ caption, captionShown, columns, rows, empty, foot, className, ...row }: TableProps<Row>) {
  return (
    <table role="table" className={classNames("tbl cards", className)}>
      <caption className={captionShown ? undefined : "sr"}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(headCell)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.length === 0 && empty ? (
          <tr role="row">
            <td role="cell" className="w2" colSpan={columns.length}>
              {empty}
            </td>
          </tr>
        ) : (
          rows.map((entry, index) => bodyRow(row.rowKey(entry, index), { entry, index, columns, ...row }))
        )}
      </tbody>
      {foot}
    </table>
  );
}

// Functions, not components: a list has hundreds of cells, and a component each would cost more than what it shows.

function headCell<Row>(column: Column<Row>): ReactNode {
  return (
    <th
      key={column.key}
      role="columnheader"
      scope="col"
      aria-sort={column.sort}
      className={classNames(column.num && "num", column.minor && "minor", column.act && "act")}
    >
      {column.head}
    </th>
  );
}

type RowParts<Row> = Pick<TableProps<Row>, "columns" | "rowTone" | "rowId"> & { entry: Row; index: number };

function bodyRow<Row>(key: string, { entry, index, columns, rowTone, rowId }: RowParts<Row>): ReactNode {
  const tone = rowTone?.(entry);
  const id = rowId?.(entry);
  return (
    <tr
      key={key}
      role="row"
      id={id}
      tabIndex={id ? -1 : undefined}
      className={tone && classOfTone[tone]}
      aria-current={tone === "on" ? true : undefined}
    >
      {columns.map((column) => bodyCell(column, entry, index))}
    </tr>
  );
}

function bodyCell<Row>(column: Column<Row>, entry: Row, index: number): ReactNode {
  const hidden = typeof column.phoneHidden === "function" ? column.phoneHidden(entry) : column.phoneHidden;
  const classes = classNames(
    column.num && "num",
    column.minor && "minor",
    column.nowrap && "nowrap",
    column.act && "act",
    column.soft && "soft",
    column.phoneWide && "w2",
    hidden && "hide-s",
  );
  const content = column.cell(entry, index);
  if (column.rowHead) {
    return (
      <th key={column.key} role="rowheader" scope="row" className={classes}>
        {content}
      </th>
    );
  }
  return (
    <td key={column.key} role="cell" className={classes} data-th={column.phoneLabel}>
      {content}
    </td>
  );
}
