"use client";

import { useCallback, useRef, useState } from "react";
import type { Row, SectionAnswers } from "@/lib/forms/answers";
import type { Table } from "@/lib/forms/definition";
import { emptyRow } from "@/lib/forms/draft";
import type { SectionPatch } from "@/lib/forms/section-patch";
import type { LicensingContext } from "@/lib/licensing/context";
import type { Uploads } from "./attachments/use-uploads";
import type { SaveResult, SectionDraft } from "./use-section-draft";
import { newId } from "@/components/ui/new-id";

type LicensingTable = Table<LicensingContext>;

/** 正在编辑的一行。 */
export interface OpenRow {
  table: LicensingTable;
  row: Row;
  fresh: boolean;
}

export interface RowEditing {
  open?: OpenRow;
  /** 编辑器里已改动、还没【确定】的内容。 */
  typed?: Row;
  deleted?: { table: string; row: Row };
  add: (table: LicensingTable, preset?: SectionAnswers) => void;
  edit: (table: LicensingTable, row: Row) => void;
  /** 不要正在编辑的内容。 */
  cancel: () => void;
  /** 此刻开着的与写着的，不等重画。 */
  now: () => Editor;
  /** 内容已在页面上，只是关上编辑器；其间打开了别的、又往下写了的，不动。 */
  close: (as: Editor) => void;
  /** then 在存好之后、编辑器没有换成别的时做。 */
  confirm: (row: Row, then?: () => void) => Promise<SaveResult>;
  remove: (table: LicensingTable, row: Row) => void;
  undo: () => void;
  type: (row: Row) => void;
}

/** 编辑器：开着哪一行，写成了什么。 */
export interface Editor {
  open?: OpenRow;
  typed?: Row;
}

/** 添加、修改、删除一行：【确定】与【删除】当即保存，删除可以撤销；这一行选好的文件随【确定】上传，随【取消】【删除】去掉。 */
export function useRowEditing(draft: SectionDraft, { finish, forget }: Pick<Uploads, "finish" | "forget">): RowEditing {
  const [{ open, typed }, show] = useState<Editor>({});
  const [deleted, setDeleted] = useState<{ table: string; row: Row }>();
  // 此刻的，不等重画：保存要一会儿，其间人可能已经打开下一条
  const current = useRef<Editor>({});
  const turnTo = useCallback((next: Editor) => {
    current.current = next;
    show(next);
  }, []);
  const now = () => current.current;
  const close = (as: Editor) => {
    if (now().open === as.open && now().typed === as.typed) turnTo({});
  };
  const type = useCallback(
    (row: Row) => {
      const { open: opened } = current.current;
      if (opened?.row.rowId === row.rowId) turnTo({ open: opened, typed: row });
    },
    [turnTo],
  );

  function start(next: OpenRow) {
    const { open: left, typed: written } = now();
    // 写了一半去开另一条：写的留在页面上，算未保存的内容
    if (left && written) draft.putRow(left.table.key, written);
    turnTo({ open: next });
  }

  return {
    open, typed, deleted, type, close, now,
    add: (table, preset) => start({ table, row: emptyRow(table, newId(), preset), fresh: true }),
    edit: (table, row) => start({ table, row, fresh: false }),
    cancel: () => {
      if (open) forget(open.row.rowId);
      // 被拒之后取消：页面上不留没存进去的那一份
      if (open && draft.refused.some((issue) => issue.row === open.row.rowId)) draft.revertRow({ table: open.table.key, rowId: open.row.rowId });
      turnTo({});
    },
    confirm: async (row, then) => {
      if (!open) return "saved";
      draft.putRow(open.table.key, row);
      const result = await draft.save({ table: open.table.key, rowId: row.rowId });
      const still = now().open === open;
      if (still) turnTo(result === "held" ? { open: { ...open, row, fresh: false } } : {});
      if (result === "saved") void finish(row.rowId);
      if (still && (result === "saved" || result === "failed")) then?.();
      return result;
    },
    remove: (table, row) => {
      if (open?.row.rowId === row.rowId) turnTo({});
      forget(row.rowId);
      draft.removeRow({ table: table.key, rowId: row.rowId });
      setDeleted({ table: table.key, row });
      void draft.save({ table: table.key, rowId: row.rowId });
    },
    undo: () => {
      if (!deleted) return;
      draft.putRow(deleted.table, deleted.row);
      setDeleted(undefined);
      void draft.save({ table: deleted.table, rowId: deleted.row.rowId });
    },
  };
}

/** 连同编辑器里没确定的一行，算作未保存的全部内容。 */
export function withTyped(patch: SectionPatch, { open, typed }: Pick<RowEditing, "open" | "typed">): SectionPatch {
  if (!open || !typed) return patch;
  const table = open.table.key;
  const known = patch.rows.find((change) => change.table === table && change.rowId === typed.rowId);
  const from = known ? known.from : open.fresh ? null : open.row;
  return { ...patch, rows: [...patch.rows.filter((change) => change !== known), { table, rowId: typed.rowId, from, to: typed }] };
}
