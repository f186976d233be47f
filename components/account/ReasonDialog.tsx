"use client";

import { type FormEvent, type ReactNode, useId, useState } from "react";
import { Button } from "@/components/ui/Button";
import { Dialog } from "@/components/ui/Dialog";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { Message } from "@/components/ui/Message";
import { TextArea } from "@/components/ui/TextInput";
import { usePending } from "@/components/ui/use-pending";
import type { Reply } from "./reply";

export interface ReasonDialogProps {
  title: string;
  /** 按钮上的动词：撤销、撤回。 */
  verb: string;
  /** 办了会怎样。 */
  children: ReactNode;
  /** 不办的那个按钮；动词本身就是“取消”的另起一个。 */
  stay?: string;
  field: { id: string; label: string; rows?: number };
  act: (reason: string) => Promise<Reply<unknown>>;
  onClose: () => void;
  onDone: () => void;
}

/** 不能恢复的一步：说明后果，写明理由，再确认一次才办；没有办成的，写的还在。 */
export function ReasonDialog({ title, verb, stay = "取消", children, field: { id, label, rows }, act, onClose, onDone }: ReasonDialogProps) {
  const formId = useId();
  const [fault, setFault] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const [pending, during] = usePending();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get("reason") ?? "").trim();
    const reply = await during(act(reason));
    if (reply.ok) return onDone();
    setFault(reply.fields.reason);
    setFailure(reply.fields.reason ? undefined : reply.message);
  }

  const footer = (
    <>
      <Button onClick={onClose}>{stay}</Button>
      <Button kind="danger" type="submit" form={formId} blocked={pending ? `正在${verb}` : undefined}>{verb}</Button>
    </>
  );
  return (
    <Dialog open pending={pending} onClose={onClose} title={title} footer={footer}>
      <form id={formId} className="stack" noValidate onSubmit={(event) => void submit(event)}>
        {failure && <Message tone="bad" announce>{failure}</Message>}
        {children}
        <FieldFrame id={id} label={label} required full error={fault}>
          {(control) => <TextArea {...control} name="reason" {...(rows ? { rows } : {})} />}
        </FieldFrame>
      </form>
    </Dialog>
  );
}
