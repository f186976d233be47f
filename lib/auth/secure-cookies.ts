/** 对外地址是 https 时 Cookie 只走 TLS（名字带 __Secure- 前缀）。 */
export function usesSecureCookies(): boolean {
  return (process.env.NEXTAUTH_URL ?? "").startsWith("https://");
}
