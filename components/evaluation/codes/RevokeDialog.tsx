"use client";

import { ReasonDialog } from "@/components/account/ReasonDialog";
import { type Act, ask } from "@/components/account/reply";

export type RevokeCode = Act<{ codeId: string; reason: string }>;

/** 撤销一个码：写明原因，再确认一次才办。 */
export function RevokeDialog({ code, revoke, onClose, onRevoked }: { code: { id: string; name: string }; revoke: RevokeCode; onClose: () => void; onRevoked: () => void }) {
  return (
    <ReasonDialog
      title={`撤销二维码：${code.name}`} verb="撤销" field={{ id: "revoke-reason", label: "撤销原因", rows: 2 }}
      act={(reason) => ask(revoke, { codeId: code.id, reason })} onClose={onClose} onDone={onRevoked}
    >
      <p>撤销后扫这个码的人会看到“已撤销”，不能恢复；收到过的评价不变。张贴着的海报请取下。</p>
    </ReasonDialog>
  );
}
