import { answerRoute, fileHeaders } from "@/lib/actions/answer-route";
import { currentActor } from "@/lib/auth/current-actor";
import { parseFormat } from "@/lib/services/evaluation/export-format";
import { exportCaseStatistics } from "@/lib/services/review/export-statistics";

export const dynamic = "force-dynamic";

/** 导出办理统计；范围与页面的地址相同，format=xlsx 或 csv。 */
export function GET(request: Request): Promise<Response> {
  return answerRoute(async () => {
    const { format, period, from, to, office, business } = Object.fromEntries(new URL(request.url).searchParams) as Record<string, string | undefined>;
    const { name, mediaType, bytes } = await exportCaseStatistics(await currentActor(), { period, from, to, office, business }, parseFormat(format ?? null));
    return new Response(new Uint8Array(bytes), { headers: fileHeaders({ name, mediaType, size: bytes.length }) });
  });
}
