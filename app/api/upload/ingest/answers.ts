import { notFound, Refusal } from "@/lib/access/refusal";
import { answerRoute, readJson } from "@/lib/actions/answer-route";
import { usesUploadThing } from "@/lib/integrations/storage";
import { ingestSettings, isSameSecret, type IngestSettings } from "@/lib/integrations/storage/ingest";
import { recordCallbackResult, recordRouteMetadata } from "@/lib/services/attachments/ingest";

/** 用 UploadThing 的服务时，本机入口不存在。 */
export function openSettings(): IngestSettings {
  if (usesUploadThing()) throw notFound("这个上传入口");
  return ingestSettings();
}

function requireKey(request: Request): void {
  const given = request.headers.get("x-uploadthing-api-key") ?? "";
  if (!isSameSecret(given, openSettings().apiKey)) throw new Refusal("forbidden", "没有使用上传入口的权限");
}

/** 上传协议第三步。 */
export function answerMetadata(request: Request): Promise<Response> {
  return answerRoute(async () => {
    requireKey(request);
    await recordRouteMetadata(await readJson(request));
    return Response.json({ ok: true });
  });
}

/** 上传协议第七步。 */
export function answerResult(request: Request): Promise<Response> {
  return answerRoute(async () => {
    requireKey(request);
    await recordCallbackResult(await readJson(request));
    return Response.json({ ok: true });
  });
}
