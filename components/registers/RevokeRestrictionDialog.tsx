"use client";

import { ReasonDialog } from "@/components/account/ReasonDialog";
import { type Act, ask } from "@/components/account/reply";
import type { RestrictionRow } from "@/lib/licensing/restrictions";

/** 撤回登记有误的一条，须写明理由。 */
export function RevokeRestrictionDialog({ row, revoke, onClose, onRevoked }: { row: RestrictionRow; revoke: Act<{ id: string; reason: string }>; onClose: () => void; onRevoked: () => void }) {
  return (
    <ReasonDialog
      title="撤回限制期" verb="撤回" field={{ id: "restriction-reason", label: "撤回的理由" }}
      act={(reason) => ask(revoke, { id: row.id, reason })} onClose={onClose} onDone={onRevoked}
    >
      <p>{row.enterprise}：{row.reason}。撤回后不再限制，这条记录与理由留着。</p>
    </ReasonDialog>
  );
}
