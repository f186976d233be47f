"use client";

import { useState } from "react";
import type { SiteVisitView } from "@/lib/licensing/site-visit-views";

export interface RecordBase {
  /** 表里的底稿来自哪一份。 */
  shown: SiteVisitView;
  /** 这份表依据的是何时写的记录。 */
  basedOn: string;
  edited: boolean;
  /** 同事在此之后存过。 */
  overtaken: boolean;
  edit: () => void;
  saved: (recordedAt: string) => void;
  /** 放弃改的，换成现在的记录。 */
  adopt: () => void;
}

/** 记录表依据哪一份：没有改过的跟着最新的走；改过的一字不动，由人对照。 */
export function useRecordBase(visit: SiteVisitView): RecordBase {
  const [base, setBase] = useState({ shown: visit, basedOn: visit.recordedAt });
  const [edits, setEdits] = useState(0);
  const [kept, setKept] = useState(0);
  const newer = visit.recordedAt > base.basedOn;
  const follow = () => setBase({ shown: visit, basedOn: visit.recordedAt });
  if (newer && edits === kept) follow();
  return {
    ...base,
    edited: edits !== kept,
    overtaken: newer && edits !== kept,
    edit: () => setEdits((count) => count + 1),
    saved: (recordedAt) => {
      setBase((now) => ({ ...now, basedOn: recordedAt }));
      setKept(edits);
    },
    adopt: () => {
      follow();
      setKept(edits);
    },
  };
}
