"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { heedSessionEnd } from "@/components/account/session-end";
import { Button } from "@/components/ui/Button";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import { Dialog } from "@/components/ui/Dialog";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { Message } from "@/components/ui/Message";
import { TextArea } from "@/components/ui/TextInput";
import { useContentKey } from "@/components/ui/use-content-key";
import { usePending } from "@/components/ui/use-pending";

interface AnswerCommand {
  caseId: string;
  agree: boolean;
  reason?: string;
  idempotencyKey: string;
}

type Reply = { ok: true } | { ok: false; message: string; fields: Readonly<Record<string, string>> };

export interface ConfirmationFormProps {
  caseId: string;
  applicant: string;
  answer: (command: AnswerCommand) => Promise<Reply>;
}

const offline: Reply = { ok: false, message: "没有送到，请检查网络后再试；填写的内容仍在本页。", fields: {} };

/** 【同意】【不同意】：同意前再说一次后果，不同意须写理由。 */
export function ConfirmationForm({ caseId, applicant, answer }: ConfirmationFormProps) {
  const router = useRouter();
  const [open, setOpen] = useState<"agree" | "decline">();
  const [reason, setReason] = useState("");
  const [error, setError] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const [pending, during] = usePending();
  const keyFor = useContentKey();

  async function send(agree: boolean) {
    const said = { caseId, agree, ...(agree ? {} : { reason: reason.trim() }) };
    const reply = await during(answer({ ...said, idempotencyKey: keyFor(said) }).then(heedSessionEnd).catch(() => offline));
    if (reply.ok) {
      setOpen(undefined);
      return router.refresh();
    }
    setError(reply.fields.reason);
    if (reply.fields.reason) return;
    setOpen(undefined);
    setFailure(reply.message);
  }

  function decline(event: FormEvent) {
    event.preventDefault();
    if (!pending) void send(false);
  }

  return (
    <>
      {failure && <Message tone="bad" announce>{failure}</Message>}
      <div className="btns">
        <Button kind="primary" onClick={() => setOpen("agree")}>同意</Button>
        <Button onClick={() => setOpen("decline")}>不同意</Button>
      </div>
      <ConfirmDialog open={open === "agree"} onClose={() => setOpen(undefined)} title="同意？" confirmLabel="确定同意" pending={pending} onConfirm={() => void send(true)}>
        <p>{applicant}的申请准予之后，上面所列对贵单位许可证与人员的作用立即生效。同意之后，贵单位的其他申请要等这件办结才能提交。</p>
      </ConfirmDialog>
      {open === "decline" && (
        <Dialog open onClose={() => setOpen(undefined)} title="不同意" pending={pending}
          footer={
            <>
              <Button onClick={() => setOpen(undefined)} blocked={pending ? "正在办理" : undefined}>取消</Button>
              <Button type="submit" form="decline" kind="danger" blocked={pending ? "正在办理" : undefined}>确定不同意</Button>
            </>
          }>
          <form id="decline" onSubmit={decline} noValidate>
            <div className="fields">
              <FieldFrame id="decline-reason" label="理由" required full help="至少5个字，申请人和办理机构都看得到" error={error}>
                {(control) => <TextArea {...control} value={reason} onChange={(event) => setReason(event.target.value)} />}
              </FieldFrame>
            </div>
          </form>
        </Dialog>
      )}
    </>
  );
}
