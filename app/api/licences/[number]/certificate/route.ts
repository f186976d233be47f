import { answerRefusals } from "@/lib/actions/answer-refusals";
import { currentActor } from "@/lib/auth/current-actor";
import { downloadCertificate } from "@/lib/services/licences/certificate";

/** 下载许可证 PDF；copy=duplicate 为副本。 */
export function GET(request: Request, { params }: { params: Promise<{ number: string }> }): Promise<Response> {
  return answerRefusals(async () => {
    const copy = new URL(request.url).searchParams.get("copy") === "duplicate" ? "副本" : "正本";
    const { name, bytes } = await downloadCertificate(await currentActor(), decodeURIComponent((await params).number), copy);
    return new Response(new Uint8Array(bytes), {
      headers: {
        "content-type": "application/pdf",
        "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
        "cache-control": "private, no-store",
        "content-security-policy": "default-src 'none'; sandbox",
      },
    });
  });
}
