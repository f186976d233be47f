"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Message } from "@/components/ui/Message";
import type { QueueColleague } from "@/lib/licensing/queue-views";
import { AssignDialog } from "./AssignDialog";
import type { QueueActions } from "./queue-actions";
import { useQueueSelection } from "./QueueSelection";
import { attempt, type ClaimAction } from "./types";

/** 领取选中的各件；领不到的说出编号与原因。 */
export function ClaimSelected({ claim }: { claim: ClaimAction }) {
  const router = useRouter();
  const selection = useQueueSelection();
  const [failures, setFailures] = useState<string[]>([]);
  const [pending, setPending] = useState(false);
  const claimable = selection?.selected.filter((row) => row.claimable) ?? [];

  async function claimAll() {
    const said: string[] = [];
    setPending(true);
    for (const row of claimable) {
      const reply = await attempt(claim({ applicationId: row.id }));
      if (!reply.ok) said.push(`${row.number}：${reply.message}`);
    }
    setPending(false);
    setFailures(said);
    if (said.length === 0) selection?.clear();
    router.refresh();
  }

  if (claimable.length === 0 && failures.length === 0) return null;
  return (
    <>
      <Button slim onClick={() => void claimAll()} blocked={pending ? "正在领取" : claimable.length === 0 ? "选中的都已有人承办" : undefined}>领取 {claimable.length} 件</Button>
      {failures.length > 0 && <Message tone="warn" announce>{failures.join("；")}</Message>}
    </>
  );
}

/** 把选中的各件指派给同事。 */
export function AssignSelected({ assign, colleagues }: { assign: QueueActions["assign"]; colleagues: readonly QueueColleague[] }) {
  const router = useRouter();
  const selection = useQueueSelection();
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState<string>();
  const selected = selection?.selected ?? [];

  function done(words: string) {
    setOpen(false);
    setSaid(words);
    router.refresh();
  }

  return (
    <>
      <Button slim onClick={() => setOpen(true)}>指派</Button>
      {said && <Message tone="good" announce>{said}</Message>}
      {open && (
        <AssignDialog title={`指派 ${selected.length} 件`} verb="指派" colleagues={colleagues} onClose={() => setOpen(false)} onDone={done}
          assign={(given) => assign({ ...given, caseIds: selected.map(({ id }) => id) })} />
      )}
    </>
  );
}
