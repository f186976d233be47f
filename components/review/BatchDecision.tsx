"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { type Act, ask } from "@/components/account/reply";
import { Button } from "@/components/ui/Button";
import { Dialog } from "@/components/ui/Dialog";
import { Message } from "@/components/ui/Message";
import { newId } from "@/components/ui/new-id";
import { usePending } from "@/components/ui/use-pending";
import type { BatchAction, BatchPreview, BatchResult } from "@/lib/licensing/batch";
import { BatchOutcome, BatchRows } from "./BatchRows";

export interface BatchActions {
  preview: Act<{ action: BatchAction; applicationIds: string[] }, BatchPreview>;
  decide: Act<{ action: BatchAction; batchKey: string; items: { applicationId: string; revision: number }[] }, { results: BatchResult[] }>;
}

export interface BatchDecisionProps extends BatchActions {
  action: BatchAction;
  /** 「批量受理」「批量签发」。 */
  label: string;
  applicationIds: readonly string[];
  /** 办过之后：清掉选择。 */
  onDone: () => void;
}

/** 成批办理：先看每一件会怎样，再一并确定；办完逐件说明，没有办成的写明为什么。 */
export function BatchDecision({ action, label, applicationIds, preview, decide, onDone }: BatchDecisionProps) {
  const [shown, setShown] = useState<BatchPreview>();
  const [failure, setFailure] = useState<string>();
  const [pending, during] = usePending();

  async function look() {
    const reply = await during(ask(preview, { action, applicationIds: [...applicationIds] }));
    setFailure(reply.ok ? undefined : reply.message);
    if (reply.ok) setShown(reply.value);
  }

  return (
    <>
      <Button onClick={() => void look()} blocked={pending ? "正在核对" : undefined}>{label}</Button>
      {failure && <Message tone="bad" announce>{failure}</Message>}
      {shown && <BatchDialog label={label} preview={shown} decide={decide} onClose={() => setShown(undefined)} onDone={onDone} />}
    </>
  );
}

interface BatchDialogProps extends Pick<BatchDecisionProps, "label" | "decide" | "onDone"> {
  preview: BatchPreview;
  onClose: () => void;
}

function BatchDialog({ label, preview, decide, onClose, onDone }: BatchDialogProps) {
  const router = useRouter();
  const [key] = useState(() => newId());
  const [results, setResults] = useState<readonly BatchResult[]>();
  const [failure, setFailure] = useState<string>();
  const [pending, during] = usePending();
  const ready = preview.rows.filter(({ obstacle }) => obstacle === "");

  async function run() {
    if (pending) return;
    const reply = await during(ask(decide, { action: preview.action, batchKey: key, items: ready.map(({ applicationId, revision }) => ({ applicationId, revision })) }));
    setFailure(reply.ok ? undefined : reply.message);
    if (reply.ok) setResults(reply.value.results);
  }

  function close() {
    onClose();
    if (!results) return;
    onDone();
    router.refresh();
  }

  const count = `${ready.length} 件`;
  const footer = results ? (
    <Button kind="primary" onClick={close}>关闭</Button>
  ) : (
    <>
      <Button onClick={close}>取消</Button>
      <Button kind="primary" onClick={() => void run()} blocked={pending ? "正在办理" : ready.length === 0 ? "没有可以办的" : undefined}>{preview.label} {count}</Button>
    </>
  );
  return (
    <Dialog open large pending={pending} onClose={close} title={label} footer={footer}>
      <div className="stack">
        {failure && <Message tone="bad" announce>{failure}</Message>}
        {results ? <BatchOutcome results={results} /> : <BatchRows preview={preview} />}
      </div>
    </Dialog>
  );
}
