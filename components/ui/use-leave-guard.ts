"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { useOpen } from "./opening";

/** 想离开本页的一次动作；go 在问过之后照做。 */
export interface Leaving {
  go: () => void;
}

export interface LeaveGuard {
  /** 正在问的那一次；没有在问时为空。 */
  leaving?: Leaving;
  stay: () => void;
  /** 不再拦，照原来的去处走。 */
  proceed: () => void;
  /** 去本站的另一页；有未保存的内容先问。 */
  leaveTo: (href: string) => void;
  /** 已保存，直接去。 */
  go: (href: string) => void;
  /** 已保存，本页由另一页取代：后退不再回到这张表，另一页取最新的内容。 */
  giveWay: (href: string) => void;
}

/**
 * 有未保存内容时离开本页先问：链接、后退、别的表单（退出登录）由页面问，刷新与关闭由浏览器问。
 * 后退拦不住，故在变脏时多放一条同址的历史，第一次后退落在它上面。
 */
export function useLeaveGuard(dirty: boolean): LeaveGuard {
  const router = useRouter();
  const open = useOpen();
  const [leaving, setLeaving] = useState<Leaving>();
  const unsaved = useRef(dirty);
  const spare = useRef(false);
  useEffect(() => {
    unsaved.current = dirty;
    if (!dirty || spare.current) return;
    spare.current = true;
    window.history.pushState(window.history.state, "", window.location.href);
  }, [dirty]);

  const navigate = useCallback(
    (href: string) => {
      const takesSpare = spare.current;
      spare.current = false;
      open(href, takesSpare ? "replace" : "push");
    },
    [open],
  );
  const ask = useCallback((go: () => void) => {
    if (unsaved.current) setLeaving({ go });
    else go();
  }, []);
  const leaveTo = useCallback((href: string) => ask(() => navigate(href)), [ask, navigate]);

  const giveWay = useCallback(
    (href: string) => {
      const arrive = () => {
        open(href, "replace");
        router.refresh();
      };
      unsaved.current = false;
      if (!spare.current) return arrive();
      // 先退下多放的那一条，等路由器随 popstate 回到本页那一条，再换它
      spare.current = false;
      window.addEventListener("popstate", arrive, { once: true });
      window.history.back();
    },
    [open, router],
  );

  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const href = ownPageOf(event);
      if (href === undefined || (!unsaved.current && !spare.current)) return;
      event.preventDefault();
      event.stopPropagation();
      leaveTo(href);
    };
    const onSubmit = (event: SubmitEvent) => {
      const form = event.target as HTMLFormElement;
      if (!unsaved.current || form.closest("[data-own-form], dialog")) return;
      event.preventDefault();
      event.stopPropagation();
      ask(() => form.requestSubmit());
    };
    const onBack = () => {
      if (!spare.current) return;
      spare.current = false;
      ask(() => window.history.back());
    };
    const onUnload = (event: BeforeUnloadEvent) => {
      if (unsaved.current) event.preventDefault();
    };
    document.addEventListener("click", onClick, true);
    document.addEventListener("submit", onSubmit, true);
    window.addEventListener("popstate", onBack);
    window.addEventListener("beforeunload", onUnload);
    return () => {
      document.removeEventListener("click", onClick, true);
      document.removeEventListener("submit", onSubmit, true);
      window.removeEventListener("popstate", onBack);
      window.removeEventListener("beforeunload", onUnload);
    };
  }, [ask, leaveTo]);

  return {
    leaving,
    leaveTo,
    giveWay,
    go: (href) => {
      unsaved.current = false;
      navigate(href);
    },
    stay: () => {
      setLeaving(undefined);
      if (spare.current || !unsaved.current) return;
      spare.current = true;
      window.history.pushState(window.history.state, "", window.location.href);
    },
    proceed: () => {
      unsaved.current = false;
      setLeaving(undefined);
      leaving?.go();
    },
  };
}

/** 点的是去本站别的页面的普通链接时，它的地址。 */
function ownPageOf(event: MouseEvent): string | undefined {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return undefined;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link?.href || link.target === "_blank" || link.hasAttribute("download")) return undefined;
  const to = new URL(link.href, window.location.href);
  const samePage = to.pathname === window.location.pathname && to.search === window.location.search;
  if (to.origin !== window.location.origin || samePage || to.pathname.startsWith("/api/")) return undefined;
  return to.pathname + to.search + to.hash;
}
