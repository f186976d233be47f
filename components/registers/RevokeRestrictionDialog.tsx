"use client";

import { type FormEvent, useId, useState } from "react";
import { type Act, ask } from "@/components/account/reply";
import { Button } from "@/components/ui/Button";
import { Dialog } from "@/components/ui/Dialog";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { Message } from "@/components/ui/Message";
import { TextArea } from "@/components/ui/TextInput";
import type { RestrictionRow } from "@/lib/licensing/restrictions";

/** 撤回登记有误的一条，须写明理由。 */
export function RevokeRestrictionDialog({ row, revoke, onClose, onRevoked }: { row: RestrictionRow; revoke: Act<{ id: string; reason: string }>; onClose: () => void; onRevoked: () => void }) {
  const formId = useId();
  const [fault, setFault] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const [pending, setPending] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get("reason") ?? "").trim();
    setPending(true);
    const reply = await ask(revoke, { id: row.id, reason });
    setPending(false);
    if (reply.ok) return onRevoked();
    setFault(reply.fields.reason);
    setFailure(reply.fields.reason ? undefined : reply.message);
  }

  const footer = (
    <>
      <Button onClick={onClose}>取消</Button>
      <Button kind="danger" type="submit" form={formId} blocked={pending ? "正在撤回" : undefined}>撤回</Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title="撤回限制期" footer={footer}>
      <form id={formId} className="stack" noValidate onSubmit={(event) => void submit(event)}>
        {failure && <Message tone="bad" announce>{failure}</Message>}
        <p>{row.enterprise}：{row.reason}。撤回后不再限制，这条记录与理由留着。</p>
        <FieldFrame id="restriction-reason" label="撤回的理由" required full error={fault}>
          {(control) => <TextArea {...control} name="reason" maxLength={500} />}
        </FieldFrame>
      </form>
    </Dialog>
  );
}
