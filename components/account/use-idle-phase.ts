"use client";

import { useEffect, useRef, useState } from "react";
import { type IdleLimits, type IdlePhase, lastSeen, phaseAt } from "./idle-clock";
import { onSessionEnd } from "./session-end";

const FAR = 5_000;
const NEAR = 1_000;

const same = (a: IdlePhase, b: IdlePhase): boolean => a.kind === b.kind && (a.kind !== "warning" || b.kind !== "warning" || a.secondsLeft === b.secondsLeft);

/** 只在本机计时，从不询问服务器；电脑休眠醒来也按钟面算。 */
export function useIdlePhase({ idleSeconds, warningSeconds, secondsLeft }: { idleSeconds: number; warningSeconds: number; secondsLeft: number }) {
  const [phase, setPhase] = useState<IdlePhase>({ kind: "active" });
  const limits = useRef<IdleLimits>({ idleSeconds, warningSeconds, endsAt: Number.POSITIVE_INFINITY });
  const opened = useRef(0);
  // 服务器说已经结束：本机的钟看不出来，重新登录之前一直算数
  const told = useRef(false);

  useEffect(() => {
    opened.current = Date.now();
    limits.current = { idleSeconds, warningSeconds, endsAt: opened.current + secondsLeft * 1000 };
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      const seen = lastSeen(document.cookie, opened.current);
      const now: IdlePhase = told.current ? { kind: "ended" } : phaseAt(Date.now(), seen, limits.current);
      setPhase((before) => (same(before, now) ? before : now));
      timer = setTimeout(look, now.kind === "warning" ? NEAR : FAR);
    };
    look();
    const forget = onSessionEnd(() => {
      told.current = true;
      setPhase({ kind: "ended" });
    });
    // 去别的标签页登录了再回来：离开期间那里有过请求
    let seenOnLeaving = 0;
    const onVisibility = () => {
      const seen = lastSeen(document.cookie, 0);
      if (document.hidden) seenOnLeaving = seen;
      else if (seen > seenOnLeaving) told.current = false;
    };
    document.addEventListener("visibilitychange", onVisibility);
    return () => {
      clearTimeout(timer);
      forget();
      document.removeEventListener("visibilitychange", onVisibility);
    };
  }, [idleSeconds, warningSeconds, secondsLeft]);

  /** 延长成功或重新登录：重新起算。 */
  function renew(endsInSeconds?: number) {
    told.current = false;
    opened.current = Date.now();
    if (endsInSeconds !== undefined) limits.current = { ...limits.current, endsAt: opened.current + endsInSeconds * 1000 };
    setPhase({ kind: "active" });
  }

  return { phase, renew };
}
