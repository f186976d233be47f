import { type NextRequest, NextResponse } from "next/server";
import { seenCookie } from "@/lib/access/seen-cookie";
import { foreignOrigin, isOwnOrigin } from "@/lib/auth/origin";
import { contentPolicy, strictTransport } from "@/lib/auth/content-policy";
import { redirectFor } from "@/lib/auth/gate";
import { isPrefetch, isReadablePath, pathHeader } from "@/lib/auth/request-path";
import { usesSecureCookies } from "@/lib/auth/secure-cookies";
import { readSessionToken } from "@/lib/auth/session-token";

export const config = {
  runtime: "nodejs",
  // 接口各有自己的策略；上传绝不能经过这里（请求体会被缓冲并截断）。别的只放过 public 里真有的文件：
  // 按后缀放过的话，/verify/x.svg 这样的页面就没有内容安全策略
  matcher: ["/((?!api/|_next/static/|_next/image|icon\\.svg$).*)"],
};

/** 每个页面请求：分开企业与内网人员，给出带 nonce 的内容安全策略。只引路，不授权。 */
export async function middleware(request: NextRequest): Promise<NextResponse> {
  const token = await readSessionToken(request);
  const { pathname, search } = request.nextUrl;
  if (!isReadablePath(pathname)) return new NextResponse("没有这个页面，请核对地址。", { status: 404, headers: { "content-type": "text/plain; charset=utf-8" } });
  const secure = usesSecureCookies() || request.headers.get("x-forwarded-proto") === "https";
  // define-action 也核对；在这里先答 403，Next 自己的核对会答成 500
  if (request.headers.has("next-action") && !isOwnOrigin(request.headers)) return new NextResponse(foreignOrigin, { status: 403, headers: { "content-type": "text/plain; charset=utf-8" } });
  const target = redirectFor(pathname, search, token?.audience);
  const nonce = btoa(crypto.randomUUID());
  const policy = contentPolicy({ nonce, development: process.env.NODE_ENV === "development", uploadThing: Boolean(process.env.UPLOADTHING_TOKEN) });
  const response = target === undefined ? pass(request, nonce, policy) : NextResponse.redirect(new URL(target, request.nextUrl));
  response.headers.set("content-security-policy", policy);
  if (secure) response.headers.set("strict-transport-security", strictTransport);
  // 闲置提醒据此在本机计时，各标签页共用，不向服务器轮询。直接写响应头：用 response.cookies 会让每个服务端动作都重画整页
  if (token && !isPrefetch(request.headers)) response.headers.append("set-cookie", `${seenCookie}=${Date.now()}; Path=/; SameSite=Lax${secure ? "; Secure" : ""}`);
  return response;
}

function pass(request: NextRequest, nonce: string, policy: string): NextResponse {
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  headers.set(pathHeader, `${request.nextUrl.pathname}${request.nextUrl.search}`);
  return NextResponse.next({ request: { headers } });
}
