"use client";

import { type FormEvent, useId, useState } from "react";
import { type Act, ask } from "@/components/account/reply";
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
import { barRule, barUntil } from "@/lib/licensing/restrictions";
import { type BarEvent, barEvents } from "@/lib/terms/credit";
import { isCodeOf } from "@/lib/terms/option-map";
import { formatChineseDate, isIsoDate } from "@/lib/workflow/iso-date";

export interface RecordBarCommand {
  uscc: string;
  event: BarEvent;
  occurredOn: string;
  note: string;
}

/** 页上的次序；提示照它列。 */
const order = ["uscc", "event", "occurredOn", "note"] as const;

const idOf = (key: string): string => `bar-${key}`;

/** 登记一种情形：哪家、哪种、哪天、依据哪份文书；限制到哪天由系统算出。 */
export function BarDialog({ record, onClose, onRecorded }: { record: Act<RecordBarCommand, { untilOn: string }>; onClose: () => void; onRecorded: (uscc: string, untilOn: string) => void }) {
  const formId = useId();
  const [event, setEvent] = useState("");
  const [occurredOn, setOccurredOn] = useState("");
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<string>();
  const [pending, during] = usePending();

  async function submit(submitted: FormEvent<HTMLFormElement>) {
    submitted.preventDefault();
    const form = new FormData(submitted.currentTarget);
    const command = { uscc: String(form.get("uscc") ?? "").trim(), event: event as BarEvent, occurredOn: occurredOn.trim(), note: String(form.get("note") ?? "").trim() };
    const reply = await during(ask(record, command));
    if (reply.ok) return onRecorded(command.uscc, reply.value.untilOn);
    setFields(reply.fields);
    setFailure(Object.keys(reply.fields).length === 0 ? reply.message : undefined);
  }

  const issues = failure ? [{ href: `#${idOf("uscc")}`, text: failure }] : issuesInOrder(order, fields, idOf);
  const footer = (
    <>
      <Button onClick={onClose}>取消</Button>
      <Button kind="primary" type="submit" form={formId} blocked={pending ? "正在登记" : undefined}>登记</Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title="登记限制期的情形" footer={footer} large pending={pending}>
      <form id={formId} noValidate onSubmit={(submitted) => void submit(submitted)}>
        <ErrorSummary issues={issues} />
        <FieldGroup>
          <FieldFrame id={idOf("uscc")} label="统一社会信用代码" required full error={fields.uscc}>
            {(control) => <TextInput {...control} name="uscc" maxLength={40} />}
          </FieldFrame>
          <FieldFrame id={idOf("event")} label="情形" group="radio" required full error={fields.event} help={isCodeOf(barEvents, event) ? barRule(event) : "先选是哪种情形，限制什么、多久随之写明"}>
            <RadioSet name="event" value={event} options={Object.entries(barEvents).map(([value, label]) => ({ value, label }))} onChange={(changed) => setEvent(changed.target.value)} />
          </FieldFrame>
          <FieldFrame id={idOf("occurredOn")} label="发生日期" required short error={fields.occurredOn} note={isCodeOf(barEvents, event) && isIsoDate(occurredOn) ? `限制到${formatChineseDate(barUntil(event, occurredOn))}` : undefined}>
            {(control) => <DateInput {...control} label="发生日期" name="occurredOn" value={occurredOn} onChange={(changed) => setOccurredOn(changed.target.value)} />}
          </FieldFrame>
          <FieldFrame id={idOf("note")} label="依据" required full help="处罚决定书、事故调查报告等的名称与文号" error={fields.note}>
            {(control) => <TextArea {...control} name="note" />}
          </FieldFrame>
        </FieldGroup>
      </form>
    </Dialog>
  );
}
