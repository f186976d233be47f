"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { SectionPatch } from "@/lib/forms/section-patch";
import { eraseLocalDraft, findLocalDraft, keepLocalDraft, type LocalDraft, type LocalDraftKey } from "./local-draft";
import { isEmptyPatch } from "./section-draft";

const PAUSE = 300;

/** 还没答复「恢复 / 不要了」就又动了笔：两份合在一起，哪份也不丢。 */
function together(older: SectionPatch | undefined, newer: SectionPatch): SectionPatch {
  if (!older) return newer;
  const fields = older.fields.filter((change) => !newer.fields.some((other) => other.key === change.key));
  const rows = older.rows.filter((change) => !newer.rows.some((other) => other.table === change.table && other.rowId === change.rowId));
  return { fields: [...fields, ...newer.fields], rows: [...rows, ...newer.rows] };
}

/**
 * 未保存的内容随写随存在本机；打开页面时若有上次没存的，给出来问要不要恢复。
 * 内容变干净（保存了、放弃了）即抹去；上次那份没答复的仍留着。
 */
export function useLocalDraft(key: LocalDraftKey, patch: SectionPatch): { offer?: LocalDraft; settle: () => void } {
  const { accountId, applicationId, section } = key;
  const [offer, setOffer] = useState<LocalDraft>();
  const touched = useRef(false);
  // 还没写下的一笔：离开本页时马上写
  const last = useRef<() => void>(undefined);
  useEffect(() => () => last.current?.(), []);

  useEffect(() => setOffer(findLocalDraft({ accountId, applicationId, section })), [accountId, applicationId, section]);

  useEffect(() => {
    const place = { accountId, applicationId, section };
    const clean = isEmptyPatch(patch);
    if (clean) {
      last.current = undefined;
      // 刚打开、还没动过：上次暂存的要留着等人答复
      if (!touched.current) return;
      if (offer) keepLocalDraft(place, offer.patch, offer.at);
      else eraseLocalDraft(place);
      return;
    }
    touched.current = true;
    const write = () => keepLocalDraft(place, together(offer?.patch, patch), new Date().toISOString());
    last.current = write;
    const timer = setTimeout(write, PAUSE);
    window.addEventListener("pagehide", write);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("pagehide", write);
    };
  }, [accountId, applicationId, section, patch, offer]);

  const settle = useCallback(() => {
    setOffer(undefined);
    eraseLocalDraft({ accountId, applicationId, section });
  }, [accountId, applicationId, section]);

  return { offer, settle };
}
