"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ReasonDialog } from "@/components/account/ReasonDialog";
import { ask, type Reply } from "@/components/account/reply";
import { Button } from "@/components/ui/Button";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import { Message } from "@/components/ui/Message";
import { usePending } from "@/components/ui/use-pending";
import type { SiteVisitView } from "@/lib/licensing/site-visit-views";
import type { SiteVisitActions } from "./types";

const missingReason: Reply<never> = { ok: false, code: "invalid", message: "请写明取消的理由", fields: { reason: "请写明取消的理由" } };

/** 签字与取消：签的是眼前这一版记录。 */
export function VisitCommands({ visit, sign, cancel }: { visit: SiteVisitView } & Pick<SiteVisitActions, "sign" | "cancel">) {
  const router = useRouter();
  const [asking, setAsking] = useState<"sign" | "cancel">();
  const [failure, setFailure] = useState<string>();
  const [pending, during] = usePending();
  const at = { visitId: visit.id, revision: visit.revision };

  async function confirmSign() {
    const reply = await during(ask(sign, at));
    settle(reply.ok ? undefined : reply.message);
    router.refresh();
  }

  function settle(trouble?: string) {
    setAsking(undefined);
    setFailure(trouble);
  }

  if (!visit.maySign && !visit.mayCancel && !failure && !asking) return null;
  return (
    <div className="stack">
      {failure && <Message tone="bad" announce>{failure}</Message>}
      <div className="btns">
        {visit.maySign && <Button kind="primary" onClick={() => setAsking("sign")}>签字</Button>}
        {visit.mayCancel && <Button kind="danger" onClick={() => setAsking("cancel")}>取消核查</Button>}
      </div>
      <ConfirmDialog open={asking === "sign"} onClose={() => setAsking(undefined)} title="在核查记录上签字" confirmLabel="签字" pending={pending} onConfirm={() => void confirmSign()}>
        签字即确认记录与照片属实；各核查人员都签之后记录不能再改。确定签字吗？
      </ConfirmDialog>
      {asking === "cancel" && <CancelDialog cancel={(reason) => ask(cancel, { ...at, reason })} onClose={() => setAsking(undefined)} onDone={() => settle()} />}
    </div>
  );
}

/** 没有办成的留着写的理由；页面照样换成最新的，再办时用新的修订号。 */
function CancelDialog({ cancel, onClose, onDone }: { cancel: (reason: string) => Promise<Reply<unknown>>; onClose: () => void; onDone: () => void }) {
  const { refresh } = useRouter();

  async function act(reason: string): Promise<Reply<unknown>> {
    if (reason === "") return missingReason;
    const reply = await cancel(reason);
    refresh();
    return reply;
  }

  return (
    <ReasonDialog title="取消核查" verb="取消核查" stay="不取消" field={{ id: "cancel-visit-reason", label: "理由" }} act={act} onClose={onClose} onDone={onDone}>
      <p>企业会收到消息；停了的期限今天起接着算。</p>
    </ReasonDialog>
  );
}
