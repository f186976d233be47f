"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { ReasonDialog } from "@/components/account/ReasonDialog";
import { type Act, ask } from "@/components/account/reply";
import { Button } from "@/components/ui/Button";
import { Message } from "@/components/ui/Message";
import { usePending } from "@/components/ui/use-pending";

export interface NoticeCommandsProps {
  notice: { id: string; revision: number; pinned: boolean };
  pin: Act<{ id: string; revision: number; pinned: boolean }>;
  withdraw: Act<{ id: string; revision: number; reason: string }>;
}

/** 公布着的通知能办的：置顶、撤下。 */
export function NoticeCommands({ notice: { id, revision, pinned }, pin, withdraw }: NoticeCommandsProps) {
  const router = useRouter();
  const [withdrawing, setWithdrawing] = useState(false);
  const [pending, during] = usePending();
  // 取来新的一版之前，再按用的是旧版次
  const [renewing, renew] = useTransition();
  const [failure, setFailure] = useState<string>();

  async function togglePin() {
    const reply = await during(ask(pin, { id, revision, pinned: !pinned }));
    setFailure(reply.ok ? undefined : reply.message);
    if (reply.ok) renew(() => router.refresh());
  }

  const blocked = pending || renewing ? "正在处理" : undefined;
  return (
    <>
      {failure && <Message tone="bad" announce>{failure}</Message>}
      <div className="btns">
        <Button blocked={blocked} onClick={() => void togglePin()}>{pinned ? "不再置顶" : "置顶"}</Button>
        <Button kind="danger" blocked={blocked} onClick={() => setWithdrawing(true)}>撤下</Button>
      </div>
      {withdrawing && (
        <ReasonDialog title="撤下这条通知" verb="撤下" field={{ id: "withdraw-reason", label: "理由", rows: 3 }}
          act={(reason) => ask(withdraw, { id, revision, reason })} onClose={() => setWithdrawing(false)}
          onDone={() => { setWithdrawing(false); router.refresh(); }}>
          <p>撤下后谁都看不到，不能恢复；要再公布请另起草一条。</p>
        </ReasonDialog>
      )}
    </>
  );
}
