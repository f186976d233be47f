import { answerRoute, fileHeaders } from "@/lib/actions/answer-route";
import { currentActor } from "@/lib/auth/current-actor";
import { importTemplate } from "@/lib/services/imports/import-template";
import { XLSX } from "@/lib/services/sheets/sheet-place";

export const dynamic = "force-dynamic";

/** 导入企业与许可证的模板。 */
export function GET(): Promise<Response> {
  return answerRoute(async () => {
    const { name, bytes } = await importTemplate(await currentActor());
    return new Response(new Uint8Array(bytes), { headers: fileHeaders({ name, mediaType: XLSX, size: bytes.length }) });
  });
}
