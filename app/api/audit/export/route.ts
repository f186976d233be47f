import { Refusal } from "@/lib/access/refusal";
import { answerRoute, fileHeaders } from "@/lib/actions/answer-route";
import { readAuditFilter } from "@/lib/audit/query";
import { currentActor } from "@/lib/auth/current-actor";
import { exportAudit } from "@/lib/services/audit/export-audit";
import { auditFormats } from "@/lib/terms/audit";
import { firstMisread } from "@/lib/forms/address-filters";
import { isCodeOf } from "@/lib/terms/option-map";

export const dynamic = "force-dynamic";

/** 按地址里的条件导出审计：format=csv 或 xlsx。 */
export function GET(request: Request): Promise<Response> {
  return answerRoute(async () => {
    const { format, ...raw } = Object.fromEntries(new URL(request.url).searchParams);
    if (!isCodeOf(auditFormats, format)) throw new Refusal("invalid", "请说明导出成 CSV 还是 Excel");
    const { query, misread } = readAuditFilter(raw);
    const wrong = firstMisread(misread);
    if (wrong !== undefined) throw new Refusal("invalid", wrong);
    const { name, mediaType, bytes } = await exportAudit(await currentActor(), query, format);
    return new Response(new Uint8Array(bytes), { headers: fileHeaders({ name, mediaType, size: bytes.length }) });
  });
}
