import { answerRoute, pdfResponse } from "@/lib/actions/answer-route";
import { currentActor } from "@/lib/auth/current-actor";
import { openDocument } from "@/lib/services/documents/open-document";

/** 一份文书的 PDF：在浏览器里看；download=1 为下载。 */
export function GET(request: Request, { params }: { params: Promise<{ documentId: string }> }): Promise<Response> {
  return answerRoute(async () => {
    const inline = new URL(request.url).searchParams.get("download") !== "1";
    return pdfResponse(await openDocument(await currentActor(), (await params).documentId), inline);
  });
}
