import { answerRoute, fileHeaders } from "@/lib/actions/answer-route";
import { currentActor } from "@/lib/auth/current-actor";
import { followUpCuts } from "@/lib/licensing/follow-up-views";
import { parseFormat } from "@/lib/services/evaluation/export-format";
import { exportFollowUps } from "@/lib/services/follow-ups/export-follow-ups";
import { followUpKinds } from "@/lib/terms/follow-ups";
import { isCodeOf } from "@/lib/terms/option-map";

export const dynamic = "force-dynamic";

/** 导出后续任务；筛选与列表的地址相同，format=xlsx 或 csv。 */
export function GET(request: Request): Promise<Response> {
  return answerRoute(async () => {
    const { cut, kind, format } = Object.fromEntries(new URL(request.url).searchParams) as Record<string, string | undefined>;
    const query = { ...(isCodeOf(followUpCuts, cut) ? { cut } : {}), ...(isCodeOf(followUpKinds, kind) ? { kind } : {}) };
    const { name, mediaType, bytes } = await exportFollowUps(await currentActor(), query, parseFormat(format ?? null));
    return new Response(new Uint8Array(bytes), { headers: fileHeaders({ name, mediaType, size: bytes.length }) });
  });
}
