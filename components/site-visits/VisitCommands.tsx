"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { ask, type Reply } from "@/components/account/reply";
import { Button } from "@/components/ui/Button";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import { Dialog } from "@/components/ui/Dialog";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { Message } from "@/components/ui/Message";
import { TextArea } from "@/components/ui/TextInput";
import type { SiteVisitView } from "@/lib/licensing/site-visit-views";
import type { SiteVisitActions } from "./types";

/** 签字与取消：签的是眼前这一版记录。 */
export function VisitCommands({ visit, sign, cancel }: { visit: SiteVisitView } & Pick<SiteVisitActions, "sign" | "cancel">) {
  const router = useRouter();
  const [asking, setAsking] = useState<"sign" | "cancel">();
  const [failure, setFailure] = useState<string>();
  const [pending, setPending] = useState(false);
  const at = { visitId: visit.id, revision: visit.revision };

  async function run(work: Promise<Reply<unknown>>) {
    setPending(true);
    const reply = await work;
    setPending(false);
    setAsking(undefined);
    setFailure(reply.ok ? undefined : reply.message);
    router.refresh();
  }

  if (!visit.maySign && !visit.mayCancel && !failure) return null;
  return (
    <div className="stack">
      {failure && <Message tone="bad" announce>{failure}</Message>}
      <div className="btns">
        {visit.maySign && <Button kind="primary" onClick={() => setAsking("sign")}>签字</Button>}
        {visit.mayCancel && <Button kind="danger" onClick={() => setAsking("cancel")}>取消核查</Button>}
      </div>
      <ConfirmDialog open={asking === "sign"} onClose={() => setAsking(undefined)} title="在核查记录上签字" confirmLabel="签字" pending={pending} onConfirm={() => void run(ask(sign, at))}>
        签字即确认记录与照片属实；各核查人员都签之后记录不能再改。确定签字吗？
      </ConfirmDialog>
      {asking === "cancel" && <CancelDialog pending={pending} onClose={() => setAsking(undefined)} onConfirm={(reason) => void run(ask(cancel, { ...at, reason }))} />}
    </div>
  );
}

function CancelDialog({ pending, onClose, onConfirm }: { pending: boolean; onClose: () => void; onConfirm: (reason: string) => void }) {
  const [fault, setFault] = useState<string>();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get("reason") ?? "").trim();
    setFault(reason === "" ? "请写明取消的理由" : undefined);
    if (reason !== "" && !pending) onConfirm(reason);
  }

  return (
    <Dialog open onClose={onClose} title="取消核查" footer={<><Button onClick={onClose}>不取消</Button><Button kind="danger" type="submit" form="cancel-visit" blocked={pending ? "正在取消" : undefined}>取消核查</Button></>}>
      <form id="cancel-visit" noValidate onSubmit={submit}>
        <p>企业会收到消息；停了的期限今天起接着算。</p>
        <div className="fields">
          <FieldFrame id="cancel-visit-reason" label="理由" required full error={fault}>
            {(control) => <TextArea {...control} name="reason" maxLength={500} />}
          </FieldFrame>
        </div>
      </form>
    </Dialog>
  );
}
