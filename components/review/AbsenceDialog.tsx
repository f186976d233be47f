"use client";

import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/Button";
import { DateInput } from "@/components/ui/DateInput";
import { Dialog } from "@/components/ui/Dialog";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { Message } from "@/components/ui/Message";
import { TextInput } from "@/components/ui/TextInput";
import { usePending } from "@/components/ui/use-pending";
import type { QueuePerson } from "@/lib/licensing/queue-views";
import { awayWord } from "@/lib/terms/queue";
import type { PeopleActions } from "./queue-actions";
import { attempt } from "./types";

export interface AbsenceDialogProps {
  person: QueuePerson;
  record: PeopleActions["recordAbsence"];
  onClose: () => void;
  onDone: () => void;
}

/** 登记外出：起止都算；这些日子不指派案件给他。 */
export function AbsenceDialog({ person, record, onClose, onDone }: AbsenceDialogProps) {
  const form = useId();
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<string>();
  const [pending, during] = usePending();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const text = (name: string): string => String(given.get(name) ?? "").trim();
    const reply = await during(attempt(record({ accountId: person.id, fromOn: text("fromOn"), untilOn: text("untilOn"), note: text("note") })));
    if (reply.ok) return onDone();
    setFaults(reply.fields);
    setFailure(Object.keys(reply.fields).length > 0 ? undefined : reply.message);
  }

  const footer = (
    <>
      <Button onClick={onClose}>取消</Button>
      <Button type="submit" form={form} kind="primary" blocked={pending ? "正在登记" : undefined}>登记</Button>
    </>
  );
  return (
    <Dialog open pending={pending} onClose={onClose} title={`登记${person.name}${awayWord}`} footer={footer}>
      <form id={form} className="stack" onSubmit={(event) => void submit(event)} noValidate>
        {failure && <Message tone="bad" announce>{failure}</Message>}
        <div className="fields">
          <FieldFrame id="absence-from" label="开始" required short error={faults.fromOn}>{(control) => <DateInput {...control} name="fromOn" label="开始" />}</FieldFrame>
          <FieldFrame id="absence-until" label="结束" required short help="当天也算" error={faults.untilOn}>{(control) => <DateInput {...control} name="untilOn" label="结束" />}</FieldFrame>
          <FieldFrame id="absence-note" label="说明" full optional error={faults.note}>{(control) => <TextInput {...control} name="note" />}</FieldFrame>
        </div>
      </form>
    </Dialog>
  );
}
