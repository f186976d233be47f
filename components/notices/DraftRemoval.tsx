"use client";

import { useState } from "react";
import { type Act, ask } from "@/components/account/reply";
import { Button } from "@/components/ui/Button";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import { Message } from "@/components/ui/Message";
import { useOpen } from "@/components/ui/opening";

/** 删去一条没有公布的草稿。 */
export function DraftRemoval({ id, remove }: { id: string; remove: Act<{ id: string }> }) {
  const open = useOpen();
  const [asking, setAsking] = useState(false);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string>();

  async function run() {
    setPending(true);
    const reply = await ask(remove, { id });
    // 删去了的就要离开本页，不再让人按
    setPending(reply.ok);
    setAsking(false);
    setFailure(reply.ok ? undefined : reply.message);
    if (reply.ok) open("/admin/notices");
  }

  return (
    <>
      {failure && <Message tone="bad" announce>{failure}</Message>}
      <Button kind="danger" blocked={pending ? "正在处理" : undefined} onClick={() => setAsking(true)}>删去草稿</Button>
      <ConfirmDialog open={asking} onClose={() => setAsking(false)} title="删去这条草稿？" confirmLabel="删去" dangerous pending={pending} onConfirm={() => void run()}>删去后不能恢复。</ConfirmDialog>
    </>
  );
}
