"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useTransition } from "react";

let waiting = 0;

/** 新的一页还没来：顶上一条线（frame.css，慢了才看得见）说明正在打开。返回的函数收起。 */
export function showOpening(): () => void {
  const count = (by: number): void => {
    waiting += by;
    document.documentElement.toggleAttribute("data-opening", waiting > 0);
  };
  count(1);
  return () => count(-1);
}

/** 由程序去另一页，等的时候同样有那条线。 */
export function useOpen(): (href: string, how?: "push" | "replace") => void {
  const router = useRouter();
  const [pending, start] = useTransition();
  useEffect(() => (pending ? showOpening() : undefined), [pending]);
  return useCallback((href, how = "push") => start(() => router[how](href)), [router]);
}
