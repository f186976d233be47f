import NextAuth from "next-auth";
import { foreignOrigin, isOwnOrigin } from "@/lib/actions/origin";
import { authOptions } from "@/lib/auth/options";

const handler = NextAuth(authOptions) as (request: Request, context: { params: Promise<{ nextauth: string[] }> }) => Promise<Response>;

export { handler as GET };

/** 登录与退出都改变会话：来源不是本站的一律拒绝（decisions 24）。 */
export function POST(request: Request, context: { params: Promise<{ nextauth: string[] }> }): Promise<Response> | Response {
  if (isOwnOrigin(request.headers)) return handler(request, context);
  return Response.json({ message: foreignOrigin }, { status: 403 });
}
