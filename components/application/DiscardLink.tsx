"use client";

import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import { Message } from "@/components/ui/Message";
import type { ApplicationFacts, SectionActions } from "./types";
import { newId } from "./new-id";

/** 申请废弃：问过才办，办完去申请列表。现在不能办的不出现。 */
export function DiscardLink({ facts, discard, onDone }: { facts: ApplicationFacts; discard: SectionActions["discard"]; onDone: (href: string) => void }) {
  const [asking, ask] = useState(false);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [idempotencyKey] = useState(() => newId());
  const action = facts.actions.find((one) => one.action === "discard");
  if (!action) return null;

  async function run() {
    setPending(true);
    const outcome = await discard({ applicationId: facts.applicationId, idempotencyKey }).catch(() => undefined);
    setPending(false);
    if (outcome?.ok) return onDone("/applications");
    setFailure(outcome?.message ?? "没有送到，请检查网络后再试");
  }

  return (
    <>
      <Button kind="link" onClick={() => ask(true)} blocked={action.blockedBy}>
        {action.label}
      </Button>
      <ConfirmDialog open={asking} onClose={() => ask(false)} title={`${action.label}？`} confirmLabel={`确定${action.label.replace("申请", "")}`} dangerous pending={pending} onConfirm={() => void run()}>
        <p>
          {facts.label} {facts.number}
        </p>
        <p>{action.confirm}</p>
        {failure && <Message tone="bad" announce>{failure}</Message>}
      </ConfirmDialog>
    </>
  );
}
