"use client";

import { useEffect, useState } from "react";

interface RowKeys {
  count: number;
  onOpen: (index: number) => void;
  onClaim: (index: number) => void;
}

/** j、k 上下移动，Enter 打开，c 领取；在输入框、按钮、链接上时不接手。返回现在所在的行，-1 为还没有。 */
export function useRowKeys({ count, onOpen, onClaim }: RowKeys): number {
  const [at, setAt] = useState(-1);

  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) return;
      if (event.key === "j") setAt((now) => Math.min(now + 1, count - 1));
      else if (event.key === "k") setAt((now) => Math.max(now - 1, 0));
      else if (event.key === "Enter" && at >= 0 && !isControl(event.target)) onOpen(at);
      else if (event.key === "c" && at >= 0) onClaim(at);
      else return;
      event.preventDefault();
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [at, count, onOpen, onClaim]);

  return at < count ? at : -1;
}

const isBusy = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest("input, textarea, select, dialog, [contenteditable]") !== null;

const isControl = (target: EventTarget | null): boolean => target instanceof HTMLElement && target.closest("a, button, summary") !== null;
