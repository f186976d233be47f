import { createHash, timingSafeEqual } from "node:crypto";

export const SHORTEST_TOKEN = 16;
const loopback = new Set(["127.0.0.1", "::1"]);

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/**
 * 谁可以看指标。给了 METRICS_TOKEN：凭它，从哪里来都行。没有给：只有本机直接来问的，隔着代理的都不算
 * （同一台机器上的代理也来自 127.0.0.1）。
 * @param asker 访客地址，与他是不是没有经过代理
 */
export function mayReadMetrics(headers: { get(name: string): string | null }, asker: { address: string; direct: boolean }, token = process.env.METRICS_TOKEN): boolean {
  if (token) return token.length >= SHORTEST_TOKEN && timingSafeEqual(digest(headers.get("authorization") ?? ""), digest(`Bearer ${token}`));
  const host = (headers.get("host") ?? "").replace(/:\d+$/, "").replace(/^\[|\]$/g, "");
  return asker.direct && loopback.has(asker.address) && (loopback.has(host) || host === "localhost");
}

/** @throws Error 令牌太短，猜得出来 */
export function requireMetricsToken(token = process.env.METRICS_TOKEN): void {
  if (token && token.length < SHORTEST_TOKEN) throw new Error(`METRICS_TOKEN 至少 ${SHORTEST_TOKEN} 个字符（METRICS_TOKEN is too short）`);
}
