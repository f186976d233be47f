"use client";

import type { FormEvent } from "react";
import { Button } from "@/components/ui/Button";
import { Dialog } from "@/components/ui/Dialog";
import { Message } from "@/components/ui/Message";
import type { RowEditorProps } from "./row-editor";
import { RowFields } from "./RowFields";
import { useRowCommands } from "./use-row-commands";
import { useRowForm } from "./use-row-form";

/** 短表一条记录的对话框：【确定】当即保存这一条，【取消】不留改动。 */
export function RowDialog(props: RowEditorProps) {
  const { options, uploads, onRemoveFile } = props;
  const editor = useRowForm(options);
  const { formId, confirm, cancel, pending, held, question } = useRowCommands(editor, props);

  function submit(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    void confirm();
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
        <form id={formId} noValidate data-own-form onBlur={editor.tellNow} onSubmit={submit}>
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
