"use client";

import { ConfirmDialog } from "./ConfirmDialog";
import type { LeaveGuard } from "./use-leave-guard";

/** 没有自己存草稿的表单：离开就没有了，先问一声。 */
export function LeaveQuestion({ guard: { leaving, stay, proceed } }: { guard: LeaveGuard }) {
  return (
    <ConfirmDialog open={leaving !== undefined} onClose={stay} title="离开这一页？" cancelLabel="留在本页" confirmLabel="放弃修改" dangerous onConfirm={proceed}>
      本页有未保存的修改，离开后不再保留。
    </ConfirmDialog>
  );
}
