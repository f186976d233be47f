import { answerRoute, pdfResponse } from "@/lib/actions/answer-route";
import { currentActor } from "@/lib/auth/current-actor";
import { printBatch } from "@/lib/services/evaluation/codes/posters";

/** 一批评价二维码的海报，一页一张；带 print 的在浏览器里打开，供打印。 */
export function GET(request: Request, { params }: { params: Promise<{ batchId: string }> }): Promise<Response> {
  return answerRoute(async () => pdfResponse(await printBatch(await currentActor(), (await params).batchId), new URL(request.url).searchParams.has("print")));
}
