"use client";

import { type FormEvent, type ReactNode, useId, useState } from "react";
import { Button } from "@/components/ui/Button";
import { Dialog } from "@/components/ui/Dialog";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { Message } from "@/components/ui/Message";
import { TextInput } from "@/components/ui/TextInput";
import { PasswordInput } from "./PasswordInput";
import type { Reply } from "./reply";

export interface Proof {
  password: string;
  code: string;
}

export interface ProveDialogProps {
  title: string;
  verb: string;
  dangerous?: boolean;
  act: (proof: Proof) => Promise<Reply<unknown>>;
  onClose: () => void;
  children: ReactNode;
}

/** 要紧的一步：密码与动态口令都要再输入一次。 */
export function ProveDialog({ title, verb, dangerous, act, onClose, children }: ProveDialogProps) {
  const formId = useId();
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<string>();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const reply = await act({ password: String(form.get("password") ?? ""), code: String(form.get("code") ?? "") });
    if (reply.ok) return;
    setFaults(reply.fields);
    setFailure(reply.fields.password || reply.fields.code ? undefined : reply.message);
  }

  const footer = (
    <>
      <Button onClick={onClose}>取消</Button>
      <Button kind={dangerous ? "danger" : "primary"} type="submit" form={formId}>{verb}</Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={title} footer={footer}>
      <form id={formId} className="stack" noValidate onSubmit={(event) => void submit(event)}>
        {failure && <Message tone="bad" announce>{failure}</Message>}
        <p>{children}</p>
        <FieldFrame id="prove-password" label="登录密码" required error={faults.password}>
          {(control) => <PasswordInput {...control} name="password" autoComplete="current-password" />}
        </FieldFrame>
        <FieldFrame id="prove-code" label="动态口令" required help="或一个恢复码" error={faults.code}>
          {(control) => <TextInput {...control} name="code" autoComplete="one-time-code" maxLength={20} />}
        </FieldFrame>
      </form>
    </Dialog>
  );
}
