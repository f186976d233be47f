"use client";

import { useCallback, useRef } from "react";
import { newId } from "./new-id";

/** 键随内容：没有收到答复、原样再送的是同一次；改了再送的是另一次，不会得到前一次的答复。 */
export function useContentKey(): (content: unknown) => string {
  const keys = useRef(new Map<string, string>());
  return useCallback((content) => {
    const text = JSON.stringify(content);
    const key = keys.current.get(text) ?? newId();
    keys.current.set(text, key);
    return key;
  }, []);
}
