import { answerRoute, fileHeaders } from "@/lib/actions/answer-route";
import { currentActor } from "@/lib/auth/current-actor";
import { parseFormat } from "@/lib/services/evaluation/export-format";
import { exportQueue } from "@/lib/services/review/export-queue";

export const dynamic = "force-dynamic";

/** 导出工作列表；筛选与列表的地址相同，环节写在 stage，format=xlsx 或 csv。 */
export function GET(request: Request): Promise<Response> {
  return answerRoute(async () => {
    const { format, ...search } = Object.fromEntries(new URL(request.url).searchParams) as Record<string, string | undefined>;
    const { name, mediaType, bytes } = await exportQueue(await currentActor(), search, parseFormat(format ?? null));
    return new Response(new Uint8Array(bytes), { headers: fileHeaders({ name, mediaType, size: bytes.length }) });
  });
}
