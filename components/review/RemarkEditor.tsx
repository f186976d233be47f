"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { RadioSet } from "@/components/ui/Choices";
import { FieldError } from "@/components/ui/FieldFrame";
import { TextArea } from "@/components/ui/TextInput";
import { type RemarkLevelCode, remarkLevels } from "@/lib/terms/remarks";
import { codesOf } from "@/lib/terms/option-map";
import { type RemarkTarget, useCaseDesk } from "./case-desk";
import { PhrasePicker } from "./PhrasePicker";
import { attempt } from "./types";
import type { RemarkText } from "./unsaved-remarks";

const levels = codesOf(remarkLevels).map((code) => ({ value: code, label: remarkLevels[code] }));

/** 常用语填进去是一句完整的话。 */
const sentence = (phrase: string): string => (/[。！？]$/.test(phrase) ? phrase : `${phrase}。`);

/** 写一条意见：级别、内容、常用语；存为草稿，退回补正时一次发出。onSaved 在存下之后。 */
export function RemarkEditor({ target, onSaved }: { target: RemarkTarget; onSaved: () => void }) {
  const { view, actions, unsaved, closeRemark } = useCaseDesk();
  const router = useRouter();
  const saved: RemarkText = { level: target.draft?.level ?? "must", text: target.draft?.text ?? "" };
  const [{ level, text }, setValue] = useState(unsaved.textOf(target) ?? saved);
  const [failure, setFailure] = useState<string>();
  const [saving, setSaving] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => area.current?.focus(), []);

  function change(value: RemarkText) {
    setValue(value);
    const same = value.text === saved.text && (value.level === saved.level || value.text === "");
    unsaved.keep(target, same ? undefined : value);
  }

  function close() {
    unsaved.keep(target);
    closeRemark(target);
  }

  async function save(event: FormEvent) {
    event.preventDefault();
    if (text.trim() === "") return setFailure("请写明意见");
    setSaving(true);
    const { label: _label, draft, ...place } = target;
    const work = draft
      ? actions.updateRemark({ remarkId: draft.id, level, text })
      : actions.draftRemark({ applicationId: view.applicationId, ...place, level, text });
    const reply = await attempt<unknown>(work);
    setSaving(false);
    if (!reply.ok) return setFailure(reply.message);
    close();
    onSaved();
    router.refresh();
  }

  return (
    <form className="remark" data-own-form onSubmit={save} noValidate aria-label="写意见">
      <h3>{target.label}</h3>
      <div className="choices" role="radiogroup" aria-label="意见级别">
        <RadioSet name="remark-level" options={levels} value={level} onChange={(event) => change({ level: event.target.value as RemarkLevelCode, text })} />
      </div>
      <label className="sr" htmlFor="remark-text">意见内容</label>
      <TextArea id="remark-text" ref={area} value={text} readOnly={saving} aria-invalid={failure ? true : undefined} aria-describedby={failure ? "remark-error" : undefined} onChange={(event) => change({ level, text: event.target.value })} />
      {failure && <FieldError id="remark-error">{failure}</FieldError>}
      <PhrasePicker place={target} text={text} use={(phrase) => change({ level, text: `${text.trim()}${sentence(phrase)}` })} />
      <div className="btns">
        <Button type="submit" kind="primary" slim blocked={saving ? "正在保存" : undefined}>存为草稿</Button>
        <Button slim onClick={close}>{unsaved.textOf(target) ? "不要了" : "取消"}</Button>
      </div>
    </form>
  );
}
