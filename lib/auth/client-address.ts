/**
 * 访客地址：取离我们最近的代理写下的一段。
 * TRUSTED_PROXIES 是本系统前面自有代理的层数（默认一层）；更左边的由访客自己写，不可信。
 */
export function clientAddress(headers: { get(name: string): string | null }): string {
  const hops = (headers.get("x-forwarded-for") ?? "").split(",").map((hop) => hop.trim()).filter(Boolean);
  const depth = Math.max(1, Number(process.env.TRUSTED_PROXIES) || 1);
  const address = hops[Math.max(0, hops.length - depth)] ?? "unknown";
  return address.replace(/^::ffff:/, "").slice(0, 60);
}
