"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { ask } from "@/components/account/reply";
import { Button } from "@/components/ui/Button";
import { Dialog } from "@/components/ui/Dialog";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { Message } from "@/components/ui/Message";
import { TextArea } from "@/components/ui/TextInput";
import { useContentKey } from "@/components/ui/use-content-key";
import { usePending } from "@/components/ui/use-pending";
import { faultsOf, handlingForms, type HandlingWords, missingText } from "@/lib/evaluation/bad-ratings/handling";
import type { BadRatingView } from "@/lib/evaluation/bad-ratings/views";
import type { BadRatingAction } from "@/lib/evaluation/bad-ratings/workflow";
import type { AvailableAction } from "@/lib/workflow/transition";
import { HandlingChoices } from "./HandlingChoices";
import type { Handle } from "./types";

export interface HandlingDialogProps {
  view: BadRatingView;
  offer: AvailableAction<BadRatingAction>;
  words: HandlingWords;
  onWords: (words: HandlingWords) => void;
  handle: Handle;
  onClose: () => void;
  onDone: () => void;
}

/** 一步的表单：要选的、要写的都在这里；没有办成的，写过的一字不丢。 */
export function HandlingDialog({ view, offer, words, onWords, handle, onClose, onDone }: HandlingDialogProps) {
  const router = useRouter();
  const form = useId();
  const keyFor = useContentKey();
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<string>();
  const [pending, during] = usePending();
  const { action, label, tone, confirm } = offer;
  const { text } = handlingForms[action];
  const required = missingText(action, offer.needs) !== undefined;

  async function submit(event: FormEvent) {
    event.preventDefault();
    const faults = faultsOf(action, words, offer.needs);
    setErrors(faults);
    if (Object.keys(faults).length > 0 || pending) return;
    const reply = await during(ask(handle, { ...words, badRatingId: view.id, action, revision: view.revision, idempotencyKey: keyFor(words) }));
    if (reply.ok) return onDone();
    setErrors(reply.fields);
    setFailure(Object.keys(reply.fields).length === 0 ? reply.message : undefined);
    if (reply.code === "conflict") router.refresh();
  }

  const footer = (
    <>
      <Button onClick={onClose}>取消</Button>
      <Button type="submit" form={form} kind={tone === "danger" ? "danger" : "primary"} blocked={pending ? "正在办理" : undefined}>确定{label}</Button>
    </>
  );
  return (
    <Dialog open pending={pending} onClose={onClose} title={label} footer={footer}>
      <form id={form} onSubmit={(event) => void submit(event)} noValidate>
        {confirm && <p>{confirm}</p>}
        {action === "appeal" && view.undecidable && <Message tone="warn">{view.undecidable}。</Message>}
        {failure && <Message tone="warn" announce>{failure}</Message>}
        <div className="fields">
          <HandlingChoices action={action} view={view} words={words} errors={errors} onWords={onWords} />
          <FieldFrame id={`handling-${action}-text`} label={text.label} required={required} optional={!required} full help={text.help} error={errors.text}>
            {(control) => <TextArea {...control} value={words.text} onChange={(event) => onWords({ ...words, text: event.target.value })} />}
          </FieldFrame>
        </div>
      </form>
    </Dialog>
  );
}
