"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/Button";
import { Checkbox } from "@/components/ui/Choices";
import { FieldError } from "@/components/ui/FieldFrame";
import { Message } from "@/components/ui/Message";
import { TextArea } from "@/components/ui/TextInput";
import { remarkLevels } from "@/lib/terms/remarks";
import { dayOf } from "./moments";
import type { RemarkNote } from "./types";
import type { RemarkAnswers } from "./use-remark-answers";

interface RemarkNotesProps {
  remarks: readonly RemarkNote[];
  officeName: string;
  answers: RemarkAnswers;
  hrefOf: (remark: RemarkNote) => string | undefined;
}

/** 本页的补正意见，每条各自标「已修改」，可附说明。 */
export function RemarkNotes({ remarks, hrefOf, ...rest }: RemarkNotesProps) {
  return remarks.map((remark, index) => <RemarkItem key={remark.id} {...rest} remark={remark} number={index + 1} href={hrefOf(remark)} />);
}

type RemarkItemProps = Pick<RemarkNotesProps, "officeName" | "answers"> & { remark: RemarkNote; number: number; href?: string };

function RemarkItem({ remark, number, officeName, answers, href }: RemarkItemProps) {
  const { id, answer } = remark;
  const { [id]: text } = answers.written;
  const { [id]: failure } = answers.failures;
  const [title, errorId] = [`补正意见 ${number}`, `remark-${id}-error`];
  return (
    <Message tone={remark.level === "must" ? "warn" : "info"} title={`${title}（${remarkLevels[remark.level]}）`} id={`remark-${id}`}>
      {href ? <a href={href}>{remark.place}</a> : remark.place}：{remark.text}
      <p className="soft small">
        {officeName}
        {remark.sentAt && `，${dayOf(remark.sentAt)}`}
      </p>
      <div className="btns">
        <Checkbox label="已修改" checked={answer !== undefined} onChange={() => void answers.send(id, text ?? "")} disabled={answer !== undefined} />
        {answer && text === undefined && <span className="soft">说明：{answer}</span>}
        {text === undefined && (
          <Button kind="link" about={title} onClick={() => answers.write(id, answer ?? "")}>
            {answer ? "修改说明" : "填写说明"}
          </Button>
        )}
      </div>
      {text !== undefined && (
        <div className="stack">
          <AnswerText label={`${title} 的说明`} text={text} errorId={failure && errorId} onChange={(written) => answers.write(id, written)} />
          {failure && <FieldError id={errorId}>{failure}</FieldError>}
          <div className="btns">
            <Button slim kind="primary" onClick={() => void answers.send(id, text)}>
              保存说明
            </Button>
            <Button slim onClick={() => answers.write(id)}>
              取消
            </Button>
          </div>
        </div>
      )}
      {failure && text === undefined && <FieldError>{failure}</FieldError>}
    </Message>
  );
}

/** 点开就写；没有收下的，焦点回到它。 */
function AnswerText({ label, text, errorId, onChange }: { label: string; text: string; errorId?: string; onChange: (text: string) => void }) {
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => area.current?.focus(), [errorId]);
  return <TextArea ref={area} aria-label={label} value={text} aria-invalid={errorId ? true : undefined} aria-describedby={errorId} onChange={(event) => onChange(event.target.value)} />;
}
