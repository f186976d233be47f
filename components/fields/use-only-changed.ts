"use client";

import { useEffect, useState } from "react";
import { onReveal, revealTarget } from "@/components/ui/reveal-target";
import { anchorOf } from "@/lib/forms/issue";

/**
 * 【只看已修改】：打开时已修改的那几行一直在，恢复原值的也不当即消失，正在填的人不会丢了位置；其后改了的、有错的随时出现。
 * 错误与意见指到收起的一行时，自己打开全部。
 */
export function useOnlyChanged(fields: readonly string[]) {
  const [kept, setKept] = useState<readonly string[]>();
  const only = kept !== undefined;
  const ids = fields.map((field) => anchorOf({ field })).join(" ");

  useEffect(() => {
    if (!only) return undefined;
    const isOurs = (id: string): boolean => ids.split(" ").includes(id);
    const open = (id: string): void => {
      if (isOurs(id)) setKept(undefined);
    };
    const follow = (): void => {
      const id = decodeURIComponent(location.hash.slice(1));
      if (isOurs(id)) revealTarget(id);
    };
    const stop = onReveal(open);
    window.addEventListener("hashchange", follow);
    return () => {
      stop();
      window.removeEventListener("hashchange", follow);
    };
  }, [only, ids]);

  return { only, setOnly: setKept, shows: (field: string, always: boolean): boolean => kept === undefined || always || kept.includes(field) };
}
