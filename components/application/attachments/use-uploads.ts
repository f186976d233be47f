"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { AttachedFile } from "@/lib/forms/answers";
import { faultOfFile } from "@/lib/licensing/attachments/accepted-files";
import type { SlotPlace, UploadFile } from "./upload-file";
import { newId } from "@/components/ui/new-id";

/** 选好了还没传、正在传、正在检查、没传成的文件；传成的不在这里，在附件里。 */
export interface PendingFile {
  id: string;
  file: File;
  place: SlotPlace;
  state: "chosen" | "waiting" | "uploading" | "checking" | "failed";
  progress: number;
  reason?: string;
  /** 这个文件怎样也收不了，重试没有用。 */
  unfit?: boolean;
  /** 传成之后要去掉的旧附件。 */
  replaces?: string;
}

export interface Uploads {
  /** 传给哪一份申请；模板也按它预填。 */
  applicationId: string;
  pending: readonly PendingFile[];
  choose: (place: SlotPlace, files: readonly File[], options?: { imagesOnly?: boolean; replaces?: string; start?: boolean }) => void;
  /** 【上传】：把这一处选好的都传上去。 */
  start: (place: SlotPlace) => void;
  retry: (id: string) => void;
  /** 取消正在传的，或去掉选错的。 */
  drop: (id: string) => void;
  /** 还没传上的（给了行的只是那一行的）都传上去，没传成的再试；等到都有结果，全传成了为 true。 */
  finish: (row?: string) => Promise<boolean>;
  /** 去掉这一行选好、没传成的。 */
  forget: (row: string) => void;
}

/** 传得上、还没传上的：离开就没有了。 */
export const isUnsent = (one: PendingFile): boolean => !one.unfit;

/** 没有传成、还可以再试的一个。 */
export const lostAmong = (pending: readonly PendingFile[]): PendingFile | undefined => pending.find((one) => one.state === "failed" && isUnsent(one));

const isMoving = ({ state }: PendingFile): boolean => state !== "chosen" && state !== "failed";

const AT_ONCE = 3;

export const samePlace = (a: SlotPlace, b: SlotPlace): boolean => a.section === b.section && a.slot === b.slot && a.row === b.row;

/** 一份申请的上传队列：最多三个同时传，一个失败不影响其他，也不影响填写。 */
export function useUploads(applicationId: string, upload: UploadFile, onAttached: (file: AttachedFile, replaces?: string) => void): Uploads {
  const [pending, setPending] = useState<readonly PendingFile[]>([]);
  const running = useRef(new Map<string, AbortController>());
  const awaiting = useRef<((sent: boolean) => void)[]>([]);
  const held = useRef(pending);
  const attach = useRef(onAttached);
  useEffect(() => {
    attach.current = onAttached;
  });

  const change = useCallback((id: string, to: Partial<PendingFile>) => {
    setPending((before) => before.map((one) => (one.id === id ? { ...one, ...to } : one)));
  }, []);
  const remove = useCallback((id: string) => setPending((before) => before.filter((one) => one.id !== id)), []);

  const run = useCallback(
    async ({ id, file, place, replaces }: PendingFile) => {
      const controller = new AbortController();
      running.current.set(id, controller);
      const onProgress = (progress: number) => change(id, progress >= 100 ? { state: "checking", progress: 100 } : { progress });
      try {
        const attached = await upload(applicationId, place, file, { signal: controller.signal, onProgress });
        remove(id);
        attach.current(attached, replaces);
      } catch (error) {
        if (!controller.signal.aborted) change(id, { state: "failed", reason: reasonOf(error) });
      } finally {
        running.current.delete(id);
      }
    },
    [applicationId, change, remove, upload],
  );

  useEffect(() => {
    const free = AT_ONCE - pending.filter((one) => one.state === "uploading" || one.state === "checking").length;
    const next = pending.filter((one) => one.state === "waiting").slice(0, Math.max(0, free));
    for (const one of next) {
      change(one.id, { state: "uploading", progress: 0, reason: undefined });
      void run(one);
    }
  }, [pending, change, run]);

  useEffect(() => {
    held.current = pending;
    if (!pending.some(isMoving)) for (const tell of awaiting.current.splice(0)) tell(!pending.some(isUnsent));
  }, [pending]);

  return useMemo(
    () => ({
      applicationId,
      pending,
      choose: (place, files, { imagesOnly, replaces, start } = {}) => {
        const added = files.map((file): PendingFile => {
          const reason = faultOfFile(file, imagesOnly);
          const state = reason ? "failed" : start ? "waiting" : "chosen";
          return { id: newId(), file, place, state, progress: 0, ...(reason ? { reason, unfit: true } : {}), ...(replaces ? { replaces } : {}) };
        });
        setPending((before) => [...before, ...added]);
      },
      start: (place) =>
        setPending((before) => before.map((one) => (one.state === "chosen" && samePlace(one.place, place) ? { ...one, state: "waiting" } : one))),
      retry: (id) => change(id, { state: "waiting" }),
      drop: (id) => {
        running.current.get(id)?.abort();
        remove(id);
      },
      finish: (row) =>
        new Promise((tell) => {
          if (!held.current.some(isUnsent)) return tell(true);
          awaiting.current.push(tell);
          setPending((before) => before.map((one) => (isUnsent(one) && !isMoving(one) && (row ?? one.place.row) === one.place.row ? { ...one, state: "waiting" } : one)));
        }),
      forget: (row) => setPending((before) => before.filter((one) => one.place.row !== row || isMoving(one))),
    }),
    [applicationId, pending, change, remove],
  );
}

function reasonOf(error: unknown): string {
  if (typeof navigator !== "undefined" && !navigator.onLine) return "网络中断；原文件仍在本机";
  return error instanceof Error && error.message !== "" ? error.message : "没有传成，请稍后重试；原文件仍在本机";
}
