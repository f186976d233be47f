"use client";

import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/Button";
import { Dialog } from "@/components/ui/Dialog";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { TextInput } from "@/components/ui/TextInput";
import { usePending } from "@/components/ui/use-pending";

export interface TakeOverDialogProps {
  title: string;
  /** 办成了答 undefined，没有办成答一句话。 */
  takeOver: (reason: string) => Promise<string | undefined>;
  onClose: () => void;
}

/** 接办：从现在的承办人手里接过来，须写理由；没有办成的，写的还在。 */
export function TakeOverDialog({ title, takeOver, onClose }: TakeOverDialogProps) {
  const [reason, setReason] = useState("");
  const [failure, setFailure] = useState<string>();
  const [pending, during] = usePending();
  const form = useId();

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (reason.trim() === "") return setFailure("请写明接办的理由");
    const refused = await during(takeOver(reason.trim()));
    setFailure(refused);
  }

  const footer = (
    <>
      <Button onClick={onClose}>取消</Button>
      <Button type="submit" form={form} kind="primary" blocked={pending ? "正在接办" : undefined}>接办</Button>
    </>
  );
  return (
    <Dialog open pending={pending} onClose={onClose} title={title} footer={footer}>
      <form id={form} onSubmit={(event) => void submit(event)} noValidate>
        <div className="fields">
          <FieldFrame id="take-over-reason" label="接办的理由" required full help="写进办理经过与审计，并告诉原来的承办人" error={failure}>
            {(control) => <TextInput {...control} value={reason} onChange={(event) => setReason(event.target.value)} />}
          </FieldFrame>
        </div>
      </form>
    </Dialog>
  );
}
