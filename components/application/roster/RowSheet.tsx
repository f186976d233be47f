"use client";

import { type FormEvent, useEffect, useRef } from "react";
import { Button } from "@/components/ui/Button";
import { Icon } from "@/components/ui/Icon";
import { Message } from "@/components/ui/Message";
import type { RowEditorProps } from "../rows/row-editor";
import { RowFields } from "../rows/RowFields";
import { useRowCommands } from "../rows/use-row-commands";
import { useRowForm } from "../rows/use-row-form";

/** 名册一行的侧边编辑栏：不挡住名册，手机上占整页。 */
export function RowSheet({ onNext, nextLabel, ...props }: RowEditorProps & { onNext: () => void; nextLabel: string }) {
  const { options, title, uploads, onRemoveFile } = props;
  const editor = useRowForm(options);
  const { formId, confirm, cancel, pending, held, question } = useRowCommands(editor, props);
  const sheet = useRef<HTMLFormElement>(null);

  useEffect(() => {
    const form = sheet.current;
    form?.querySelector<HTMLElement>('[aria-invalid="true"], .field input:not([readonly]), .field select')?.focus({ preventScroll: true });
    form?.scrollIntoView?.({ block: "start" });
  }, []);

  function submit(event: FormEvent) {
    event.preventDefault();
    void confirm();
  }

  const blocked = pending ? "正在保存" : undefined;
  return (
    <form id={formId} className="panel sheet open" ref={sheet} tabIndex={-1} aria-labelledby={`${formId}-title`} noValidate data-own-form onBlur={editor.tellNow} onSubmit={submit}>
      <div className="ph">
        <h2 id={`${formId}-title`}>{title}</h2>
        <button className="ibtn" type="button" aria-label="关闭编辑" aria-disabled={pending || undefined} onClick={pending ? undefined : cancel}>
          <Icon name="close" />
        </button>
      </div>
      <div className="pb" inert={pending}>
        {held && (
          <Message tone="bad" announce>
            这一行没有保存，请按提示修改后再按【确定】。
          </Message>
        )}
        <RowFields editor={editor} options={options} uploads={uploads} onRemoveFile={onRemoveFile} />
      </div>
      <div className="foot2">
        <Button kind="primary" type="submit" blocked={blocked}>
          确定
        </Button>
        <Button onClick={() => void confirm(onNext)} blocked={blocked}>
          {nextLabel}
        </Button>
        <Button onClick={cancel} blocked={blocked}>取消</Button>
      </div>
      {question}
    </form>
  );
}
