"use client";

import { type RefObject, useEffect, useRef } from "react";

/** 按过的按钮办完就不在了：焦点接到说结果的一句（ref 所在）上，不落到页首。redrawn 变了再看一次。 */
export function useFocusOnSaid(said: unknown, redrawn?: unknown): RefObject<HTMLParagraphElement | null> {
  const ref = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (said && document.activeElement === document.body) ref.current?.focus();
  }, [said, redrawn]);
  return ref;
}
