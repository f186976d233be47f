import { Readable } from "node:stream";
import { answerRoute, fileHeaders } from "@/lib/actions/answer-route";
import { currentActor } from "@/lib/auth/current-actor";
import { openPhoto } from "@/lib/services/site-visits/photos";

export const dynamic = "force-dynamic";

/** 现场核查的照片，直接显示；只给本机构办案的人。 */
export function GET(_: Request, { params }: { params: Promise<{ photoId: string }> }): Promise<Response> {
  return answerRoute(async () => {
    const { stream, ...file } = await openPhoto(await currentActor(), (await params).photoId);
    return new Response(Readable.toWeb(stream) as ReadableStream, { headers: { ...fileHeaders({ ...file, inline: true }), "Content-Security-Policy": "default-src 'none'; sandbox" } });
  });
}
