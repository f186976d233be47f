"use client";

import { useState } from "react";
import { heedSessionEnd } from "@/components/account/session-end";
import { Button } from "@/components/ui/Button";
import { Checkbox } from "@/components/ui/Choices";
import { Message } from "@/components/ui/Message";
import { TextArea } from "@/components/ui/TextInput";
import { remarkLevels } from "@/lib/terms/remarks";
import { dayOf } from "./moments";
import type { Outcome, RemarkNote } from "./types";

type AnswerRemark = (command: { remarkId: string; answer: string }) => Promise<Outcome<unknown>>;

/** 本页的补正意见，每条各自标「已修改」，可附说明。 */
export function RemarkNotes({
  remarks,
  officeName,
  answer,
  onAnswered,
  hrefOf,
}: {
  remarks: readonly RemarkNote[];
  officeName: string;
  answer: AnswerRemark;
  onAnswered: (remark: RemarkNote, answer: string) => void;
  hrefOf: (remark: RemarkNote) => string | undefined;
}) {
  return remarks.map((remark, index) => (
    <RemarkItem key={remark.id} remark={remark} number={index + 1} officeName={officeName} answer={answer} onAnswered={onAnswered} href={hrefOf(remark)} />
  ));
}

function RemarkItem({
  remark,
  number,
  officeName,
  answer,
  onAnswered,
  href,
}: {
  remark: RemarkNote;
  number: number;
  officeName: string;
  answer: AnswerRemark;
  onAnswered: (remark: RemarkNote, answer: string) => void;
  href?: string;
}) {
  const [note, setNote] = useState(remark.answer ?? "");
  const [writing, setWriting] = useState(false);
  const [failure, setFailure] = useState<string>();

  async function send(text: string) {
    const outcome = await answer({ remarkId: remark.id, answer: text }).then(heedSessionEnd).catch(() => undefined);
    if (!outcome?.ok) return setFailure(outcome?.message ?? "没有送到，请检查网络后再试");
    setFailure(undefined);
    setWriting(false);
    onAnswered(remark, text);
  }

  return (
    <Message tone={remark.level === "must" ? "warn" : "info"} title={`补正意见 ${number}（${remarkLevels[remark.level]}）`} id={`remark-${remark.id}`}>
      {href ? <a href={href}>{remark.place}</a> : remark.place}：{remark.text}
      <p className="soft small">
        {officeName}
        {remark.sentAt && `，${dayOf(remark.sentAt)}`}
      </p>
      <div>
        <Checkbox label="已修改" checked={remark.answer !== undefined} onChange={() => void send(note.trim())} disabled={remark.answer !== undefined} />{" "}
        {!writing && (
          <Button kind="link" about={`补正意见 ${number}`} onClick={() => setWriting(true)}>
            {note ? "修改说明" : "填写说明"}
          </Button>
        )}
        {note && !writing && <span className="soft">说明：{note}</span>}
      </div>
      {writing && (
        <div className="stack">
          <TextArea aria-label={`补正意见 ${number} 的说明`} value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
          <div className="btns">
            <Button slim kind="primary" onClick={() => void send(note.trim())}>
              保存说明
            </Button>
            <Button slim onClick={() => setWriting(false)}>
              取消
            </Button>
          </div>
        </div>
      )}
      {failure && <p className="bad-t">{failure}</p>}
    </Message>
  );
}
