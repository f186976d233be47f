import { Refusal } from "@/lib/access/refusal";
import { answerRoute, fileHeaders } from "@/lib/actions/answer-route";
import { currentActor } from "@/lib/auth/current-actor";
import { exportRows } from "@/lib/services/sheets/export-rows";
import { XLSX } from "@/lib/services/sheets/sheet-place";
import { sheetTemplate } from "@/lib/services/sheets/sheet-template";

export const dynamic = "force-dynamic";

interface Context {
  params: Promise<{ applicationId: string; section: string; table: string }>;
}

/** ?kind=template 下载模板，?kind=export 导出现有的行。 */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return answerRoute(async () => {
    const kind = new URL(request.url).searchParams.get("kind");
    if (kind !== "template" && kind !== "export") throw new Refusal("invalid", "请说明要下载模板还是导出");
    const make = kind === "template" ? sheetTemplate : exportRows;
    const { name, bytes } = await make(await currentActor(), await params);
    return new Response(new Uint8Array(bytes), { headers: fileHeaders({ name, mediaType: XLSX, size: bytes.length }) });
  });
}
