import type { NextRequest } from "next/server";
import { answerRoute } from "@/lib/actions/answer-route";
import { requireSmallBody } from "@/lib/actions/body-limit";
import { requireOwnOrigin } from "@/lib/auth/origin";
import { uploadHandler } from "./handler";

export const dynamic = "force-dynamic";

/** 只有登记与回调经过这里，文件自己另走入口。 */
const MAX_BODY = 256 * 1024;

export function GET(request: NextRequest): Promise<Response> {
  return answerRoute(() => uploadHandler().GET(request));
}

/** 浏览器要求上传（凭 Cookie，核对来源），或入口的回调（凭签名）。 */
export function POST(request: NextRequest): Promise<Response> {
  return answerRoute(async () => {
    requireSmallBody(request.headers, MAX_BODY);
    if (!request.headers.has("uploadthing-hook")) requireOwnOrigin(request.headers);
    return uploadHandler().POST(request);
  });
}
