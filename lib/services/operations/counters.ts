/** 一类地址的请求：按状态计数，按用时分档。 */
export interface RouteCount {
  /** 状态的百位，如 "2xx"。 */
  byStatus: Map<string, number>;
  /** 用时不超过各档的个数，与 DURATION_BUCKETS 一一对应。 */
  buckets: number[];
  seconds: number;
  count: number;
}

/** 秒。 */
export const DURATION_BUCKETS = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export interface Counters {
  routes: Map<string, RouteCount>;
  faults: number;
}

/** 打包之后同一个模块可能有几份，进程却只有一个：数放在进程上。 */
const holder = globalThis as unknown as { portalCounters?: Counters };
export const counters = (): Counters => (holder.portalCounters ??= { routes: new Map(), faults: 0 });

export function countFault(): void {
  counters().faults += 1;
}

const groups: readonly [prefix: string, group: string][] = [
  ["/_next/", "static"], ["/api/upload", "upload"], ["/api/auth", "sign-in"], ["/api/exchange", "exchange"], ["/api/ratings", "rating"], ["/api/attachments", "download"], ["/api/health", "probe"],
  ["/api/ready", "probe"], ["/api/metrics", "probe"], ["/api/", "api"], ["/admin", "admin"], ["/applications", "application"], ["/rate", "rating"], ["/verify", "verify"],
];

/** 地址归哪一类：种类是有限的几个，不带编号，更不带查询。 */
export function routeGroup(target: string): string {
  const path = target.split("?", 1)[0] ?? "";
  return groups.find(([prefix]) => path.startsWith(prefix))?.[1] ?? "page";
}

export function countRequest(target: string, status: number, seconds: number): void {
  const { routes } = counters();
  const group = routeGroup(target);
  const count = routes.get(group) ?? { byStatus: new Map<string, number>(), buckets: DURATION_BUCKETS.map(() => 0), seconds: 0, count: 0 };
  routes.set(group, count);
  const kind = `${Math.floor(status / 100)}xx`;
  count.byStatus.set(kind, (count.byStatus.get(kind) ?? 0) + 1);
  DURATION_BUCKETS.forEach((limit, index) => {
    if (seconds <= limit) count.buckets[index] = (count.buckets[index] ?? 0) + 1;
  });
  count.seconds += seconds;
  count.count += 1;
}
