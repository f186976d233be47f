"use client";

import { type DragEvent, useState } from "react";
import { Button } from "@/components/ui/Button";
import { FieldError, RequiredMark } from "@/components/ui/FieldFrame";
import { classNames } from "@/components/ui/class-names";
import type { AttachedFile } from "@/lib/forms/answers";
import { acceptOf } from "@/lib/licensing/attachments/accepted-files";
import { AttachedLine, PendingLine } from "./FileLines";
import type { SlotPlace } from "./upload-file";
import { samePlace, type Uploads } from "./use-uploads";

export interface SlotItemProps {
  id: string;
  place: SlotPlace;
  slot: { label: string; help?: string; template?: string; imagesOnly?: boolean };
  required: boolean;
  /** 不必交的为什么不必交；缺省是选填。 */
  waiver?: string;
  files: readonly AttachedFile[];
  uploads: Uploads;
  error?: string;
  onRemove: (file: AttachedFile) => void;
  disabled?: boolean;
}

/** 一份材料：名称、说明、模板；已传的、正在传的、没传成的；选取文件与上传，也可拖进来。 */
export function SlotItem(props: SlotItemProps) {
  const { id, place, slot, files, uploads, error, onRemove, disabled } = props;
  const [over, setOver] = useState(false);
  const pending = uploads.pending.filter((one) => samePlace(one.place, place));
  const empty = files.length === 0 && pending.length === 0;

  function dropFiles(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    if (!disabled) uploads.choose(place, [...event.dataTransfer.files], { imagesOnly: slot.imagesOnly, start: true });
  }

  return (
    <li
      id={id}
      tabIndex={-1}
      className={classNames(over && "bg-brand-tint")}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropFiles}
    >
      <SlotName {...props} />
      <div>
        {empty && <span className="soft">尚未上传</span>}
        {files.map((file) => (
          <AttachedLine key={file.id} file={file} slot={slot} place={place} uploads={uploads} onRemove={onRemove} disabled={disabled} />
        ))}
        {pending.map((one) => (
          <PendingLine key={one.id} pending={one} slot={slot} uploads={uploads} />
        ))}
        {error && empty && <FieldError>{error}</FieldError>}
      </div>
      <SlotCommands {...props} waiting={pending.some((one) => one.state === "chosen")} />
    </li>
  );
}

function SlotName({ slot, required, waiver = "选填", uploads: { applicationId } }: Pick<SlotItemProps, "slot" | "required" | "waiver" | "uploads">) {
  return (
    <div>
      {slot.label}
      {required ? <RequiredMark /> : <span className="opt">（{waiver}）</span>}
      {(slot.help || slot.template) && (
        <p className="help">
          {slot.help}
          {slot.help && slot.template && "；"}
          {slot.template && (
            <>
              <a href={`/api/templates/${slot.template}?application=${applicationId}`} download>
                模板下载<span className="sr">：{slot.label}</span>
              </a>
              ，按要求填写后上传
            </>
          )}
        </p>
      )}
    </div>
  );
}

function SlotCommands({ id, place, slot, uploads, disabled, waiting }: SlotItemProps & { waiting: boolean }) {
  if (disabled) return <div />;
  const inputId = `${id}-choose`;
  return (
    <div className="btns">
      <label className="btn slim" htmlFor={inputId}>
        选取文件
      </label>
      <input
        className="sr"
        id={inputId}
        type="file"
        multiple
        accept={acceptOf(slot.imagesOnly)}
        aria-label={`选取文件：${slot.label}`}
        onChange={(event) => {
          uploads.choose(place, [...(event.target.files ?? [])], { imagesOnly: slot.imagesOnly });
          event.target.value = "";
        }}
      />
      <Button
        slim
        kind={waiting ? "primary" : "plain"}
        icon="upload"
        aria-label={`附件上传：${slot.label}`}
        blocked={waiting ? undefined : "请先选取文件"}
        onBlocked={() => document.getElementById(inputId)?.click()}
        onClick={() => uploads.start(place)}
      >
        上传
      </Button>
    </div>
  );
}
