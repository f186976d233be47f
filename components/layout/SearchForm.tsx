"use client";

import { useEffect, useRef } from "react";
import { singleKeysOn, useSingleKeys } from "@/components/ui/single-keys";

const words = "搜索编号、企业、信用代码";

/** Search over all cases; the key / leads into it from anywhere that is not a field, unless single keys are switched off. */
export function SearchForm({ action, value }: { action: string; value?: string }) {
  const keyed = useSingleKeys();
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    function enter(event: KeyboardEvent) {
      if (event.key !== "/" || !singleKeysOn() || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      input.current?.focus();
    }
    document.addEventListener("keydown", enter);
    return () => document.removeEventListener("keydown", enter);
  }, []);

  return (
    <form role="search" action={action} method="get">
      <label className="sr" htmlFor="bar-search">
        {words}
      </label>
      <input ref={input} id="bar-search" name="q" type="search" defaultValue={value} placeholder={keyed ? `${words}（按 / 键）` : words} />
    </form>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input, textarea, select, dialog, [contenteditable]") !== null;
}
