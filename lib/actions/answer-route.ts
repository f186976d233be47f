import { Refusal } from "@/lib/access/refusal";
import { strictTransport } from "@/lib/auth/content-policy";
import { usesSecureCookies } from "@/lib/auth/secure-cookies";
import { refusalIn, reportFault } from "@/lib/services/platform/report-fault";
import { noteRefused } from "./note-refused";

const noStore = { "Cache-Control": "no-store" };

/** 路由处理器的包装：拒绝答 4xx 与中文原因；意外只给编号，绝不把堆栈给浏览器。 */
export async function answerRoute(run: () => Promise<Response>): Promise<Response> {
  try {
    return guarded(await run());
  } catch (error) {
    const refusal = refusalIn(error);
    // error 一项是上传协议的浏览器端要的名字
    if (refusal) {
      await noteRefused(refusal.code);
      return guarded(Response.json({ message: refusal.message, error: refusal.message }, { status: refusal.status, headers: noStore }));
    }
    const message = `系统繁忙，请稍后再试。编号 ${reportFault(error)}`;
    return guarded(Response.json({ message, error: message }, { status: 500, headers: noStore }));
  }
}

/** 接口的答复不经中间件：当不成页面、别人嵌不进；自己写了策略的照它的。 */
function guarded(response: Response): Response {
  if (!response.headers.has("Content-Security-Policy")) response.headers.set("Content-Security-Policy", "default-src 'none'; base-uri 'none'; frame-ancestors 'none'");
  if (usesSecureCookies()) response.headers.set("Strict-Transport-Security", strictTransport);
  return response;
}

/** 请求体不是 JSON 也是使用者能造成的。 */
export async function readJson(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    throw new Refusal("invalid", "请求的内容不是 JSON");
  }
}

/** 下载的文件名：旧浏览器得到 ASCII 的替身，其余按 RFC 5987 得到中文名。 */
export function fileHeaders({ name, mediaType, size, inline = false }: { name: string; mediaType: string; size?: number; inline?: boolean }): Record<string, string> {
  const extension = /\.[0-9A-Za-z]{1,8}$/.exec(name)?.[0] ?? "";
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return {
    "Content-Type": mediaType,
    "Content-Disposition": `${inline ? "inline" : "attachment"}; filename="file${extension}"; filename*=UTF-8''${encoded}`,
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, no-store",
    ...(size === undefined ? {} : { "Content-Length": String(size) }),
  };
}

/** 做好的 PDF；inline 为在浏览器里打开（它的 PDF 阅读器在 sandbox 里打不开）。 */
export function pdfResponse({ name, bytes }: { name: string; bytes: Buffer }, inline = false): Response {
  const policy = inline ? "frame-ancestors 'self'" : "default-src 'none'; sandbox";
  const headers = { ...fileHeaders({ name, mediaType: "application/pdf", size: bytes.length, inline }), "Content-Security-Policy": policy };
  return new Response(new Uint8Array(bytes), { headers });
}
