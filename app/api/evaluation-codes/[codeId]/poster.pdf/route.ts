import { answerRoute, pdfResponse } from "@/lib/actions/answer-route";
import { currentActor } from "@/lib/auth/current-actor";
import { printPoster } from "@/lib/services/evaluation/codes/posters";

/** 一个评价二维码的 A5 海报；带 print 的在浏览器里打开，供打印。 */
export function GET(request: Request, { params }: { params: Promise<{ codeId: string }> }): Promise<Response> {
  return answerRoute(async () => pdfResponse(await printPoster(await currentActor(), (await params).codeId), new URL(request.url).searchParams.has("print")));
}
