"use client";

import { type ReactNode, useState } from "react";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import type { RowEditorProps } from "./row-editor";
import type { RowForm } from "./use-row-form";

/** 【取消】、Esc：填过的、选了文件没传的先问，没动过的当即关上。 */
export function useCancel({ changed }: RowForm, { options, uploads, onCancel }: RowEditorProps): { cancel: () => void; question: ReactNode } {
  const [asking, ask] = useState(false);
  const picked = uploads.pending.some((one) => one.state === "chosen" && one.place.row === options.row.rowId);
  return {
    cancel: () => (changed || picked ? ask(true) : onCancel()),
    question: asking && (
      <ConfirmDialog open onClose={() => ask(false)} title="放弃这一条的修改？" cancelLabel="接着填" confirmLabel="放弃" dangerous onConfirm={onCancel}>
        填写的内容还没有保存，放弃后不再保留。
      </ConfirmDialog>
    ),
  };
}
