"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/Button";
import { Dialog } from "@/components/ui/Dialog";
import { Message } from "@/components/ui/Message";
import { useCancel } from "./use-cancel";
import { focusFirstFault, type RowEditorProps } from "./row-editor";
import { RowFields } from "./RowFields";
import { useRowForm } from "./use-row-form";

/** 短表一条记录的对话框：【确定】当即保存这一条，【取消】不留改动。 */
export function RowDialog(props: RowEditorProps) {
  const { options, uploads, onRemoveFile, onConfirm } = props;
  const formId = `row-${options.row.rowId}`;
  const editor = useRowForm(options);
  const { cancel, question } = useCancel(editor, props);
  const [pending, setPending] = useState(false);
  const [held, setHeld] = useState(false);

  async function confirm(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    const row = await editor.validate();
    if (!row) return focusFirstFault(formId);
    setPending(true);
    const result = await onConfirm(row);
    setPending(false);
    setHeld(result === "held");
    if (result === "held") focusFirstFault(formId);
  }

  const footer = (
    <>
      <Button onClick={cancel}>取消</Button>
      <Button kind="primary" type="submit" form={formId} blocked={pending ? "正在保存" : undefined}>
        确定
      </Button>
    </>
  );
  return (
    <>
      <Dialog open onClose={cancel} title={props.title} footer={footer} large pending={pending}>
        <form id={formId} noValidate data-own-form onBlur={editor.tellNow} onSubmit={(event) => void confirm(event)}>
          {held && (
            <Message tone="bad" announce>
              这一条没有保存，请按提示修改后再按【确定】。
            </Message>
          )}
          <RowFields editor={editor} options={options} uploads={uploads} onRemoveFile={onRemoveFile} />
        </form>
      </Dialog>
      {question}
    </>
  );
}
