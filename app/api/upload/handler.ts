import { NextRequest } from "next/server";
import { createRouteHandler } from "uploadthing/next";
import { usesUploadThing } from "@/lib/integrations/storage";
import { ingestSettings } from "@/lib/integrations/storage/ingest";
import { answerMetadata, answerResult } from "./ingest/answers";
import { uploadRouter } from "./router";

type Handler = ReturnType<typeof createRouteHandler>;

function open(): Handler {
  const own = ingestSettings();
  const service = usesUploadThing();
  return createRouteHandler({
    router: uploadRouter,
    config: {
      // isDev 一律为假：开发模式要从服务商那里拉回执
      isDev: false,
      logLevel: "None",
      callbackUrl: own.callbackUrl,
      ...(service ? { token: process.env.UPLOADTHING_TOKEN } : { token: own.token, ingestUrl: own.ingestUrl, fetch: (input, init) => fetchOwn(own.ingestUrl, input, init) }),
    },
  });
}

/** 登记与回执本来就由本系统答：不绕出去再回来，内网里公开地址可能根本连不上自己。 */
async function fetchOwn(ingestUrl: string, input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  if (request.url === `${ingestUrl}/route-metadata`) return answerMetadata(request);
  if (request.url === `${ingestUrl}/callback-result`) return answerResult(request);
  return fetch(request);
}

let handler: Handler | undefined;

/** 环境变量在第一次请求时才读：构建时没有密钥。 */
export function uploadHandler(): Handler {
  return (handler ??= open());
}

/** 本机入口收下文件之后的回调，直接交给同一个处理器。 */
export function callBack(request: Request): Promise<Response> {
  return uploadHandler().POST(new NextRequest(request));
}
