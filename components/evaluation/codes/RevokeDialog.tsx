"use client";

import { type FormEvent, useId, useState } from "react";
import { type Act, ask } from "@/components/account/reply";
import { Button } from "@/components/ui/Button";
import { Dialog } from "@/components/ui/Dialog";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { Message } from "@/components/ui/Message";
import { TextArea } from "@/components/ui/TextInput";

export type RevokeCode = Act<{ codeId: string; reason: string }>;

/** 撤销一个码：写明原因，再确认一次才办。 */
export function RevokeDialog({ code, revoke, onClose, onRevoked }: { code: { id: string; name: string }; revoke: RevokeCode; onClose: () => void; onRevoked: () => void }) {
  const formId = useId();
  const [fault, setFault] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const [pending, setPending] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get("reason") ?? "").trim();
    setPending(true);
    const reply = await ask(revoke, { codeId: code.id, reason });
    setPending(false);
    if (reply.ok) return onRevoked();
    setFault(reply.fields.reason);
    setFailure(reply.fields.reason ? undefined : reply.message);
  }

  const footer = (
    <>
      <Button onClick={onClose}>取消</Button>
      <Button kind="danger" type="submit" form={formId} blocked={pending ? "正在撤销" : undefined}>撤销</Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={`撤销二维码：${code.name}`} footer={footer}>
      <form id={formId} className="stack" noValidate onSubmit={(event) => void submit(event)}>
        {failure && <Message tone="bad" announce>{failure}</Message>}
        <p>撤销后扫这个码的人会看到“已撤销”，不能恢复；收到过的评价不变。张贴着的海报请取下。</p>
        <FieldFrame id="revoke-reason" label="撤销原因" required full error={fault}>
          {(control) => <TextArea {...control} name="reason" rows={2} maxLength={200} />}
        </FieldFrame>
      </form>
    </Dialog>
  );
}
