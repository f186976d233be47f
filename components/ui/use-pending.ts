"use client";

import { useCallback, useState } from "react";

/** 一件事从按下到有答复：为真的时候不再按、不再改。during 等这件事，交回它的结果。 */
export function usePending(): [boolean, <T>(work: Promise<T>) => Promise<T>] {
  const [pending, setPending] = useState(false);
  const during = useCallback(async <T>(work: Promise<T>): Promise<T> => {
    setPending(true);
    try {
      return await work;
    } finally {
      setPending(false);
    }
  }, []);
  return [pending, during];
}
