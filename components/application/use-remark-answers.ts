"use client";

import { useCallback, useMemo, useState } from "react";
import { heedSessionEnd } from "@/components/account/session-end";
import type { RemarkNote, SectionActions } from "./types";
import { notSent } from "./not-sent";

type Texts = Readonly<Record<string, string | undefined>>;

/** 对补正意见的答复：键都是意见的编号。 */
export interface RemarkAnswers {
  /** 在本页答复了的。 */
  given: Texts;
  /** 写着、还没有保存的说明。 */
  written: Texts;
  /** 没有收下的原因。 */
  failures: Texts;
  /** 有写了没有保存的。 */
  unsent: boolean;
  /** 不给 text 即不写了。 */
  write: (remarkId: string, text?: string) => void;
  send: (remarkId: string, text: string) => Promise<boolean>;
  /** 写了没有保存的都送出；全收下了为 true。 */
  finish: () => Promise<boolean>;
}

/** 逐条答复补正意见；随【保存】一起送的也在内。 */
export function useRemarkAnswers(remarks: readonly RemarkNote[], answer: SectionActions["answerRemark"]): RemarkAnswers {
  const [given, give] = useState<Texts>({});
  const [written, setWritten] = useState<Texts>({});
  const [failures, fail] = useState<Texts>({});

  const write = useCallback((id: string, text?: string) => {
    setWritten((before) => ({ ...before, [id]: text }));
    if (text === undefined) fail((before) => ({ ...before, [id]: undefined }));
  }, []);
  const send = useCallback(
    async (remarkId: string, text: string) => {
      const outcome = await answer({ remarkId, answer: text.trim() }).then(heedSessionEnd).catch(() => undefined);
      if (!outcome?.ok) {
        fail((before) => ({ ...before, [remarkId]: outcome?.message ?? notSent }));
        return false;
      }
      give((before) => ({ ...before, [remarkId]: text.trim() }));
      fail((before) => ({ ...before, [remarkId]: undefined }));
      // 送的时候又往下写了的，留着再送
      setWritten((before) => (before[remarkId] === text ? { ...before, [remarkId]: undefined } : before));
      return true;
    },
    [answer],
  );

  return useMemo(() => {
    const before = (id: string) => given[id] ?? remarks.find((remark) => remark.id === id)?.answer ?? "";
    const waiting = Object.entries(written).filter(([id, text]) => text !== undefined && text.trim() !== before(id));
    const finish = async () => (await Promise.all(waiting.map(([id, text]) => send(id, text ?? "")))).every(Boolean);
    return { given, written, failures, unsent: waiting.length > 0, write, send, finish };
  }, [given, written, failures, remarks, write, send]);
}
