import type { ReadableStream } from "node:stream/web";
import { answerRoute } from "@/lib/actions/answer-route";
import { receiveFile, requireSignedUrl } from "@/lib/services/attachments/ingest";
import { callBack } from "../../handler";
import { openSettings } from "../answers";

export const dynamic = "force-dynamic";
export const maxDuration = 300;

interface Context {
  params: Promise<{ key: string }>;
}

/** 浏览器问已存下多少：总是从头传，10 MB 以内不值得续传。 */
export function HEAD(request: Request, { params }: Context): Promise<Response> {
  return answerRoute(async () => {
    const { key } = await params;
    requireSignedUrl(openSettings(), { fileKey: key, search: new URL(request.url).search, now: Date.now() });
    return new Response(null, { headers: { "x-ut-range-start": "0", "Cache-Control": "no-store" } });
  });
}

export function PUT(request: Request, { params }: Context): Promise<Response> {
  return answerRoute(async () => {
    const { key } = await params;
    const received = await receiveFile(
      openSettings(),
      { fileKey: key, search: new URL(request.url).search, headers: Object.fromEntries(request.headers), body: request.body as ReadableStream | null, now: Date.now() },
      callBack,
    );
    return Response.json({ ...received, appUrl: received.url, ufsUrl: received.url }, { headers: { "Cache-Control": "no-store" } });
  });
}
