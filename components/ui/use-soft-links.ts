"use client";

import { useEffect } from "react";
import { useOpen } from "./opening";

/**
 * Long lists hold plain `<a data-soft>`: no client component and no prefetch for each of dozens of links. One listener follows
 * them within the page; without script, with a modifier or another button they are the ordinary links they are.
 */
export function useSoftLinks(): void {
  const open = useOpen();
  useEffect(() => {
    function follow(event: MouseEvent) {
      if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const address = event.target instanceof Element ? event.target.closest("a[data-soft]")?.getAttribute("href") : null;
      if (!address) return;
      event.preventDefault();
      open(address);
    }
    document.addEventListener("click", follow);
    return () => document.removeEventListener("click", follow);
  }, [open]);
}
