/** 中间件写下的当前地址（请求头），登录后据此回来。 */
export const pathHeader = "x-request-path";

/** 预取不是人在用：不延长闲置时间。 */
export const isPrefetch = (headers: { get(name: string): string | null }): boolean =>
  headers.get("next-router-prefetch") !== null || headers.get("purpose") === "prefetch" || headers.get("sec-purpose")?.startsWith("prefetch") === true;
