import { Readable } from "node:stream";
import { answerRoute, fileHeaders } from "@/lib/actions/answer-route";
import { currentActor } from "@/lib/auth/current-actor";
import { openAttachment } from "@/lib/services/attachments/open-attachment";

export const dynamic = "force-dynamic";

const sandboxed = "default-src 'none'; sandbox";
/** 浏览器的 PDF 阅读器在 sandbox 里打不开；只许本站的页面嵌入。 */
const pdfInFrame = "frame-ancestors 'self'";
const shownInline = ["application/pdf", "image/jpeg", "image/png"];

/** 下载附件；?inline=1 时 PDF 与图片直接显示，供审查人的阅读栏。 */
export function GET(request: Request, { params }: { params: Promise<{ attachmentId: string }> }): Promise<Response> {
  return answerRoute(async () => {
    const { attachmentId } = await params;
    const { stream, ...file } = await openAttachment(await currentActor(), attachmentId);
    const inline = new URL(request.url).searchParams.get("inline") === "1" && shownInline.includes(file.mediaType);
    const policy = inline && file.mediaType === "application/pdf" ? pdfInFrame : sandboxed;
    return new Response(Readable.toWeb(stream) as ReadableStream, { headers: { ...fileHeaders({ ...file, inline }), "Content-Security-Policy": policy } });
  });
}
