/** 中间件写下的当前地址（请求头），登录后据此回来。 */
export const pathHeader = "x-request-path";

/** 预取不是人在用：不延长闲置时间。 */
export const isPrefetch = (headers: { get(name: string): string | null }): boolean =>
  headers.get("next-router-prefetch") !== null || headers.get("purpose") === "prefetch" || headers.get("sec-purpose")?.startsWith("prefetch") === true;

/** 地址里的 % 编码读得出来；读不出的没有这样的页面。 */
export function isReadablePath(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
