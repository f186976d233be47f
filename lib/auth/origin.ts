import { Refusal } from "@/lib/access/refusal";

type Headers = { get(name: string): string | null };

export const foreignOrigin = "请求来源不正确，请从本系统的页面重新操作";

/** 凭 Cookie 的写操作只认本站来源：没有 Origin、Origin 为 null、别的站点都拒绝。 */
export function isOwnOrigin(headers: Headers): boolean {
  const origin = headers.get("origin");
  if (!origin || origin === "null") return false;
  if (origin === process.env.APP_ORIGIN) return true;
  const host = headers.get("x-forwarded-host")?.split(",")[0]?.trim() || headers.get("host");
  try {
    const { protocol, host: own } = new URL(origin);
    return (protocol === "https:" || protocol === "http:") && own === host?.toLowerCase();
  } catch {
    return false;
  }
}

/** 路由处理器用：来源不对即抛。 */
export function requireOwnOrigin(headers: Headers): void {
  if (!isOwnOrigin(headers)) throw new Refusal("forbidden", foreignOrigin);
}

/**
 * 不凭 Cookie、因而不看 Origin 的写入口：上传协议的三处由签名或密钥授权，上传路由自己只在带
 * uploadthing-hook（签过名的回调）时不看；手机评价页凭码里签过名的令牌。
 */
export const tokenAuthorisedRoutes = ["/api/ratings/[token]", "/api/upload/ingest/[key]", "/api/upload/ingest/route-metadata", "/api/upload/ingest/callback-result"] as const;
