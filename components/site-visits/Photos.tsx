"use client";

import { useRouter } from "next/navigation";
import { type ChangeEvent, useRef, useState } from "react";
import { ask } from "@/components/account/reply";
import { momentOf } from "@/components/application/moments";
import { Button } from "@/components/ui/Button";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import { Icon } from "@/components/ui/Icon";
import { Message } from "@/components/ui/Message";
import { Panel } from "@/components/ui/Panel";
import { usePending } from "@/components/ui/use-pending";
import { acceptOf, faultOfFile, sizeInWords } from "@/lib/licensing/attachments/accepted-files";
import type { SiteVisitPhotoView, SiteVisitView } from "@/lib/licensing/site-visit-views";
import { MAX_PHOTOS } from "@/lib/licensing/site-visits";
import type { SiteVisitActions } from "./types";
import { uploadPhoto } from "./upload-photo";

/** 核查照片：核查人员传，核查结束前可以去掉；点开看大图。 */
export function Photos({ visit, remove }: { visit: SiteVisitView; remove: SiteVisitActions["removePhoto"] }) {
  const router = useRouter();
  const chooser = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<string>();
  const [failures, setFailures] = useState<readonly string[]>([]);
  const [dropping, setDropping] = useState<SiteVisitPhotoView>();
  const [pending, during] = usePending();

  async function send(event: ChangeEvent<HTMLInputElement>) {
    const files = [...(event.target.files ?? [])];
    event.target.value = "";
    const failed: string[] = [];
    for (const [index, file] of files.entries()) {
      setSending(`正在上传 ${index + 1} / ${files.length}`);
      const fault = faultOfFile(file, true);
      const failure = fault ?? (await uploadPhoto(visit.id, file).then(() => undefined, (error: Error) => error.message));
      if (failure) failed.push(`${file.name}：${failure}`);
    }
    setSending(undefined);
    setFailures(failed);
    router.refresh();
  }

  async function drop(photoId: string) {
    const reply = await during(ask(remove, { photoId }));
    setDropping(undefined);
    setFailures(reply.ok ? [] : [reply.message]);
    router.refresh();
  }

  if (visit.photos.length === 0 && !visit.mayRecord) return null;
  return (
    <Panel title={`照片 ${visit.photos.length} 张`} id={`photos-${visit.id}`}>
      <div className="stack">
        {failures.length > 0 && <Message tone="bad" announce title="没有收下：">{failures.join("；")}</Message>}
        {visit.photos.length > 0 && (
          <ul className="checks">
            {visit.photos.map((photo) => <PhotoLine key={photo.id} photo={photo} onRemove={visit.mayRecord ? () => setDropping(photo) : undefined} />)}
          </ul>
        )}
        {visit.mayRecord && (
          <div className="btns">
            <input ref={chooser} className="sr" type="file" multiple tabIndex={-1} aria-label="选取现场照片" accept={acceptOf(true)} onChange={(event) => void send(event)} />
            <Button icon="up" onClick={() => chooser.current?.click()} blocked={sending ?? (visit.photos.length >= MAX_PHOTOS ? `照片最多 ${MAX_PHOTOS} 张` : undefined)}>上传照片</Button>
            <span className="soft" role="status">{sending ?? "JPG、PNG，添了照片须重新签字"}</span>
          </div>
        )}
        <ConfirmDialog open={dropping !== undefined} onClose={() => setDropping(undefined)} title="去掉这张照片？" confirmLabel="去掉" dangerous pending={pending} onConfirm={() => void (dropping && drop(dropping.id))}>
          “{dropping?.name}”去掉后不能恢复{visit.signatures.some(({ at }) => at !== "") ? "；已有的签字作废，各核查人员须重新签字" : ""}。
        </ConfirmDialog>
      </div>
    </Panel>
  );
}

function PhotoLine({ photo: { id, name, size, by, at }, onRemove }: { photo: SiteVisitPhotoView; onRemove: (() => void) | undefined }) {
  return (
    <li>
      <Icon name="file" />
      <span>
        <a className="link" href={`/api/site-visit-photos/${id}`} target="_blank" rel="noopener">{name}</a>
        {onRemove && <> <Button kind="link" about={name} onClick={onRemove}>去掉</Button></>}
        <small>{sizeInWords(size)}，{by}，{momentOf(at)}</small>
      </span>
    </li>
  );
}
