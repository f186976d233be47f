"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { ask } from "@/components/account/reply";
import { Button } from "@/components/ui/Button";
import { RadioSet } from "@/components/ui/Choices";
import { DateInput } from "@/components/ui/DateInput";
import { Dialog } from "@/components/ui/Dialog";
import { ErrorSummary } from "@/components/ui/ErrorSummary";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { FieldGroup } from "@/components/ui/Panel";
import { TextArea, TextInput } from "@/components/ui/TextInput";
import { issuesInOrder } from "@/components/ui/summary-issues";
import { usePending } from "@/components/ui/use-pending";
import { type DeliveryWay, deliveryWays } from "@/lib/terms/documents";
import type { DeliveryProps } from "./RegisterDelivery";

/** 各项的先后，也是错误列出的先后。 */
const order = ["way", "on", "receiver", "note"] as const;

const idOf = (key: string): string => `delivery-${key}`;

/** 登记送达：怎样送达、哪天、谁收的；没有登记成，填的还在。 */
export function DeliveryDialog({ document, register, onClose }: DeliveryProps & { onClose: () => void }) {
  const router = useRouter();
  const formId = useId();
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<string>();
  const [pending, during] = usePending();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const said = (key: string): string => String(form.get(key) ?? "").trim();
    const reply = await during(ask(register, { documentId: document.id, way: said("way") as DeliveryWay, on: said("on"), receiver: said("receiver"), note: said("note") }));
    if (reply.ok) {
      router.refresh();
      return onClose();
    }
    setFields(reply.fields);
    setFailure(Object.keys(reply.fields).length === 0 ? reply.message : undefined);
  }

  const issues = failure ? [{ href: `#${idOf("receiver")}`, text: failure }] : issuesInOrder(order, fields, idOf);
  const footer = (
    <>
      <Button onClick={onClose}>取消</Button>
      <Button kind="primary" type="submit" form={formId} blocked={pending ? "正在登记" : undefined}>登记</Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title="登记送达" footer={footer} large pending={pending}>
      <form id={formId} className="stack" noValidate onSubmit={(event) => void submit(event)}>
        <ErrorSummary issues={issues} />
        <p className="soft">《{document.kindWord}》{document.number}。登记之后不能更改；企业登录打开文书的，系统自动记为电子送达。</p>
        <FieldGroup>
          <FieldFrame id={idOf("way")} label="送达方式" group="radio" required full error={fields.way}>
            <RadioSet name="way" defaultValue="direct" options={Object.entries(deliveryWays).map(([value, label]) => ({ value, label }))} />
          </FieldFrame>
          <FieldFrame id={idOf("on")} label="送达日期" required short error={fields.on}>
            {(control) => <DateInput {...control} label="送达日期" name="on" />}
          </FieldFrame>
          <FieldFrame id={idOf("receiver")} label="收件人" required error={fields.receiver} help="签收的人，或者收件的地址">
            {(control) => <TextInput {...control} name="receiver" autoComplete="off" />}
          </FieldFrame>
          <FieldFrame id={idOf("note")} label="备注" full optional help="邮单号码、签收情况" error={fields.note}>
            {(control) => <TextArea {...control} name="note" />}
          </FieldFrame>
        </FieldGroup>
      </form>
    </Dialog>
  );
}
