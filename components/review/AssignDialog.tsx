"use client";

import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/Button";
import { CheckboxSet } from "@/components/ui/Choices";
import { Dialog } from "@/components/ui/Dialog";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { Message } from "@/components/ui/Message";
import { TextInput } from "@/components/ui/TextInput";
import { usePending } from "@/components/ui/use-pending";
import type { QueueColleague } from "@/lib/licensing/queue-views";
import { awayWord } from "@/lib/terms/queue";
import type { AssignReply } from "./queue-actions";
import { attempt, type Reply } from "./types";

export interface AssignDialogProps {
  title: string;
  verb: string;
  colleagues: readonly QueueColleague[];
  assign: (given: { toIds: string[]; reason: string }) => Promise<Reply<AssignReply>>;
  onClose: () => void;
  /** 办成之后；话里说明几件、哪些没有交出去。 */
  onDone: (said: string) => void;
}

/** 办成了几件；没有交出去的说出编号与缘故。 */
export function saidOf({ moved, left, more }: AssignReply): string {
  const kept = left.length > 0 ? `；${left.length} 件没有交出去（选的人不办这个环节，或者就是承办人），仍在原处：${left.join("、")}` : "";
  return `已交出 ${moved} 件${kept}${more ? "；此人手上还有，请再移交一次" : ""}`;
}

/** 选一位或几位接手，写明理由；平均分给各人。外出的人不能选。 */
export function AssignDialog({ title, verb, colleagues, assign, onClose, onDone }: AssignDialogProps) {
  const form = useId();
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<string>();
  const [pending, during] = usePending();
  const options = colleagues.map(({ id, name, posts, awayUntil }) => ({ value: id, label: `${name}（${posts}${awayUntil ? `，${awayWord}至 ${awayUntil}` : ""}）`, disabled: awayUntil !== "" }));

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const reply = await during(attempt(assign({ toIds: given.getAll("toIds").map(String), reason: String(given.get("reason") ?? "") })));
    if (reply.ok) return onDone(saidOf(reply.value));
    setFaults(reply.fields);
    setFailure(reply.fields.toIds || reply.fields.reason ? undefined : reply.message);
  }

  const footer = (
    <>
      <Button onClick={onClose}>取消</Button>
      <Button type="submit" form={form} kind="primary" blocked={pending ? `正在${verb}` : undefined}>{verb}</Button>
    </>
  );
  return (
    <Dialog open pending={pending} onClose={onClose} title={title} footer={footer}>
      <form id={form} className="stack" onSubmit={(event) => void submit(event)} noValidate>
        {failure && <Message tone="bad" announce>{failure}</Message>}
        <div className="fields">
          <FieldFrame id="assign-to" label="接手的人" group="checkbox" required full help="选几位就平均分给各人；只分给有这个岗位、没有办过前面环节的人" error={faults.toIds}>
            <CheckboxSet name="toIds" options={options} />
          </FieldFrame>
          <FieldFrame id="assign-reason" label="理由" required full help="写进办理经过与审计，并告诉原来的承办人" error={faults.reason}>
            {(control) => <TextInput {...control} name="reason" />}
          </FieldFrame>
        </div>
      </form>
    </Dialog>
  );
}
