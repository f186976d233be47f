/** 凭 Cookie 的写操作只认本站来源：没有 Origin、Origin 为 null、别的站点都拒绝。 */
export function isOwnOrigin(headers: { get(name: string): string | null }): boolean {
  const origin = headers.get("origin");
  if (!origin || origin === "null") return false;
  const host = headers.get("x-forwarded-host") ?? headers.get("host");
  try {
    return new URL(origin).host === host || origin === process.env.APP_ORIGIN;
  } catch {
    return false;
  }
}
