import type { NextRequest } from "next/server";
import { answerRoute } from "@/lib/actions/answer-route";
import { requireOwnOrigin } from "@/lib/actions/origin";
import { uploadHandler } from "./handler";

export const dynamic = "force-dynamic";

export function GET(request: NextRequest): Promise<Response> {
  return answerRoute(() => uploadHandler().GET(request));
}

/** 浏览器要求上传（凭 Cookie，核对来源），或入口的回调（凭签名）。 */
export function POST(request: NextRequest): Promise<Response> {
  return answerRoute(async () => {
    if (!request.headers.has("uploadthing-hook")) requireOwnOrigin(request.headers);
    return uploadHandler().POST(request);
  });
}
