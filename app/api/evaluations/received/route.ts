import { answerRoute, fileHeaders } from "@/lib/actions/answer-route";
import { currentActor } from "@/lib/auth/current-actor";
import { parseFormat } from "@/lib/services/evaluation/export-format";
import { exportReceived } from "@/lib/services/evaluation/export-received";

export const dynamic = "force-dynamic";

/** 导出收到的评价；筛选与列表的地址相同，format=xlsx 或 csv。 */
export function GET(request: Request): Promise<Response> {
  return answerRoute(async () => {
    const { format, period, level, matter, channel } = Object.fromEntries(new URL(request.url).searchParams) as Record<string, string | undefined>;
    const { name, mediaType, bytes } = await exportReceived(await currentActor(), { period, level, matter, channel }, parseFormat(format ?? null));
    return new Response(new Uint8Array(bytes), { headers: fileHeaders({ name, mediaType, size: bytes.length }) });
  });
}
