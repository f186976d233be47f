import { answerRoute, fileHeaders } from "@/lib/actions/answer-route";
import { currentActor } from "@/lib/auth/current-actor";
import { exportImportFaults } from "@/lib/services/imports/list-imports";

export const dynamic = "force-dynamic";

/** 一次导入的错误清单，CSV。 */
export function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answerRoute(async () => {
    const { name, bytes } = await exportImportFaults(await currentActor(), (await params).id);
    return new Response(new Uint8Array(bytes), { headers: fileHeaders({ name, mediaType: "text/csv; charset=utf-8", size: bytes.length }) });
  });
}
