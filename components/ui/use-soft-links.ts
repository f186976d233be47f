"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/**
 * Long lists hold plain `<a data-soft>`: no client component and no prefetch for each of dozens of links. One listener follows
 * them within the page; without script, with a modifier or another button they are the ordinary links they are.
 */
export function useSoftLinks(): void {
  const router = useRouter();
  useEffect(() => {
    function follow(event: MouseEvent) {
      if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const address = event.target instanceof Element ? event.target.closest("a[data-soft]")?.getAttribute("href") : null;
      if (!address) return;
      event.preventDefault();
      router.push(address);
    }
    document.addEventListener("click", follow);
    return () => document.removeEventListener("click", follow);
  }, [router]);
}
