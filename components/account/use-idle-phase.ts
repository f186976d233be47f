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

  useEffect(() => {
    opened.current = Date.now();
    limits.current = { idleSeconds, warningSeconds, endsAt: opened.current + secondsLeft * 1000 };
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      const now = phaseAt(Date.now(), lastSeen(document.cookie, opened.current), limits.current);
      setPhase((before) => (same(before, now) ? before : now));
      timer = setTimeout(look, now.kind === "warning" ? NEAR : FAR);
    };
    look();
    const forget = onSessionEnd(() => setPhase({ kind: "ended" }));
    return () => {
      clearTimeout(timer);
      forget();
    };
  }, [idleSeconds, warningSeconds, secondsLeft]);

  /** 延长成功或重新登录：重新起算。 */
  function renew(endsInSeconds?: number) {
    opened.current = Date.now();
    if (endsInSeconds !== undefined) limits.current = { ...limits.current, endsAt: opened.current + endsInSeconds * 1000 };
    setPhase({ kind: "active" });
  }

  return { phase, renew };
}
