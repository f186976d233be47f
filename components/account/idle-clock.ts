import { seenCookie } from "@/lib/access/seen-cookie";

/** 服务器一分钟至多记一次「在用」：本机按少一分钟算，宁早勿晚。 */
const RECORDING_GAP = 60_000;

export interface IdleLimits {
  idleSeconds: number;
  warningSeconds: number;
  /** 绝对期限（毫秒时刻）。 */
  endsAt: number;
}

export type IdlePhase = { kind: "active" } | { kind: "warning"; secondsLeft: number; final: boolean } | { kind: "ended" };

/** 最近一次请求的时刻：各标签页共用的 Cookie，读不到时用本页打开的时刻。 */
export function lastSeen(cookies: string, opened: number): number {
  const found = new RegExp(`(?:^|; )${seenCookie}=(\\d{10,16})`).exec(cookies);
  return Math.max(opened, Number(found?.[1] ?? 0));
}

/** 记下刚刚用过（就地登录成功后），别的标签页也随之知道。 */
export function markSeen(): void {
  document.cookie = `${seenCookie}=${Date.now()}; path=/; samesite=lax`;
}

/** 此刻该不该提醒；final 表示到了绝对期限，延长也没有用。 */
export function phaseAt(now: number, seen: number, limits: IdleLimits): IdlePhase {
  const idleEnd = seen + limits.idleSeconds * 1000 - RECORDING_GAP;
  const end = Math.min(idleEnd, limits.endsAt);
  const secondsLeft = Math.ceil((end - now) / 1000);
  if (secondsLeft <= 0) return { kind: "ended" };
  return secondsLeft <= limits.warningSeconds ? { kind: "warning", secondsLeft, final: end === limits.endsAt } : { kind: "active" };
}

/** 「4 分 05 秒」。 */
export function countdownText(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return minutes > 0 ? `${minutes} 分 ${String(seconds % 60).padStart(2, "0")} 秒` : `${seconds} 秒`;
}
