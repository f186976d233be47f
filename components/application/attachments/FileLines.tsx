"use client";

import { Button } from "@/components/ui/Button";
import { ProgressBar } from "@/components/ui/EmptyState";
import { Status } from "@/components/ui/Status";
import type { AttachedFile } from "@/lib/forms/answers";
import { acceptOf, sizeInWords } from "@/lib/licensing/attachments/accepted-files";
import type { SlotPlace } from "./upload-file";
import type { PendingFile, Uploads } from "./use-uploads";

interface SlotFacts {
  label: string;
  imagesOnly?: boolean;
}

/** 已上传的一个文件：能打开、更换、删除；更换时新的到了才去掉旧的。 */
export function AttachedLine({
  file,
  slot,
  place,
  uploads,
  onRemove,
  disabled,
}: {
  file: AttachedFile;
  slot: SlotFacts;
  place: SlotPlace;
  uploads: Uploads;
  onRemove: (file: AttachedFile) => void;
  disabled?: boolean;
}) {
  return (
    <p>
      <Status tone="good">已上传</Status> <a href={`/api/attachments/${file.id}`}>{file.name}</a>{" "}
      <span className="soft small">{sizeInWords(file.size)}</span>
      {!disabled && (
        <span className="links">
          {" "}
          <ChooseLink
            label="更换"
            about={file.name}
            imagesOnly={slot.imagesOnly}
            onChoose={(files) => uploads.choose(place, files.slice(0, 1), { imagesOnly: slot.imagesOnly, replaces: file.id, start: true })}
          />
          <Button kind="link" about={file.name} onClick={() => onRemove(file)}>
            删除
          </Button>
        </span>
      )}
    </p>
  );
}

/** 还没入库的一个文件：选好、上传中、正在检查、上传失败。 */
export function PendingLine({ pending, slot, uploads }: { pending: PendingFile; slot: SlotFacts; uploads: Uploads }) {
  const { id, file, state } = pending;
  return (
    <p role={state === "failed" ? "alert" : undefined}>
      <PendingWords pending={pending} />
      <span className="links">
        {" "}
        {state === "failed" && (
          <>
            {!pending.unfit && (
              <Button kind="link" about={file.name} onClick={() => uploads.retry(id)}>
                重试
              </Button>
            )}
            <ChooseLink
              label="换一个文件"
              about={slot.label}
              imagesOnly={slot.imagesOnly}
              onChoose={(files) => {
                uploads.drop(id);
                uploads.choose(pending.place, files, { imagesOnly: slot.imagesOnly, replaces: pending.replaces, start: true });
              }}
            />
          </>
        )}
        {/* 正在检查的已经全在服务端，取消不了：收下之后可以删除 */}
        {state !== "checking" && (
          <Button kind="link" about={file.name} onClick={() => uploads.drop(id)}>
            {state === "chosen" || state === "failed" ? "移除" : "取消"}
          </Button>
        )}
      </span>
    </p>
  );
}

function PendingWords({ pending: { file, state, progress, reason } }: { pending: PendingFile }) {
  const size = <span className="soft small">{sizeInWords(file.size)}</span>;
  switch (state) {
    case "chosen":
      return (
        <>
          <Status tone="off">已选取，待上传</Status> {file.name} {size}
        </>
      );
    case "waiting":
      return (
        <>
          <Status tone="info">等待上传</Status> {file.name}
        </>
      );
    case "uploading":
      return (
        <>
          <Status tone="info">上传中</Status> {file.name} <ProgressBar value={progress} label={`${file.name} 上传进度`} />
        </>
      );
    case "checking":
      return (
        <>
          <Status tone="info">正在检查文件</Status> {file.name} <ProgressBar label={`${file.name} 检查进度`} />
        </>
      );
    case "failed":
      return (
        <>
          <Status tone="bad">上传失败</Status> {file.name}：{reason}
        </>
      );
  }
}

function ChooseLink({ label, about, imagesOnly, onChoose }: { label: string; about: string; imagesOnly?: boolean; onChoose: (files: File[]) => void }) {
  return (
    <label className="link">
      {label}
      <span className="sr">{about}</span>
      <input
        className="sr"
        type="file"
        accept={acceptOf(imagesOnly)}
        onChange={(event) => {
          onChoose([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
    </label>
  );
}
