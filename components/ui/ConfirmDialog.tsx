"use client";

import type { ReactNode } from "react";
import { Button } from "./Button";
import { Dialog } from "./Dialog";

export type ConfirmDialogProps = {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  confirmLabel: string;
  onConfirm: () => void;
  /** Outlined red, never the default. */
  dangerous?: boolean;
  cancelLabel?: string;
  /** A third way between the two: 「放弃修改」. */
  middle?: ReactNode;
  /** Under way: it can be neither taken back nor asked for again. */
  pending?: boolean;
};

/** A question that needs a yes before anything happens. */
export function ConfirmDialog({
  open,
  onClose,
  title,
  children,
  confirmLabel,
  onConfirm,
  dangerous,
  cancelLabel = "取消",
  middle,
  pending,
}: ConfirmDialogProps) {
  const busy = pending ? "正在处理" : undefined;
  const footer = (
    <>
      <Button onClick={onClose} blocked={busy}>{cancelLabel}</Button>
      {middle}
      <Button kind={dangerous ? "danger" : "primary"} onClick={onConfirm} blocked={busy}>
        {confirmLabel}
      </Button>
    </>
  );
  return (
    <Dialog open={open} onClose={onClose} title={title} footer={footer} pending={pending}>
      {children}
    </Dialog>
  );
}
