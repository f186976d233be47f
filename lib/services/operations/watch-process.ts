import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { type IntervalHistogram, monitorEventLoopDelay } from "node:perf_hooks";
import { countRequest } from "./counters";

/** 多久量一次；量出来的是两次之间，减去它才是迟滞。 */
const RESOLUTION = 20;

const holder = globalThis as unknown as { portalLoopDelay?: IntervalHistogram };

/** 每个服务进程开一次：数请求，量事件循环的迟滞。 */
export function watchProcess(): void {
  if (holder.portalLoopDelay) return;
  holder.portalLoopDelay = monitorEventLoopDelay({ resolution: RESOLUTION });
  holder.portalLoopDelay.enable();
  const began = new WeakMap<IncomingMessage, number>();
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    began.set(request, performance.now());
  });
  subscribe("http.server.response.finish", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const start = began.get(request);
    if (start !== undefined) countRequest(request.url ?? "", response.statusCode, (performance.now() - start) / 1000);
  });
}

/** 上次问过以来事件循环的迟滞，秒；没有在量为 undefined。 */
export function takeLoopDelay(): { p50: number; p99: number; max: number } | undefined {
  const delay = holder.portalLoopDelay;
  if (!delay || delay.count === 0) return undefined;
  const late = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e9 - RESOLUTION / 1e3);
  const figures = { p50: late(delay.percentile(50)), p99: late(delay.percentile(99)), max: late(delay.max) };
  delay.reset();
  return figures;
}
