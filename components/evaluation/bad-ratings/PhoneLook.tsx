"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { ask } from "@/components/account/reply";
import { Button } from "@/components/ui/Button";
import { Dialog } from "@/components/ui/Dialog";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { Message } from "@/components/ui/Message";
import { TextArea } from "@/components/ui/TextInput";
import { usePending } from "@/components/ui/use-pending";
import type { LookUp } from "./types";

/** 为回访查看评价人电话：先写理由，看一次记一次；关上就不再显示，不留在页面里。 */
export function PhoneLook({ badRatingId, lookUp }: { badRatingId: string; lookUp: LookUp }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon="eye" onClick={() => setOpen(true)}>查看电话</Button>
      {open && <PhoneDialog badRatingId={badRatingId} lookUp={lookUp} onClose={() => setOpen(false)} />}
    </>
  );
}

function PhoneDialog({ badRatingId, lookUp, onClose }: { badRatingId: string; lookUp: LookUp; onClose: () => void }) {
  const router = useRouter();
  const form = useId();
  const [reason, write] = useState("");
  const [error, setError] = useState<string>();
  const [phone, setPhone] = useState<string>();
  const [pending, during] = usePending();

  async function look(event: FormEvent) {
    event.preventDefault();
    if (reason.trim() === "") return setError("请写明查看电话的理由");
    if (pending) return;
    const reply = await during(ask(lookUp, { badRatingId, reason }));
    if (!reply.ok) return setError(reply.fields.reason ?? reply.message);
    setError(undefined);
    setPhone(reply.value.phone);
    router.refresh();
  }

  const footer = phone ? (
    <Button kind="primary" onClick={onClose}>关闭</Button>
  ) : (
    <>
      <Button onClick={onClose}>取消</Button>
      <Button type="submit" form={form} kind="primary" blocked={pending ? "正在查看" : undefined}>确定查看</Button>
    </>
  );
  return (
    <Dialog open pending={pending} onClose={onClose} title="查看评价人电话" footer={footer}>
      {phone ? (
        <Message tone="warn" announce title="评价人电话">
          <span className="num">{phone}</span>。只供这次回访使用，请勿记在别处或告诉被评价的人；本次查看已记入经过与审计。
        </Message>
      ) : (
        <form id={form} onSubmit={(event) => void look(event)} noValidate>
          <p>电话加密保存，只为回访查看；谁、何时、为什么看，都记入经过与审计。</p>
          <div className="fields">
            <FieldFrame id="phone-reason" label="查看理由" required full error={error}>
              {(control) => <TextArea {...control} value={reason} onChange={(event) => write(event.target.value)} />}
            </FieldFrame>
          </div>
        </form>
      )}
    </Dialog>
  );
}
