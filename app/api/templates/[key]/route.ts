import { answerRoute, fileHeaders } from "@/lib/actions/answer-route";
import { currentActor } from "@/lib/auth/current-actor";
import { DOCX, getTemplate } from "@/lib/services/attachments/get-template";

export const dynamic = "force-dynamic";

/** 下载材料的模板；?application=… 时按那份申请预填。 */
export function GET(request: Request, { params }: { params: Promise<{ key: string }> }): Promise<Response> {
  return answerRoute(async () => {
    const { key } = await params;
    const { name, bytes } = await getTemplate(await currentActor(), key, new URL(request.url).searchParams.get("application") ?? undefined);
    return new Response(new Uint8Array(bytes), { headers: fileHeaders({ name, mediaType: DOCX, size: bytes.length }) });
  });
}
