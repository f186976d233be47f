"use client";

import { useLayoutEffect, useRef } from "react";

/** 等答复时锁住的表单（inert）把焦点挤出去了：答复来了还给原来那一格。 */
export function useFocusReturn(locked: boolean): void {
  const left = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (locked) left.current = document.activeElement;
    else if (document.activeElement === document.body && left.current instanceof HTMLElement) left.current.focus();
  }, [locked]);
}
