import { Readable } from "node:stream";
import { answerRoute, fileHeaders } from "@/lib/actions/answer-route";
import { currentActor } from "@/lib/auth/current-actor";
import { printSiteVisit } from "@/lib/services/site-visits/print-record";

export const dynamic = "force-dynamic";

/** 现场核查记录。 */
export function GET(_: Request, { params }: { params: Promise<{ visitId: string }> }): Promise<Response> {
  return answerRoute(async () => {
    const { name, stream } = await printSiteVisit(await currentActor(), (await params).visitId);
    return new Response(Readable.toWeb(stream) as ReadableStream, { headers: { ...fileHeaders({ name, mediaType: "application/pdf" }), "Content-Security-Policy": "default-src 'none'; sandbox" } });
  });
}
