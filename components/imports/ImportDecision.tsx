"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { type Act, ask } from "@/components/account/reply";
import { Button } from "@/components/ui/Button";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import { Message } from "@/components/ui/Message";
import { usePending } from "@/components/ui/use-pending";
import type { ImportCounts } from "@/lib/licensing/imports/report";

export interface ImportDecisionProps {
  id: string;
  counts: ImportCounts;
  apply: Act<{ id: string }, { added: number; updated: number }>;
  discard: Act<{ id: string }>;
}

/** 确认或放弃一次检查过的导入；有错的不能确认。 */
export function ImportDecision({ id, counts, apply, discard }: ImportDecisionProps) {
  const router = useRouter();
  const [asking, setAsking] = useState<"apply" | "discard">();
  const [failure, setFailure] = useState<string>();
  const [pending, during] = usePending();
  const blocked = counts.faulty > 0 ? `请先改好有错的 ${counts.faulty} 行，再重新上传检查` : counts.added + counts.updated === 0 ? "没有要写入的行" : undefined;

  async function run(what: "apply" | "discard") {
    const reply = await during(ask<{ id: string }, unknown>(what === "apply" ? apply : discard, { id }));
    setAsking(undefined);
    setFailure(reply.ok ? undefined : reply.message);
    router.refresh();
  }

  return (
    <div className="stack">
      {failure && <Message tone="bad" announce>{failure}</Message>}
      <div className="btns">
        <Button kind="primary" onClick={() => setAsking("apply")} blocked={blocked}>确认导入</Button>
        <Button onClick={() => setAsking("discard")}>放弃</Button>
        {blocked && <span className="soft">{blocked}</span>}
      </div>
      <ConfirmDialog open={asking === "apply"} onClose={() => setAsking(undefined)} title="确认导入？" confirmLabel="确认导入" onConfirm={() => void run("apply")} pending={pending}>
        将新增 {counts.added} 行、更新 {counts.updated} 行。写入前按系统的现状再核对一遍，与检查时不同就不写。
      </ConfirmDialog>
      <ConfirmDialog open={asking === "discard"} onClose={() => setAsking(undefined)} title="放弃这次导入？" confirmLabel="放弃" dangerous onConfirm={() => void run("discard")} pending={pending}>
        读出的内容随之清除，要导入须重新检查。
      </ConfirmDialog>
    </div>
  );
}
