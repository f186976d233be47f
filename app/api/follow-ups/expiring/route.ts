import { answerRoute, fileHeaders } from "@/lib/actions/answer-route";
import { currentActor } from "@/lib/auth/current-actor";
import { expiryCuts, renewalFilters } from "@/lib/licensing/expiry-views";
import { parseFormat } from "@/lib/services/evaluation/export-format";
import { exportExpiring } from "@/lib/services/licences/list-expiring";
import { isCodeOf } from "@/lib/terms/option-map";

export const dynamic = "force-dynamic";

/** 导出许可证届满名单；筛选与列表的地址相同，format=xlsx 或 csv。 */
export function GET(request: Request): Promise<Response> {
  return answerRoute(async () => {
    const { cut, renewing, format } = Object.fromEntries(new URL(request.url).searchParams) as Record<string, string | undefined>;
    const query = { ...(isCodeOf(expiryCuts, cut) ? { cut } : {}), ...(isCodeOf(renewalFilters, renewing) ? { renewing } : {}) };
    const { name, mediaType, bytes } = await exportExpiring(await currentActor(), query, parseFormat(format ?? null));
    return new Response(new Uint8Array(bytes), { headers: fileHeaders({ name, mediaType, size: bytes.length }) });
  });
}
