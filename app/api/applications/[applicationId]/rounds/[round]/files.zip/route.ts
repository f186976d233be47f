import { Readable } from "node:stream";
import { answerRoute, fileHeaders } from "@/lib/actions/answer-route";
import { currentActor } from "@/lib/auth/current-actor";
import { packRound } from "@/lib/services/applications/submitted-round";

export const dynamic = "force-dynamic";

/** 一轮提交的全部附件，边做边送。 */
export function GET(_request: Request, { params }: { params: Promise<{ applicationId: string; round: string }> }): Promise<Response> {
  return answerRoute(async () => {
    const { applicationId, round } = await params;
    const { name, stream } = await packRound(await currentActor(), applicationId, round);
    const headers = { ...fileHeaders({ name, mediaType: "application/zip" }), "Content-Security-Policy": "default-src 'none'; sandbox" };
    return new Response(Readable.toWeb(stream) as ReadableStream, { headers });
  });
}
