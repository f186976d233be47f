"use client";

import { type FormEvent, useId, useState } from "react";
import { type Act, ask } from "@/components/account/reply";
import { Button } from "@/components/ui/Button";
import { Checkbox } from "@/components/ui/Choices";
import { Dialog } from "@/components/ui/Dialog";
import { ErrorSummary } from "@/components/ui/ErrorSummary";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { FieldGroup } from "@/components/ui/Panel";
import { TextArea, TextInput } from "@/components/ui/TextInput";
import { issuesInOrder } from "@/components/ui/summary-issues";
import { usePending } from "@/components/ui/use-pending";

export type HandOver = Act<{ enterpriseId: string; displayName: string; mobile: string; colleagues: boolean; reason: string }, { disabled: number }>;

export interface HandOverDialogProps {
  enterprise: { id: string; name: string };
  localNotice?: string;
  handOver: HandOver;
  onClose: () => void;
  onDone: (name: string, disabled: number) => void;
}

const order = ["displayName", "mobile", "reason"] as const;

/** 移交：接手人是谁、为什么；原来的企业管理员随即停用。 */
export function HandOverDialog({ enterprise, localNotice, handOver, onClose, onDone }: HandOverDialogProps) {
  const formId = useId();
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<string>();
  const [pending, during] = usePending();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (key: string): string => String(form.get(key) ?? "").trim();
    const name = text("displayName");
    const reply = await during(ask(handOver, { enterpriseId: enterprise.id, displayName: name, mobile: text("mobile"), colleagues: form.get("colleagues") === "on", reason: text("reason") }));
    if (reply.ok) return onDone(name, reply.value.disabled);
    setFaults(reply.fields);
    setFailure(order.some((key) => reply.fields[key]) ? undefined : reply.message);
  }

  const issues = failure ? [{ href: "#hand-displayName", text: failure }] : issuesInOrder(order, faults, (key) => `hand-${key}`);
  const footer = (
    <>
      <Button onClick={onClose}>取消</Button>
      <Button kind="danger" type="submit" form={formId} blocked={pending ? "正在移交" : undefined}>移交</Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={`移交${enterprise.name}`} footer={footer} pending={pending}>
      <form id={formId} className="stack" noValidate onSubmit={(event) => void submit(event)}>
        <ErrorSummary issues={issues} />
        <p>请先核对接手人的身份与企业的证明。移交后，原来的企业管理员立即停用，没有接受的邀请撤回；申请、许可证都不变。</p>
        <FieldGroup>
          <FieldFrame id="hand-displayName" label="接手人姓名" required error={faults.displayName}>
            {(control) => <TextInput {...control} name="displayName" autoComplete="off" />}
          </FieldFrame>
          <FieldFrame id="hand-mobile" label="接手人手机号码" required help={localNotice ?? "接收设置账号的链接"} error={faults.mobile}>
            {(control) => <TextInput {...control} name="mobile" type="tel" inputMode="tel" maxLength={30} autoComplete="off" />}
          </FieldFrame>
          <FieldFrame id="hand-reason" label="理由" required full help="凭什么证明移交给他，记入审计" error={faults.reason}>
            {(control) => <TextArea {...control} name="reason" rows={3} />}
          </FieldFrame>
        </FieldGroup>
        <Checkbox name="colleagues" label="同事的账号也停用，由接手人另行邀请" />
      </form>
    </Dialog>
  );
}
