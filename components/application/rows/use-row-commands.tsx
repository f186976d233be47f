"use client";

import { type ReactNode, useState } from "react";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import { usePending } from "@/components/ui/use-pending";
import { focusFirstFault, type RowEditorProps } from "./row-editor";
import type { RowForm } from "./use-row-form";

interface RowCommands {
  formId: string;
  /** 【确定】：存这一条，没存进去的焦点到第一处；then 在存好之后。 */
  confirm: (then?: () => void) => Promise<void>;
  /** 【取消】、Esc：填过的、选了文件没传的先问，没动过的当即关上。 */
  cancel: () => void;
  pending: boolean;
  /** 刚才没有存进去。 */
  held: boolean;
  question: ReactNode;
}

/** 一行编辑器的两个命令：对话框与侧边栏共用。 */
export function useRowCommands({ changed, validate }: RowForm, { options, uploads, onConfirm, onCancel }: RowEditorProps): RowCommands {
  const formId = `row-${options.row.rowId}`;
  const [asking, ask] = useState(false);
  const [pending, during] = usePending();
  const [held, setHeld] = useState(false);
  const picked = uploads.pending.some((one) => one.state === "chosen" && one.place.row === options.row.rowId);

  async function confirm(then?: () => void) {
    const row = await validate();
    if (!row) return focusFirstFault(formId);
    const result = await during(onConfirm(row, then));
    setHeld(result === "held");
    if (result === "held") focusFirstFault(formId);
  }

  return {
    formId, confirm, pending, held,
    cancel: () => (changed || picked ? ask(true) : onCancel()),
    question: asking && (
      <ConfirmDialog open onClose={() => ask(false)} title="放弃这一条的修改？" cancelLabel="接着填" confirmLabel="放弃" dangerous onConfirm={onCancel}>
        填写的内容还没有保存，放弃后不再保留。
      </ConfirmDialog>
    ),
  };
}
