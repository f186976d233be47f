import { answerRoute, fileHeaders } from "@/lib/actions/answer-route";
import { drawQrPicture, type QrPicture } from "@/lib/services/evaluation/codes/qr-picture";

/** 撤销五分钟内生效：图最多缓存这么久，过后凭 ETag 问一次。 */
const CACHE = "public, max-age=300, must-revalidate";
/** 单独打开 SVG 时也不许有脚本、不许引用别处。 */
const POLICY = "default-src 'none'; sandbox";

/**
 * 评价二维码的图：/api/qr/<令牌>.png、.svg，或 ?format=svg；带 download 的存为文件。
 * 令牌即权利，不看登录。
 */
export function GET(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  return answerRoute(async () => {
    const query = new URL(request.url).searchParams;
    const [, token = "", extension] = /^(.*?)(?:\.(png|svg))?$/.exec((await params).token) ?? [];
    const format = (extension ?? query.get("format")) === "svg" ? "svg" : "png";
    const picture = await drawQrPicture(token, format);
    if (!picture.ok) return explain(picture);
    const fresh = request.headers.get("if-none-match") === picture.etag;
    if (fresh) return new Response(null, { status: 304, headers: { ETag: picture.etag, "Cache-Control": CACHE } });
    return new Response(new Uint8Array(picture.bytes), { headers: headersOf(picture, query.has("download")) });
  });
}

function explain({ status, message }: Extract<QrPicture, { ok: false }>): Response {
  return new Response(message, { status, headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" } });
}

function headersOf({ name, mediaType, etag, bytes }: Extract<QrPicture, { ok: true }>, download: boolean): Record<string, string> {
  return { ...fileHeaders({ name, mediaType, inline: !download, size: bytes.length }), "Cache-Control": CACHE, ETag: etag, "Content-Security-Policy": POLICY };
}
