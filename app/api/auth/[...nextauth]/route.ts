import NextAuth from "next-auth";
import { answerRoute, readJson } from "@/lib/actions/answer-route";
import { requireSmallBody } from "@/lib/actions/body-limit";
import { requireOwnOrigin } from "@/lib/auth/origin";
import { authOptions } from "@/lib/auth/options";

const handler = NextAuth(authOptions) as (request: Request, context: { params: Promise<{ nextauth: string[] }> }) => Promise<Response>;

export { handler as GET };

const MAX_BODY = 16 * 1024;

/** 登录与退出都改变会话：来源不是本站的一律拒绝（decisions 24）；不登录也能来，内容不许大。 */
export function POST(request: Request, context: { params: Promise<{ nextauth: string[] }> }): Promise<Response> {
  return answerRoute(async () => {
    requireOwnOrigin(request.headers);
    requireSmallBody(request.headers, MAX_BODY);
    // next-auth 读不懂的 JSON 会成为 500
    if (request.headers.get("content-type")?.includes("application/json")) await readJson(request.clone());
    return handler(request, context);
  });
}
