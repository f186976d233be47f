"use client";

import { useEffect, useRef, useState } from "react";
import { singleKeysOn } from "@/components/ui/single-keys";

export interface RowKeys {
  count: number;
  onOpen: (index: number) => void;
  onClaim: (index: number) => void;
  onSelect?: (index: number) => void;
}

/** j、k 上下移动，Enter 打开，x 选择，c 领取；在输入框、对话框里不接手，关掉了单键快捷键的也不接手。返回现在所在的行，-1 为还没有。 */
export function useRowKeys(keys: RowKeys): number {
  const [at, setAt] = useState(-1);
  const latest = useRef({ ...keys, at });
  useEffect(() => {
    latest.current = { ...keys, at };
  });

  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (!singleKeysOn() || event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) return;
      if (act(event, latest.current, setAt)) event.preventDefault();
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);

  useEffect(() => {
    document.querySelector('tr[aria-current="true"]')?.scrollIntoView?.({ block: "nearest" });
  }, [at]);

  return at < keys.count ? at : -1;
}

/** 接手了答 true。 */
function act(event: KeyboardEvent, { count, at, onOpen, onClaim, onSelect }: RowKeys & { at: number }, move: (to: (now: number) => number) => void): boolean {
  const onRow = at >= 0 && at < count;
  if (event.key === "j") move((now) => Math.min(now + 1, count - 1));
  else if (event.key === "k") move((now) => Math.max(now - 1, 0));
  else if (event.key === "Enter" && onRow && !isControl(event.target)) onOpen(at);
  else if (event.key === "c" && onRow) onClaim(at);
  else if (event.key === "x" && onRow && onSelect) onSelect(at);
  else return false;
  return true;
}

const isBusy = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest("input:not([type=checkbox]), textarea, select, dialog, [contenteditable]") !== null;

const isControl = (target: EventTarget | null): boolean => target instanceof HTMLElement && target.closest("a, button, summary, input") !== null;
